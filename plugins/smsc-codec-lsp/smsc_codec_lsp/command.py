"""`smsc-codec lsp`: the server on stdin and stdout, for an editor to start."""

from __future__ import annotations

import click


@click.command("lsp")
@click.option(
    "--stdio", is_flag=True, help="Speak on stdin and stdout, as it does in any case: editors pass this."
)
def command(stdio: bool) -> int:
    """Serve editors: findings, fixes, names and more as one types.

    An editor starts it. docs/editors.md says how for each editor.
    """
    import os

    from smsc_codec_lsp.server import SERVER

    # The server closes what it speaks on; the program's own output stays.
    SERVER.start_io(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    return 0
