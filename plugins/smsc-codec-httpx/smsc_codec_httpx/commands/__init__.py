"""The commands that this package adds to `smsc-codec`."""
