"""The pytest plugin: every `*.call` below the tests is played against its menu, as `smsc-codec menu test` does.

Nothing of it is loaded before there is such a file: it costs other projects next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A transcript of a call is a test of its own."""
    if file_path.suffix != ".call":
        return None
    from smsc_codec_testing.call_items import CallFile

    made: pytest.Collector = CallFile.from_parent(parent, path=file_path)
    return made
