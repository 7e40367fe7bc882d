"""Messages are answered on the page (CBK-3)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sandbox_page import asked
from sandbox_wire import send
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.sandbox import Sandbox
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import Web
from test_sandbox_web_phone import browser, page, sandbox

__all__ = ["browser", "page", "sandbox"]


def test_answers_are_shown() -> None:
    """An answer stands below its message, escaped; a call has none, but a way to the phone."""
    service = Service(settled({}))
    web = Web(service)
    for call in (0, 1):
        body = {"login": "alex", "psw": "123", "phones": "79990000000", "mes": "Coming?", "call": call}
        service.answer("POST", "/rest/send/", "application/json", json.dumps(body).encode())
    order = json.dumps({"message": 1, "text": "<b>Yes</b>"}).encode()
    answer = asked(web, "/sandbox/page/phone/answer", "POST", order, content_type="application/json")
    assert json.loads(answer.data)["text"] == "<b>Yes</b>"
    seen = asked(web, "/?open=1").data.decode()
    assert "&lt;b&gt;Yes&lt;/b&gt;" in seen
    assert "<b>Yes" not in seen
    seen = asked(web, "/?open=2", accept_language="ru").data.decode()
    assert "data-answer" not in seen
    assert "К телефону" in seen
    service.store.close()


@pytest.mark.slow
def test_an_answer(page: Any, sandbox: Sandbox) -> None:
    """Who reads a message answers it; what is half typed outlives a change of the message."""
    send(sandbox.address, mes="Coming?")
    page.goto(f"{sandbox.address}/?open=1")
    field = page.locator("form[data-answer] textarea")
    field.fill("Yes, at")
    sandbox.service.store.changed("messages", (1,))
    page.locator("#opened .answers").wait_for()
    page.wait_for_function("document.querySelector('textarea').value === 'Yes, at'")
    field.fill("Yes, at 5")
    page.get_by_role("button", name="Answer").click()
    page.locator(".answers .mine", has_text="Yes, at 5").wait_for()
    (answer,) = sandbox.service.store.answers(1)
    assert answer.text == "Yes, at 5"
