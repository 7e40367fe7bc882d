"""A language server: the linter in an editor, through the gate that every front end uses."""

__version__ = "0.1.0"
