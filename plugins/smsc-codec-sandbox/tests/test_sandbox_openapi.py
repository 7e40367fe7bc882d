"""The JSON API is what its description says, and can be waited for."""

from __future__ import annotations

import json
import time
from threading import Timer
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from sandbox_wire import api, raw, send
from smsc_codec_sandbox.api import LISTS, ORDERS, ROOT
from smsc_codec_sandbox.sandbox import Sandbox


def test_description(smsc_sandbox: Sandbox) -> None:
    """The description keeps the published rules, and names each list and order, and nothing else."""
    document = api(smsc_sandbox.address, "openapi.json")
    OpenAPIV31SpecValidator(document).validate()
    assert set(document["paths"]) == {f"{ROOT}/{name}" for name in (*LISTS, *ORDERS)}
    ways = api(smsc_sandbox.address, "")["ways"]
    said = [f"{way.upper()} {path}" for path, ways in document["paths"].items() for way in ways]
    assert sorted(ways) == sorted([*said, f"GET {ROOT}/openapi.json"])


def _validator(document: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": document["components"]})


@pytest.mark.parametrize("name", sorted(LISTS))
def test_lists_are_as_described(smsc_sandbox: Sandbox, name: str) -> None:
    """What a list gives keeps the schema that the description has for it; every filter that it names is taken."""
    send(smsc_sandbox.address, mes="Hello{menu: press 1", call=1)
    send(smsc_sandbox.address)
    api(smsc_sandbox.address, "answer", {"message": 1, "text": "Yes"})
    api(smsc_sandbox.address, "fail", {"code": 4, "endpoint": "balance"})
    document = api(smsc_sandbox.address, "openapi.json")
    described = document["paths"][f"{ROOT}/{name}"]["get"]
    schema = described["responses"]["200"]["content"]["application/json"]["schema"]
    rows = api(smsc_sandbox.address, name)
    assert rows or name == "callbacks"
    _validator(document, schema).validate(rows)
    for parameter in described["parameters"]:
        assert "error" not in str(api(smsc_sandbox.address, f"{name}?{parameter['name']}=1"))[:10]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("fail", {"code": 4}), ("advance", {"seconds": 1}), ("ring", {"seconds": 5}), ("pick-up", {"message": 1}),
        ("answer", {"message": 1, "text": "x"}), ("fail", {"code": 400}), ("ring", {"seconds": "5"}),
        ("advance", {}), ("pick-up", {"message": 1, "x": 1}), ("decline", {"message": 1, "why": "x"}),
    ],
)  # fmt: skip
def test_orders_are_as_described(smsc_sandbox: Sandbox, name: str, order: dict[str, Any]) -> None:
    """An order that its schema does not take is refused."""
    send(smsc_sandbox.address, mes="Hello", call=1)
    document = api(smsc_sandbox.address, "openapi.json")
    content = document["paths"][f"{ROOT}/{name}"]["post"]["requestBody"]["content"]
    taken = _validator(document, content["application/json"]["schema"]).is_valid(order)
    assert ("error" not in api(smsc_sandbox.address, name, order)) == taken


def test_waiting(smsc_sandbox: Sandbox) -> None:
    """A list that is empty is waited for, until a row of it comes; others are not."""
    timer = Timer(0.2, lambda: send(smsc_sandbox.address, phones="79990000005", mes="at last"))
    timer.start()
    send(smsc_sandbox.address, phones="79990000001")
    (message,) = api(smsc_sandbox.address, "messages?phone=79990000005&wait=60")
    assert message["text"] == "at last"
    timer.join()
    before = time.monotonic()
    assert len(api(smsc_sandbox.address, "messages?wait=60")) == 2
    assert time.monotonic() - before < 60


def test_waiting_in_vain(smsc_sandbox: Sandbox) -> None:
    """When the time is over, the list is empty; the sandbox answers others meanwhile."""
    assert api(smsc_sandbox.address, "requests?wait=1") == []


@pytest.mark.parametrize(
    "query", ["messages?wait=-1", "messages?wait=x", "messages?wait=", "accounts?wait=1"]
)
def test_waits_that_cannot_be(smsc_sandbox: Sandbox, query: str) -> None:
    """A wait that is no number of seconds is an error at once."""
    assert "error" in api(smsc_sandbox.address, query)


def test_nobody_stays(smsc_sandbox: Sandbox) -> None:
    """Who asks for another method is told so."""
    octets = f"POST {ROOT}/openapi.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    status, _, body = raw(smsc_sandbox.address, f"{octets}Content-Length: 2\r\n\r\n{{}}".encode())
    assert (status, json.loads(body)) == (405, {"error": "GET only"})
