"""The language server, as an editor sees it: every feature through a real client, over the real pipe."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client
from smsc_codec_lsp import words
from smsc_codec_lsp.russian import SENTENCES

URI = "file:///project/main.menu"
MENU = """Hello 🙂, this is the Harbour Hotel.

{menu: Press 1 for reservations, 2 for directions, 3 for the desk, 9 to leave.
1: call:35318880001 wait=30 ok:end err:desk
2: For a map press 1, to go back press star.
21: sms:$phone,Harbour,We are at 5 Quay Street
3: call:35318880009 wait=40 ok:end err:desk
*: back
9: end
desk: Nobody is at the desk, press 1 or 3 to try again.
}

Good bye!
"""


#: All tests share one server: starting it takes longer than all else.
together = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def editor() -> AsyncIterator[LanguageClient]:
    """An editor with a server."""
    editor = make_test_lsp_client()
    await editor.start_io(sys.executable, "-m", "smsc_codec", "lsp", "--stdio")
    await editor.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"), locale="en", workspace_folders=[]
        )
    )
    yield editor
    await editor.shutdown_session()
    await editor.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def client(editor: LanguageClient) -> AsyncIterator[LanguageClient]:
    """The editor, with no document open before the test nor after it."""
    yield editor
    for uri in list(editor.diagnostics):
        editor.text_document_did_close(types.DidCloseTextDocumentParams(document(uri)))
        await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    editor.diagnostics.clear()


async def opened(client: LanguageClient, text: str, uri: str = URI) -> list[types.Diagnostic]:
    """Open a document, and what is found in it."""
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "smsc-menu", 1, text))
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[uri])


def at(text: str, needle: str, inside: int = 0, number: int = 0) -> types.Position:
    """The position of a piece of a text in units of UTF-16."""
    offset = -1
    for _ in range(number + 1):
        offset = text.index(needle, offset + 1)
    offset += inside
    line = text.count("\n", 0, offset)
    start = text.rfind("\n", 0, offset) + 1
    return types.Position(line, len(text[start:offset].encode("utf-16-le")) // 2)


def document(uri: str = URI) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri)


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """A text after edits, by its own reckoning of positions."""
    lines = text.split("\n")

    def offset(position: types.Position) -> int:
        line = lines[position.line]
        before = line.encode("utf-16-le")[: 2 * position.character].decode("utf-16-le")
        return sum(len(one) + 1 for one in lines[: position.line]) + len(before)

    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


@together
async def test_a_sound_menu_has_no_findings(client: LanguageClient) -> None:
    """Nothing is said of a sound menu."""
    assert [
        one for one in await opened(client, MENU) if one.severity != types.DiagnosticSeverity.Information
    ] == []


@together
async def test_findings_as_one_types(client: LanguageClient) -> None:
    """A slip is shown at its place with its code and page, and goes when it is mended."""
    await opened(client, MENU)
    position = at(MENU, "9: end", 3)
    change = types.TextDocumentContentChangePartial(
        range=types.Range(position, types.Position(position.line, position.character + 3)), text="конец"
    )
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    (found,) = [one for one in client.diagnostics[URI] if one.severity == types.DiagnosticSeverity.Error]
    assert found.code == "IVR009"
    assert found.range.start == position
    assert found.code_description is not None
    assert found.code_description.href.endswith("/docs/rules/IVR009.md")
    back = types.TextDocumentContentChangePartial(
        range=types.Range(position, types.Position(position.line, position.character + 5)), text="end"
    )
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(3, URI), [back])
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert not any(one.severity == types.DiagnosticSeverity.Error for one in client.diagnostics[URI])


@together
async def test_quick_fix_and_fix_all(client: LanguageClient) -> None:
    """A finding's fix is offered at its place; all safe ones mend the whole document at once."""
    text = MENU.replace("9: end", "9: edn").replace("wait=40", "wait=40s")
    found = await opened(client, text)
    assert {one.code for one in found} >= {"IVR009", "IVR203"}
    place = next(one.range for one in found if one.code == "IVR009")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document(), place, types.CodeActionContext(found))
    )
    assert actions
    quick = next(one for one in actions if one.kind == types.CodeActionKind.QuickFix)
    assert isinstance(quick, types.CodeAction)
    assert quick.edit
    assert quick.edit.changes
    assert "9: end\n" in applied(text, list(quick.edit.changes[URI]))
    every = await client.text_document_code_action_async(
        types.CodeActionParams(
            document(), place, types.CodeActionContext(found, only=[types.CodeActionKind.SourceFixAll])
        )
    )
    assert every
    (whole,) = every
    assert isinstance(whole, types.CodeAction)
    assert whole.edit
    assert whole.edit.changes
    assert applied(text, list(whole.edit.changes[URI])) == MENU


@together
async def test_formatting(client: LanguageClient) -> None:
    """A document is written in canonical layout; a broken one stays as it is."""
    text = MENU.replace("9: end", "9:    end")
    await opened(client, text)
    options = types.FormattingOptions(4, True)
    edits = await client.text_document_formatting_async(types.DocumentFormattingParams(document(), options))
    assert edits
    assert applied(text, list(edits)) == MENU.replace("again.\n}", "again.}")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, URI),
            [types.TextDocumentContentChangeWholeDocument("{menu: x")],
        )
    )
    assert not await client.text_document_formatting_async(
        types.DocumentFormattingParams(document(), options)
    )


@together
@pytest.mark.parametrize(
    ("needle", "inside", "says"),
    [
        ("call:35318880001", 1, "Put the caller through"),
        ("wait=30", 2, "Ring for so many seconds"),
        ("err:desk", 1, "Go to this key or label"),
        ("21: sms", 0, "reached by: press 2, press 1"),
        ("We are at 5", 3, "1 SMS"),
        ("Press 1 for reservations", 3, "spoken in"),
        ("*: back", 4, "Return to the menu above"),
    ],
)
async def test_hover(client: LanguageClient, needle: str, inside: int, says: str) -> None:
    """What a command does, how long a text is spoken, how many parts an SMS has, who comes to an item."""
    await opened(client, MENU)
    hover = await client.text_document_hover_async(types.HoverParams(document(), at(MENU, needle, inside)))
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert says in hover.contents.value


@together
async def test_hover_on_a_finding_names_its_rule(client: LanguageClient) -> None:
    """Where something is wrong, hovering says what the rule is about."""
    text = MENU.replace("9: end", "9: конец")
    await opened(client, text)
    hover = await client.text_document_hover_async(types.HoverParams(document(), at(text, "конец", 1)))
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert "IVR009" in hover.contents.value


@together
@pytest.mark.parametrize(
    ("old", "new", "caret", "labels"),
    [
        ("9: end", "9: ", "9: ", {"call:", "sms:", "record:", "end"}),
        ("err:desk\n2", "err:\n2", "err:", {"desk", "1", "21"}),
        ("wait=30 ok:end err:desk", "", "35318880001 ", {"wait=", "ok:end", "err:", "record"}),
        ("9: end", "", "*: back\n", {"9: ", "#: start", "0: repeat"}),
        ("*: back", "*: ", "*: ", {"back"}),
    ],
)
async def test_completion(client: LanguageClient, old: str, new: str, caret: str, labels: set[str]) -> None:
    """Commands, the parameters of a call, names behind `err:`, keys that callers are told of and that are missing."""
    text = MENU.replace(old, new, 1)
    await opened(client, text)
    found = await client.text_document_completion_async(
        types.CompletionParams(document(), at(text, caret, len(caret)))
    )
    items = found.items if isinstance(found, types.CompletionList) else found or []
    assert labels <= {one.label for one in items}


@together
async def test_no_completion_outside_the_menu(client: LanguageClient) -> None:
    """The texts around the menu have no commands."""
    await opened(client, MENU)
    found = await client.text_document_completion_async(
        types.CompletionParams(document(), at(MENU, "Good bye", 3))
    )
    assert not found


@together
async def test_definition_and_references(client: LanguageClient) -> None:
    """From `err:desk` to `desk:`, and back to all that name it; a key in a text leads to its item."""
    await opened(client, MENU)
    there = at(MENU, "err:desk", 5)
    definition = await client.text_document_definition_async(types.DefinitionParams(document(), there))
    assert [one.range.start for one in definition or []] == [at(MENU, "desk: Nobody")]  # type: ignore[union-attr]
    references = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), document(), there)
    )
    assert [one.range.start for one in references or []] == [
        at(MENU, "err:desk", 4),
        at(MENU, "err:desk", 4, number=1),
        at(MENU, "desk: Nobody"),
    ]
    told = await client.text_document_definition_async(
        types.DefinitionParams(document(), at(MENU, "3 for the desk"))
    )
    assert [one.range.start for one in told or []] == [at(MENU, "3: call")]  # type: ignore[union-attr]


@together
@pytest.mark.parametrize(
    ("needle", "inside", "new", "changed"),
    [
        ("desk: Nobody", 1, "sorry", [("err:desk", "err:sorry"), ("desk: Nobody", "sorry: Nobody")]),
        (
            "2: For a map",
            0,
            "4",
            [("2: For", "4: For"), ("21: sms", "41: sms"), ("2 for directions", "4 for directions")],
        ),
    ],
)
async def test_rename(
    client: LanguageClient, needle: str, inside: int, new: str, changed: list[tuple[str, str]]
) -> None:
    """A new name wherever the old one stands: at `err:`, in what callers are told, in the keys below."""
    await opened(client, MENU)
    made = await client.text_document_rename_async(
        types.RenameParams(document(), at(MENU, needle, inside), new)
    )
    assert made
    assert made.changes
    wanted = MENU
    for old, written in changed:
        wanted = wanted.replace(old, written)
    assert applied(MENU, list(made.changes[URI])) == wanted


@together
@pytest.mark.parametrize("new", ["9", "no where", "метка", "20", ""])
async def test_rename_refuses_what_cannot_be(client: LanguageClient, new: str) -> None:
    """A name that exists, or that a key cannot have, is refused with its reason."""
    await opened(client, MENU)
    with pytest.raises(Exception, match=r"already|made of"):
        await client.text_document_rename_async(types.RenameParams(document(), at(MENU, "2: For a map"), new))


@together
async def test_outline_and_folding(client: LanguageClient) -> None:
    """Items stand below the item that leads to them."""
    await opened(client, MENU)
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document()))
    assert symbols
    (menu,) = symbols
    assert isinstance(menu, types.DocumentSymbol)
    assert [one.name for one in menu.children or []] == ["1", "2", "3", "*", "9", "desk"]
    assert [one.name for one in (menu.children or [])[1].children or []] == ["21"]
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document()))
    assert (2, 10) in [(one.start_line, one.end_line) for one in folds or []]
    assert (4, 5) in [(one.start_line, one.end_line) for one in folds or []]


@together
async def test_hints_and_lenses(client: LanguageClient) -> None:
    """Seconds behind what is spoken, parts behind an SMS; above an item how a caller comes there."""
    await opened(client, MENU)
    whole = types.Range(types.Position(0, 0), types.Position(20, 0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(document(), whole))
    labels = [str(one.label) for one in hints or []]
    assert "1 SMS" in labels
    assert any(label.endswith(" s") for label in labels)
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document()))
    titles = {one.command.title for one in lenses or [] if one.command}
    assert "reached by: press 2, press 1" in titles
    assert "reached by: press 1, nobody answers" in titles


@together
async def test_colours(client: LanguageClient) -> None:
    """Each token stands where it should, in rising order, as its type."""
    await opened(client, MENU)
    made = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document()))
    assert made
    legend = ("enumMember", "keyword", "property", "number", "string", "label", "variable", "operator")
    lines = MENU.split("\n")
    line = character = 0
    seen = []
    for n in range(0, len(made.data), 5):
        down, right, length, kind, _ = made.data[n : n + 5]
        line, character = line + down, right + (0 if down else character)
        seen.append((lines[line][character : character + length], legend[kind]))
    assert ("{menu:", "operator") in seen
    assert ("21", "enumMember") in seen
    assert ("call", "keyword") in seen
    assert ("35318880001", "number") in seen
    assert ("desk", "label") in seen
    assert ("$phone", "variable") in seen
    assert ("ok:end", "property") in seen


REQUEST = f"login=alex&psw=c4n4ry&phones=79990000000&call=1&mes={quote(MENU)}"


@together
async def test_a_menu_in_a_request(client: LanguageClient) -> None:
    """A menu inside a request has findings, an outline and hover at its encoded place; no secret is shown."""
    uri = "file:///project/send.request"
    text = REQUEST.replace(quote("9: end"), quote("9: конец"))
    found = await opened(client, text, uri)
    assert "IVR009" in {one.code for one in found}
    assert "c4n4ry" not in str(found)
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document(uri)))
    assert symbols
    (menu,) = symbols
    assert isinstance(menu, types.DocumentSymbol)
    assert "desk" in [one.name for one in menu.children or []]
    hover = await client.text_document_hover_async(
        types.HoverParams(document(uri), at(text, quote("call:35318880001"), 2))
    )
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert "Put the caller through" in hover.contents.value


@together
@pytest.mark.parametrize(
    "text", ["", "{menu:", "\r\n\r{menu: x\r1: end\r\n}", "\ud83d", "{menu: 🙂\n1: 🙂}", "1" * 5000]
)
async def test_odd_texts(client: LanguageClient, text: str) -> None:
    """Every feature answers for any text, at any place."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    await opened(client, text)
    for position in (types.Position(0, 0), types.Position(0, 3), types.Position(99, 99)):
        await client.text_document_hover_async(types.HoverParams(document(), position))
        await client.text_document_completion_async(types.CompletionParams(document(), position))
        await client.text_document_definition_async(types.DefinitionParams(document(), position))
    await client.text_document_document_symbol_async(types.DocumentSymbolParams(document()))
    await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document()))
    await client.text_document_code_lens_async(types.CodeLensParams(document()))


@together
async def test_the_project_settings_count(client: LanguageClient, tmp_path: Path) -> None:
    """Rules that the project ignores are not told."""
    text = MENU.replace("9: end", "9: конец")
    (tmp_path / "smsc-codec.toml").write_text('ignore = ["IVR009"]\n', encoding="utf-8")
    found = await opened(client, text, (tmp_path / "main.menu").as_uri())
    assert "IVR009" not in {one.code for one in found}


@together
async def test_what_the_project_says_of_a_file_counts(client: LanguageClient, tmp_path: Path) -> None:
    """Ignores of a file, and of an item in it, severities and kinds count by the path below the configuration."""
    text = MENU.replace("9: end", "9: конец\n8: repeat")
    (tmp_path / "меню").mkdir()
    (tmp_path / "smsc-codec.toml").write_text(
        '[per-file-ignores]\n"меню/*.menu" = ["IVR009", "IVR303@8"]\n"./other.menu" = ["ALL"]\n'
        '[severity]\nIVR = "info"\n[kinds]\n"меню/*.txt" = "menu"\n',
        encoding="utf-8",
    )
    for name, gone in (("меню/main.menu", True), ("меню/x.txt", False), ("main.menu", False)):
        found = await opened(client, text, (tmp_path / name).as_uri())
        assert ("IVR009" not in {one.code for one in found}) is gone, name
        assert {one.severity for one in found if one.code != "IVR009"} <= {
            types.DiagnosticSeverity.Information, types.DiagnosticSeverity.Hint,
        }  # fmt: skip
    assert await opened(client, text, (tmp_path / "other.menu").as_uri()) == []


async def editor_that(options: object = None, locale: str | None = None, *arguments: str) -> LanguageClient:
    """An editor that says in which language it wants to be spoken to."""
    editor = make_test_lsp_client()
    await editor.start_io(sys.executable, "-m", "smsc_codec", "lsp", *arguments)
    await editor.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            initialization_options=options,
            locale=locale,
            workspace_folders=[],
        )
    )
    return editor


@together
@pytest.mark.parametrize(
    ("options", "locale", "arguments", "configured", "russian"),
    [
        (None, "ru", (), "", True),
        (None, "ru-RU", (), "", True),
        (None, "de", (), "", False),
        ({"language": "ru"}, "en-US", (), 'lang = "en"\n', True),
        ({"language": "en"}, "ru", (), 'lang = "ru"\n', False),
        ({"language": "auto"}, "ru", (), "", True),
        (None, "ru", (), 'lang = "en"\n', False),
        (None, "en", ("--lang", "ru"), 'lang = "en"\n', True),
        ("nonsense", "ru", (), "", True),
    ],
)
async def test_the_language_it_speaks(
    options: object, locale: str, arguments: tuple[str, ...], configured: str, russian: bool, tmp_path: Path
) -> None:
    """The editor's setting counts first, then `--lang`, the project's configuration, and the editor's locale."""
    editor = await editor_that(options, locale, *arguments)
    (tmp_path / "smsc-codec.toml").write_text(configured, encoding="utf-8")
    text = MENU.replace("9: end", "9: конец")
    uri = (tmp_path / "main.menu").as_uri()
    (found,) = [one for one in await opened(editor, text, uri) if one.code == "IVR009"]
    hover = await editor.text_document_hover_async(
        types.HoverParams(document(uri), at(text, "call:35318880001", 2))
    )
    lenses = await editor.text_document_code_lens_async(types.CodeLensParams(document(uri)))
    await editor.shutdown_session()
    await editor.stop()
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    titles = {one.command.title for one in lenses or [] if one.command}
    said = [found.message, hover.contents.value, *titles]
    assert [has_russian(one) for one in said] == [russian] * len(said)


def has_russian(text: str) -> bool:
    return any("а" <= letter <= "я" for letter in text.lower().replace("конец", ""))


def test_all_that_it_says_is_known_in_russian() -> None:
    """Hover, completion, hints and fixes have Russian words, and no gap is lost."""
    for _, about in (*words.COMMANDS.values(), *words.PARAMETERS.values(), *words.RESERVED.values()):
        assert has_russian(words.said(about, "ru"))
    for english, russian in SENTENCES.items():
        filled = english.replace("{#}", "7").replace("{}", "x7")
        assert words.said(filled, "ru") == russian.replace("{}", "{0}").format(
            "x7" if "{}" in english else "7"
        )
        assert has_russian(russian)
    assert words.said("spoken in 3-5 s", "ru") == "произносится за 3-5 с"
    assert words.said("Press 1 for sales", "ru") == "Press 1 for sales"
