"""`python -m smsc_codec` is `smsc-codec`."""

from smsc_codec.cli import main

if __name__ == "__main__":
    main()
