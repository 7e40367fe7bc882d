"""The codec of everything one says to the SMSC messaging service: text to typed values and back."""

__version__ = "0.1.0"
