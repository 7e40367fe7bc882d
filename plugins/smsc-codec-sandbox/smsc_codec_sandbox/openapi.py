"""The JSON API described by OpenAPI 3.1, made from the tables that the API itself goes by."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from smsc_codec_sandbox.api import LISTS, MOST_WAIT, ORDERS, ROOT, List
from smsc_codec_sandbox.orders import Order

_REFS = "#/components/schemas/{name}"
#: What a parameter of a list is, beside text.
_NUMBERS = {"limit": 1000, "wait": MOST_WAIT, "before": None, "key": None, "request": None, "message": None}
_TOLD = {
    "limit": "at most so many rows, 1000 if it is not said",
    "before": "only rows with a smaller key; the header `Link` has it for the next page",
    "wait": f"so many seconds until there is a row; {MOST_WAIT} at most",
}
_ERROR = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}


@cache
def document() -> dict[str, Any]:
    """The description."""
    kinds = [order.kind for order in ORDERS.values()] + [one.kind for one in LISTS.values()]
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REFS)
    made = dict(zip([*ORDERS, *LISTS], schemas, strict=True))
    paths: dict[str, Any] = {f"{ROOT}/{name}": {"get": _list(one, made[name])} for name, one in LISTS.items()}
    paths |= {f"{ROOT}/{name}": {"post": _order(one, made[name])} for name, one in ORDERS.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "smsc-codec sandbox", "version": version("smsc-codec-sandbox")},
        "paths": paths,
        "components": {"schemas": components | {"Error": _ERROR}},
    }


def _list(one: List, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "summary": one.told.replace("`", ""),
        "parameters": [_parameter(name) for name in one.filters],
        "responses": {"200": _said("the rows, the newest first", schema), "400": _wrong()},
    }


def _parameter(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if name in _NUMBERS:
        schema = {"type": "integer", "minimum": 0}
        if _NUMBERS[name] is not None:
            schema["maximum"] = _NUMBERS[name]
    told = {"description": _TOLD[name]} if name in _TOLD else {}
    return {"name": name, "in": "query", "schema": schema, **told}


def _order(order: Order, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "summary": order.told.replace("`", ""),
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {"200": _said("what it gives", {"type": "object"}), "400": _wrong()},
    }


def _said(told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": told, "content": {"application/json": {"schema": schema}}}


def _wrong() -> dict[str, Any]:
    return _said("what is wrong with the question", {"$ref": _REFS.format(name="Error")})
