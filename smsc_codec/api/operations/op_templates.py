"""op_templates.php: templates that mobile operators approve (OPT-1)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

#: An operator with a kind of message: service, transactional, authorization; `soc` are social networks.
Operator = Literal[
    "mts_srv", "mts_trn", "mega_srv", "mega_auth", "mega_trn", "bee_srv", "bee_trn", "tele2_srv", "tele2_trn", "soc"
]  # fmt: skip


class AddOperatorTemplate(
    Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="add-operator-template"
):
    """Offer a sender's text to some operators."""

    sender: str
    msg: str
    operators: tuple[Operator, ...]


class GetOperatorTemplates(
    Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="get-operator-templates"
):
    """Ask what became of a sender's text at each operator."""

    sender: str
    msg: str
