"""`smsc-codec lsp`: the server on stdin and stdout, for an editor to start."""

from __future__ import annotations

import click


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Use stdin and stdout (always on; editors pass this option).")
def command(stdio: bool) -> int:
    """Serve editors: findings, fixes, names and more while you type.

    An editor starts it. docs/editors.md says how for each editor.
    """
    import os

    from smsc_codec_lsp.server import SERVER

    # The server closes what it speaks on; the program's own output stays.
    SERVER.start_io(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    return 0
