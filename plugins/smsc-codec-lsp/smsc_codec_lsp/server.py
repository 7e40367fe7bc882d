"""The server: keeps the documents that are open, asks the features, tells the editor."""

from __future__ import annotations

import asyncio
import os
import time

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from smsc_codec.cli import terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.linter.config import Settings
from smsc_codec.linter.registry import ConfigError
from smsc_codec.linter.words import LANGUAGES, Language, of_locale
from smsc_codec_lsp import __version__
from smsc_codec_lsp.documents import Document
from smsc_codec_lsp.features import help, layout, names, problems, sights

#: What is looked at faster than this, in seconds, is looked at on every change; what is not, when typing rests so
#: many times as long as looking takes.
AT_ONCE, REST = 0.02, 3
#: A longer document is left alone: it is a list for the command line.
LONGEST = 1_000_000


class Server(LanguageServer):
    """One server, for all documents of an editor."""

    def __init__(self) -> None:
        super().__init__("smsc-codec", __version__)
        self._documents: dict[str, tuple[int | None, Document]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._took: dict[str, float] = {}
        self._settings: dict[str, Configuration] = {}
        self._asked: Language | None = None
        self._locale: Language | None = None

    def document(self, uri: str) -> Document:
        """What is known of a document as it is now."""
        opened = self.workspace.get_text_document(uri)
        kept = self._documents.get(uri)
        if kept is not None and kept[0] == opened.version and kept[1].text == opened.source:
            return kept[1]
        path = to_fs_path(uri) or uri
        encoding = self.workspace.position_encoding
        configuration = self.configuration(path)
        document = Document(
            relative_name(path, configuration.folder),
            opened.source,
            configuration.settings,
            str(getattr(encoding, "value", encoding) or "utf-16"),
            self.language(configuration.settings),
        )
        self._documents[uri] = (opened.version, document)
        return document

    def configuration(self, path: str) -> Configuration:
        """The configuration of the project that a file is in; a mistake in it is told once."""
        folder = os.path.dirname(path)
        if folder not in self._settings:
            try:
                there = os.path.isdir(folder)
                self._settings[folder] = load(start=folder) if there else Configuration(Settings())
            except ConfigError as error:
                self._settings[folder] = Configuration(Settings())
                self.window_show_message(
                    types.ShowMessageParams(types.MessageType.Error, f"smsc-codec: {error}")
                )
        return self._settings[folder]

    def introduced(self, params: types.InitializeParams) -> None:
        """Remember in which language the editor wants to be spoken to."""
        options = params.initialization_options
        asked = options.get("language") if isinstance(options, dict) else getattr(options, "language", None)
        self._asked = next((one for one in LANGUAGES if one == asked), None)
        self._locale = of_locale({"LANG": params.locale}) if params.locale else None

    def language(self, settings: Settings) -> Language:
        """What to speak: what was asked for, what is configured, what the editor itself or its system speaks."""
        return self._asked or terminal.asked() or settings.lang or self._locale or terminal.language()

    def forget_settings(self) -> None:
        """Read the settings anew, and look at everything again."""
        self._settings.clear()
        for uri in list(self._documents):
            del self._documents[uri]
            self.look(uri)

    def changed(self, uri: str) -> None:
        """Look at a document now, or once typing rests, where looking takes long."""
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()
        took = self._took.get(uri, 0.0)
        if took <= AT_ONCE:
            self.look(uri)
        else:
            self._waiting[uri] = asyncio.get_running_loop().call_later(REST * took, self.look, uri)

    def look(self, uri: str) -> None:
        """Tell the editor what is wrong with a document."""
        self._waiting.pop(uri, None)
        opened = self.workspace.get_text_document(uri)
        began = time.perf_counter()
        found = [] if len(opened.source) > LONGEST else problems.diagnostics(self.document(uri), uri)
        self._took[uri] = time.perf_counter() - began
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, opened.version))

    def closed(self, uri: str) -> None:
        """Forget a document."""
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()
        self._documents.pop(uri, None)
        self._took.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


SERVER = Server()


@SERVER.feature(types.INITIALIZE)
def _initialized(server: Server, params: types.InitializeParams) -> None:
    server.introduced(params)


@SERVER.feature(types.TEXT_DOCUMENT_DID_OPEN)
def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.look(params.text_document.uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    server.changed(params.text_document.uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.closed(params.text_document.uri)


@SERVER.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
def _watched(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    server.forget_settings()


@SERVER.feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions([types.CodeActionKind.QuickFix, problems.FIX_ALL]),
)
def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    wanted = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    return problems.actions(server.document(uri), uri, params.range, wanted)


@SERVER.feature(types.TEXT_DOCUMENT_FORMATTING)
def _formatting(server: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    return layout.formatting(server.document(params.text_document.uri))


@SERVER.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
def _symbols(server: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    return layout.symbols(server.document(params.text_document.uri))


@SERVER.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
def _folding(server: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    return layout.folding(server.document(params.text_document.uri))


@SERVER.feature(types.TEXT_DOCUMENT_HOVER)
def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    return help.hover(server.document(params.text_document.uri), params.position)


@SERVER.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[":", " ", "<"]))
def _completion(server: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    return help.completion(server.document(params.text_document.uri), params.position)


@SERVER.feature(types.TEXT_DOCUMENT_DEFINITION)
def _definition(server: Server, params: types.DefinitionParams) -> list[types.Location]:
    uri = params.text_document.uri
    return names.definition(server.document(uri), uri, params.position)


@SERVER.feature(types.TEXT_DOCUMENT_REFERENCES)
def _references(server: Server, params: types.ReferenceParams) -> list[types.Location]:
    uri = params.text_document.uri
    return names.references(server.document(uri), uri, params.position, params.context.include_declaration)


@SERVER.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
def _prepare(server: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    return names.prepare(server.document(params.text_document.uri), params.position)


@SERVER.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
def _rename(server: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    uri = params.text_document.uri
    try:
        return names.rename(server.document(uri), uri, params.position, params.new_name)
    except names.NoNewName as error:
        raise JsonRpcInvalidParams(server.document(uri).say(str(error))) from None


@SERVER.feature(types.TEXT_DOCUMENT_INLAY_HINT)
def _hints(server: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    return sights.hints(server.document(params.text_document.uri), params.range)


@SERVER.feature(types.TEXT_DOCUMENT_CODE_LENS)
def _lenses(server: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    return sights.lenses(server.document(params.text_document.uri))


@SERVER.feature(
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
    types.SemanticTokensLegend(token_types=list(sights.TOKENS), token_modifiers=[]),
)
def _tokens(server: Server, params: types.SemanticTokensParams) -> types.SemanticTokens:
    return types.SemanticTokens(sights.tokens(server.document(params.text_document.uri)))
