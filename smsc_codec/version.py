"""The version, which the package is released under."""

__version__ = "0.1.0"
