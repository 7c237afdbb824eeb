"""How a finished text is set: the signs and the breaks of its language."""
