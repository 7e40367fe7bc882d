"""Bags and DataFrames of Dask: what their lines and rows make is what files with the same in them make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dask
import pytest
import smsc_codec_dask
from dask import bag
from smsc_codec_dask.engine import Cluster, Here
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.shards.manifest import Manifest
from smsc_codec_dask.sources import SourceError
from test_big_lint import LINES, PLAIN
from test_big_tables import findings_of

ROWS = [{"phone": 79990000001 + n % 40, "name": f"Ann {n % 40}"} for n in range(50)] + [
    {"phone": "nobody", "name": "x"}
]
HI = "{name}, hi"


class Frame:
    """As much of a DataFrame of pandas as is asked of one."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def to_dict(self, how: str) -> list[dict[str, Any]]:
        assert how == "records"
        return self.rows


class DataFrame:
    """A collection of Dask whose partitions are frames."""

    def to_delayed(self) -> list[Any]:
        return [dask.delayed(Frame)(ROWS[at : at + 20]) for at in range(0, len(ROWS), 20)]


def table(path: Path) -> list[str]:
    path.write_text(
        "\n".join(["phone;name", *(f"{row['phone']};{row['name']}" for row in ROWS)]), encoding="utf-8"
    )
    return [str(path)]


def found(sources: Any, **given: Any) -> list[tuple[int, str, str, str]]:
    return findings_of(smsc_codec_dask.lint_lists(sources, on=Here(), settings=PLAIN, **given).reports)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("ends", ["", "\n"])
def test_a_bag_of_lines_is_a_list(tmp_path: Path, ends: str) -> None:
    """LIST-1: with its lines' numbers across the partitions, and what is there twice in two of them (LST005)."""
    path = tmp_path / "a.list"
    path.write_text("".join(f"{line}\n" for line in LINES * 3), encoding="utf-8", newline="")
    lines = bag.from_sequence([line + ends for line in LINES * 3], npartitions=7)
    told = found(lines)
    assert told == found([str(path)])
    assert {code for _, code, *_ in told} > {"LST005", "LST007", "LST001"}
    prices = "7,1.50\ndefault,9"
    from_bag = smsc_codec_dask.price_lists(lines, prices, on=Here())
    assert from_bag.total == smsc_codec_dask.price_lists([str(path)], prices, on=Here()).total


@pytest.mark.parametrize("rows", [bag.from_sequence(ROWS, npartitions=4), DataFrame()], ids=["bag", "frame"])
def test_rows_are_a_table(tmp_path: Path, rows: Any) -> None:
    """Linted, priced and prepared as a file with the same rows; a wrong row has its number in all of them."""
    path = table(tmp_path / "a.csv")
    told = found(rows, template=HI)
    assert told == found(path, template=HI)
    assert [(row, code) for row, code, *_ in told if code == "LST001"] == [(51, "LST001")]
    both = [smsc_codec_dask.price_lists(one, "7,2", template=HI, on=Here()) for one in (rows, path)]
    assert [(made.lines, made.wrong, made.total) for made in both[:1]] == [
        (made.lines, made.wrong, made.total) for made in both[1:]
    ]
    shards = []
    for one, into in ((rows, "one"), (path, "two")):
        made = smsc_codec_dask.prepare_lists(
            one, str(tmp_path / into), template=HI, name="m", skip_wrong=True, on=Here()
        )
        assert (made.read, made.repeated, [wrong.number for wrong in made.named]) == (50, 10, [51])
        folder = Folder(str(tmp_path / into))
        shards.append([folder.read(shard.file) for shard in Manifest(folder)])
    assert shards[0] == shards[1]


def test_by_a_cluster(cluster: Cluster) -> None:
    """Partitions are made by the workers."""
    lines = bag.range(100, npartitions=3).map(lambda n: f"7999{n % 60:07}:Hello")
    made = smsc_codec_dask.lint_lists(lines, on=cluster)
    assert (made.lines, made.counts) == (100, {"LST005": 40})


@pytest.mark.parametrize(
    ("items", "template", "told"),
    [
        (ROWS, None, "bag: expected lines of a list, or a template for rows with columns"),
        (["79990000001:a\n79990000002:b"], None, "bag: expected lines of a list"),
        (["79990000001:a"], HI, "bag: a template is for rows that name their columns"),
    ],
)
def test_items_that_are_something_else(items: list[Any], template: str | None, told: str) -> None:
    """They are told of in words."""
    lines = bag.from_sequence(items, npartitions=1)
    (report,) = smsc_codec_dask.lint_lists(lines, template=template, on=Here()).reports
    assert told in (report.failure or "")
    with pytest.raises(SourceError, match=told):
        smsc_codec_dask.price_lists(lines, "7,1", template=template, on=Here())
