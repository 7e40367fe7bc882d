"""Lists of any length on Dask: linted, priced, prepared and sent by many processes, on this machine or on others.

::

    import smsc_codec_dask as big

    print(big.lint_lists(["s3://mailings/july/*.list.zst"]).counts)
    print(big.price_lists(["clients.parquet"], "7,2.50", template="{name}, your order is ready").total)
    big.prepare_lists(dask.dataframe.read_parquet("clients/"), "july/", template="{name}, your order is ready")

Nothing heavy is loaded before one of the functions is called. `engine` says where the work is done, `sources` what
is read; `smsc-codec big` is the same on the command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsc_codec_dask.engine import Cluster, Engine, Here
    from smsc_codec_dask.functions import Linted, lint_lists, prepare_lists, price_lists
    from smsc_codec_dask.sources import Listed, Slice, Source, find, listed

#: Where each public name stands, loaded when it is asked for.
_PLACES = {
    "Cluster": "smsc_codec_dask.engine",
    "Engine": "smsc_codec_dask.engine",
    "Here": "smsc_codec_dask.engine",
    "Linted": "smsc_codec_dask.functions",
    "Listed": "smsc_codec_dask.sources",
    "Slice": "smsc_codec_dask.sources",
    "Source": "smsc_codec_dask.sources",
    "find": "smsc_codec_dask.sources",
    "lint_lists": "smsc_codec_dask.functions",
    "listed": "smsc_codec_dask.sources",
    "prepare_lists": "smsc_codec_dask.functions",
    "price_lists": "smsc_codec_dask.functions",
}

__all__ = [
    "Cluster",
    "Engine",
    "Here",
    "Linted",
    "Listed",
    "Slice",
    "Source",
    "find",
    "lint_lists",
    "listed",
    "prepare_lists",
    "price_lists",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
