"""Small borders for tests over small files; one cluster of two processes for the few that need one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from smsc_codec_dask.engine import Cluster, engine
from smsc_codec_dask.sources import blocks

from smsc_codec.cli import large
from smsc_codec.payloads.mailing import memory, stream


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is large, a piece has 64 octets, a slice two of them; one process has a memory for as much."""
    monkeypatch.setattr(memory, "_MOST", 1 << 12)
    monkeypatch.setattr(large, "LARGE", 60)
    monkeypatch.setattr(large, "CHUNK", 64)
    monkeypatch.setattr(stream, "LEAST", 15)
    monkeypatch.setattr(stream, "_LONGEST", 300)
    monkeypatch.setattr(blocks, "SLICE", 150)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Two processes, started once: it takes seconds."""
    with engine(workers=2, memory="300MiB") as made:
        yield made
