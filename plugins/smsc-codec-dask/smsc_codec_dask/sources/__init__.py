"""What is read: files by address, lists by slices, tables by batches of rows.

`find` tells which files there are, `listed` which slices each list has, and a `Slice` its blocks (`texts`) or its
messages (`messages`) with their line numbers. Slices are small values, made to be handed to workers:

::

    with engine() as cluster:
        for file in listed(cluster, find(["july/*.list.zst"])):
            for made in cluster.each(work, file.slices):
                ...
"""

from __future__ import annotations

from smsc_codec_dask.sources.blocks import Slice
from smsc_codec_dask.sources.files import Source, SourceError, find, opened
from smsc_codec_dask.sources.scan import Listed, listed

__all__ = ["Listed", "Slice", "Source", "SourceError", "find", "listed", "opened"]
