"""T1xx: tables, what holds inside them, and what the prose says of them."""
