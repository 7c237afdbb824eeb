"""L1xx: words, letters and the two languages of the edition."""
