"""Calls: the parameters of dialling."""
