"""Attacks, floods and monkeys: what must hold when clients do not behave."""
