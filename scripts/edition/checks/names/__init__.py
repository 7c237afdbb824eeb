"""A1xx: the names of authors, members of the council and everybody else.

Names stay as each author spells them. These rules report where one name is written in two
ways; nothing is harmonised.
"""
