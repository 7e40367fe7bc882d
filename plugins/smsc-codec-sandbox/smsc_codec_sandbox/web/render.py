"""Templates. Whatever they are given is escaped: what strangers send never becomes part of a page's structure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    """All templates; one that names what it was not given is an error."""
    made = Environment(
        loader=PackageLoader("smsc_codec_sandbox", "web/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["clock"] = clock
    made.filters["moment"] = moment
    made.filters["iso"] = iso
    made.filters["minutes"] = minutes
    made.filters["short"] = short
    return made


def rendered(template: str, values: dict[str, Any], say: Callable[..., str]) -> str:
    """A template with its values; `t("...")` in it is a sentence of the page, in the language of `say`."""
    return environment().get_template(template).render(values, t=say)


def clock(at: float) -> str:
    """The time of day, where the sandbox runs."""
    return datetime.fromtimestamp(at).strftime("%H:%M:%S")


def moment(at: float) -> str:
    """The day and the time of day, where the sandbox runs."""
    return datetime.fromtimestamp(at).strftime("%d.%m.%Y %H:%M:%S")


def short(at: float) -> str:
    """A time under a bar: the hour today, else the day."""
    moment = datetime.fromtimestamp(at)
    return moment.strftime("%H:%M" if moment.date() == datetime.now().date() else "%d.%m.")


def minutes(seconds: float) -> str:
    """How long a call has taken."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def iso(at: float) -> str:
    """A time for programs."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
