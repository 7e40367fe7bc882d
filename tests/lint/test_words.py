"""What people read is there in English and in Russian (issue 13): the catalogue, and everything that the rules say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.kinds import kind_of
from smsc_codec.linter.pages import page
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.words import catalogue, of_locale, said, translated
from smsc_codec.linter.words.russian import SENTENCES
from smsc_codec.linter.words.russian.pages import PAGES
from smsc_codec.linter.words.sentences import Catalogue
from smsc_codec.payloads import KINDS, codec

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "smsc_codec"

# -- the catalogue -------------------------------------------------------------------------------

LITTLE = Catalogue(
    {
        "'{}' is odd": "'{}' — странно",
        "'{}' is odd in {}": "{1~}: '{0}' — странно",
        "cut to {} parts of {}": "{1}: обрезано до {0} {0|части|частей|частей}",
        "{#} to {#}": "от {} до {}",
        "{} parts": "{} {0|часть|части|частей}",
        "missing: {}": "не хватает: {~}",
        "text": "текст",
        "sender": "отправитель",
        "or": "или",
        "item {}": "пункт {}",
        "a{}a": "б{}б",
        "{} of {} parts": "{} из {} {1|части|частей|частей}",
    }
)


@pytest.mark.parametrize(
    ("english", "russian"),
    {
        "'1' is odd": "'1' — странно",
        "'1' is odd in item 4": "пункт 4: '1' — странно",
        "'' is odd' is odd": "'' is odd' — странно",
        "cut to 1 parts of {}": "{}: обрезано до 1 части",
        "1 parts": "1 часть",
        "3 parts": "3 части",
        "11 parts": "11 частей",
        "21 parts": "21 часть",
        "112 parts": "112 частей",
        "0.5 parts": "0.5 части",
        "1 to 2": "от 1 до 2",
        "-1.5 to +2": "от -1.5 до +2",
        "1 to two": "1 to two",
        "one to 2": "one to 2",
        "yes to no": "yes to no",
        "'' is odd": "'' — странно",
        "a": "a",
        "aa": "бб",
        "1 of 5 parts": "1 из 5 частей",
        "a: 1 of 5 parts": "a: 1 из 5 частей",
        "missing: item a, b": "не хватает: пункт a, b",
        "missing: a, item b": "не хватает: a, пункт b",
        "missing: text, sender or item 2": "не хватает: текст, отправитель или пункт 2",
        "missing: text and sender": "не хватает: текст and отправитель",
        "missing: a: text": "не хватает: a: текст",
        "missing: text, sender": "не хватает: текст, отправитель",
        "missing: text or sender": "не хватает: текст или отправитель",
        "missing: nothing": "не хватает: nothing",
        "never heard of": "never heard of",
        "'\n' is odd": "'\n' — странно",
    }.items(),
)
def test_catalogue(english: str, russian: str) -> None:
    """A filled sentence finds its own again: gaps move, numbers choose their word, what is unknown stays."""
    assert LITTLE.said(english) == russian


@pytest.mark.parametrize(
    ("words", "numbers"),
    {
        "часть": ("1", "21", "101", "121"),
        "части": ("2", "3", "4", "22", "24", "102", "0.5", "1.5", "-1.5"),
        "частей": (
            "0",
            "5",
            "9",
            "10",
            "11",
            "12",
            "14",
            "15",
            "19",
            "20",
            "25",
            "100",
            "111",
            "112",
            "-1",
            "x",
            "x.y",
        ),
    }.items(),
)
def test_the_word_that_goes_with_a_number(words: str, numbers: tuple[str, ...]) -> None:
    """1, 21, 101 часть; 2 to 4 and fractions части; 5 to 20, 11 to 14 of each hundred, and what is no number частей."""
    assert {LITTLE.said(f"{number} parts") for number in numbers} == {
        f"{number} {words}" for number in numbers
    }


@pytest.mark.parametrize(
    ("english", "russian"),
    {
        "91 English characters": "91 английский знак",
        "22 Russian characters": "22 русских знака",
        "1 Russian and 2 English characters": "1 русский и 2 английских знака",
        "Callers get stuck in 21 places and can only hang up:":
            "Абонент застревает в 21 месте и может только положить трубку:",
        "'a' has this b 22 times, not 1": "в 'a' это b встречается 22 раза, а не 1",
        "6 parts with it, 1 without: 6 times the price": "с ним частей 6, без него 1: цена выше в 6 раз",
        "this text takes 31 to 61 seconds to read aloud": "на чтение этого текста уйдёт от 31 до 61 секунды",
    }.items(),
)  # fmt: skip
def test_numbers_in_russian(english: str, russian: str) -> None:
    """A word that is counted has the form that its number asks for."""
    assert catalogue().said(english) == russian


#: Words that are counted, in a form that only some numbers have; these gaps hold one number each.
COUNTED = (
    r"\{[0-9]?\} (?:английских )?(?:знаков|раза?|сообщени[йя]|местах|секунды?|част[ией]+|файл\w*|байта?)\b"
)
FIXED = {"Проверен {} файл, ошибок нет."}


def test_counted_words_have_forms() -> None:
    """No sentence has one form of a word beside a number that may be any."""
    assert {one for one in SENTENCES.values() if re.search(COUNTED, one)} <= FIXED


@pytest.mark.parametrize(
    ("english", "russian"),
    {
        "text": "текст",
        "a.menu: text": "a.menu: текст",
        "a: b: text": "a: b: текст",
        "a: 3 parts": "a: 3 части",
        "a: b: 3 parts": "a: b: 3 части",
        "a: missing: text": "a: не хватает: текст",
        "a: '1' is odd in item 4": "a: пункт 4: '1' — странно",
        "a: never heard of": "a: never heard of",
        "never heard of": "never heard of",
        ": text": ": текст",
    }.items(),
)
def test_sentences_about_something(english: str, russian: str) -> None:
    """What a sentence is about stands before it and stays."""
    assert LITTLE.said_of(english) == russian


GAP = re.compile(r"\{#?\}")


def filled(english: str) -> str:
    """The sentence with something in each gap."""
    return GAP.sub(lambda gap: "7" if gap[0] == "{#}" else "qq", english)


def test_each_sentence_finds_itself() -> None:
    """No sentence is taken for another one, whose gaps would swallow it."""
    for english, russian in SENTENCES.items():
        gaps = ["7" if gap == "{#}" else "qq" for gap in GAP.findall(english)]
        expected = catalogue()._filled(russian, gaps) if gaps else russian
        assert said(filled(english), "ru") == expected, english


def test_gaps_are_kept() -> None:
    """Each gap of the English sentence is in the Russian one, and no other."""
    for english, russian in SENTENCES.items():
        turns = 0
        there = set()
        for number in re.findall(r"\{([0-9]?)(?:~|\|[^{}]*)?\}", russian):
            there.add(int(number) if number else turns)
            turns += not number
        assert there == set(range(len(GAP.findall(english)))), english


def is_code(text: str) -> bool:
    """Whether nothing in a text is a word of a language: what stands in quotes, names with values, numbers."""
    text = re.sub(r"'[^']*'|`[^`]*`|\"[^\"]*\"", "", text)
    return not re.search(r"[A-Za-z]{2,}", re.sub(r"[\w-]+=\S*|\.\w+|\$\w+|#\w+", "", text))


#: What is called the same, or nearly so, in both; between two numbers Russian has a dash.
NAMES = {"flash SMS", "WAP push", " to "}


def test_russian_is_russian() -> None:
    """Every sentence with words has Russian ones."""
    for english, russian in SENTENCES.items():
        bare = re.sub(r"\{[^{}]*\}", "", english)
        assert re.search("(?i)[а-яё]", russian) or is_code(bare) or english in NAMES, english


# -- everything that is said ---------------------------------------------------------------------


def sentences(finding: Finding) -> Iterator[str]:
    """Everything that a finding says."""
    yield finding.message
    yield from finding.expected
    yield from (label.text for label in finding.labels)
    yield from (fix.title for fix in finding.fixes)
    yield from finding.notes
    yield finding.primary


PEDANTIC = Settings(profile="pedantic")
FOLDERS = ("tests/corpus", "docs/examples")
FILES = sorted(
    path for folder in FOLDERS for path in (ROOT / folder).rglob("*.*")
    if path.is_file() and path.suffix not in (".py", ".json", ".md", ".pyc")
)  # fmt: skip


def found_in_examples() -> Iterator[Finding]:
    """The findings in the corpus, in the examples, and in those of the rules' pages."""
    import tomllib

    for path in FILES:
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        kind = kind_of(str(path), text, globs={})[0]
        yield from Linter(codec(kind), PEDANTIC).check(text)[0]
    for kind in KINDS:
        for rule in codec(kind).rules():
            parts = page(rule)
            settings = PEDANTIC
            if parts.options:
                table = {"profile": "pedantic", kind: tomllib.loads(parts.options)}
                try:
                    settings = settings_from(table, "")
                except ValueError:  # options of another language that has the rule, too
                    continue
            yield from Linter(codec(kind), settings).check(parts.bad)[0]


#: Latin words of Russian sentences: names of things that have no other name.
LATIN = re.compile(
    r"(?i)\b(?:[\w-]*(?:125[12]|koi8|utf|MacCyrillic|cp866|latin)[\w-]*|https?|SMS-\w+|curl|HTTP|HTML|Markdown|BBCode|URL|POST|GET|JSON|"
    r"XML|SMS|MMS|e-mail|Viber|Telegram|WhatsApp|WAP-push|push|flash-SMS|HLR|Unix|ASCII|UTC|GSM|urlencode|START|MENU|"
    r"END|TEXT|wait|pid|dcs|DTD|send|php|G777|id|h1-h2|maxsms|err|IVR|U|href|si|IP|Windows|indication|service|loading)\b"
)


#: Sentences that end in names: those of Unicode, and labels.
NAMED = (
    "invisible character: ",
    "unusual character: ",
    "items along the way: ",
    "the loop: ",
    "longest parts: ",
    "placeholder ",
    "no answer here: go to ",
)


def english_left(russian: str) -> list[str]:
    """The English words that a Russian sentence still has outside of what it quotes from the text."""
    quoted = (
        r"\[[^\]]*\]|'[^']*'|`[^`]*`|\"[^\"]*\"|\{\{.*?\}\}|\([^()]*U\+[^()]*\)|\S+=\S*|[$%{<@#:\[]\S*|\.\w+"
    )
    return re.findall(r"[A-Za-z]{2,}", LATIN.sub("", re.sub(quoted, "", russian)))


def test_everything_found_is_said_in_russian() -> None:
    """Every message, expectation, label, title and note of the corpus' and the pages' findings is translated whole."""
    every = {text for finding in found_in_examples() for text in sentences(finding) if text}
    assert len(every) > 900
    missing = sorted(text for text in every if catalogue().find(text) is None and not is_code(text))
    assert not missing
    # A quote in what is quoted makes this blind.
    russian = {
        said(text, "ru")
        for text in every
        if "''" not in text
        and "<file '" not in text
        and text.count("'") % 2 == 0
        and not text.startswith(NAMED)
    }
    assert not {text for text in russian if re.search("[а-яё]", text) and english_left(text)}


def test_every_rule_has_a_summary() -> None:
    """The first line of each rule's page is translated."""
    assert not [code for code, rule in all_rules().built_in().items() if page(rule).summary not in SENTENCES]


def test_a_finding_is_translated_whole() -> None:
    """Every part of a finding that is said is translated; places, code, name and edits stay."""
    menu = "Hello!\n{menu: Press 1\n1: call:79990000001 wait=10 err:2\n2: call:79990000002 err:1\n3: ent}\n"
    for finding in Linter(codec("menu"), PEDANTIC).check(menu)[0]:
        russian = translated(finding, "ru")
        assert re.search("[а-яё]", russian.message)
        assert (russian.code, russian.name, russian.span) == (finding.code, finding.name, finding.span)
        assert [fix.edits for fix in russian.fixes] == [fix.edits for fix in finding.fixes]
        assert [fix.safe for fix in russian.fixes] == [fix.safe for fix in finding.fixes]
        assert [label.span for label in russian.labels] == [label.span for label in finding.labels]
        assert translated(finding, "en") == finding


# -- every sentence in the source ----------------------------------------------------------------

#: What holds no sentences that a finding says: words to be recognized, names, and errors of functions in programs.
QUIET = re.compile(
    r"/caller/|/(?:write|announced|asking|unasked|curl_options|names|mms_names|wsp_words|wsp_names|pid|elements|ems|dtd|dcs|address|checks|"
    r"gsm7|layout|voicemail|tpdu|moment|message_id|trailer|foreign|joining|codec|explore|machine|graph|words|player|draft|clock|conform|model|__init__)\.py$"
)
#: Sentences that no finding says: errors of functions, names of languages, words that are recognized.
UNSAID = re.compile(
    r"\(\?[:=!<]|"
    r"given, |^expected is |would not read back|does not read back|of another type|an Upload with|an IP address|"
    r"is empty: leave it out|says how 'binary'|true or false|true, false or nothing|; expected |sometimes safe|"
    r"is a number: give it|is for a single message|at least one message$|the body: |HTTP/1|^Host: |^Content-L|"
    r"^hung up$|^pick up$|^picked up$|^not answered$|^invalid key$|^any other key$|^end of recording$|^ends in$|"
    r"^\{\}: (?:select|ignore|severity|per-file-ignores|kinds|tool)|^baseline: '\{\}'$|"
    r": error \{\}\n$|^::error |at `\$|No newline|"
    r"smsc-codec: |: line \{\}$|\{\} of \{\} files|octet \{\}: \{\}|JSON is malformed: |already exists$|"
    r"^\{menu:\n|every text fits|^<file |pid: |added by the|seconds from its sending|\(item \{\}\)$"
)


#: What prints pictures and pages of their own, help, and files in the forms of other programs.
PICTURES = re.compile(
    r"/(?:decode|octet_rows|push_rows|parts\w*|octet_table|pages|reply|checkstyle|junit|azure|app|gate)\.py$|/menu/"
    r"|/words/russian/"
)


@pytest.mark.parametrize("folder", ["payloads", "api/text", "api/parameters", "linter", "cli"])
def test_every_sentence_is_known(folder: str) -> None:
    """What looks like a sentence in the source is in the catalogue, whole or as a part of one."""
    known = [GAP.sub("{}", english) for english in SENTENCES]
    together = "\0".join(known)
    missing = []
    quiet = QUIET if folder.startswith(("payloads", "api")) else PICTURES
    for path in sorted((SOURCES / folder).rglob("*.py")):
        if quiet.search(path.as_posix()):
            continue
        for line, text in prose(ast.parse(path.read_text())):
            if UNSAID.search(text) or is_code(text) or core(text) in together:
                continue
            if catalogue().find(text) is not None or any(map(like(text).fullmatch, known)):
                continue
            missing.append(f"{path.relative_to(SOURCES)}:{line}: {text}")
    assert not missing, "\n".join(missing)


#: What makes an error of a value or of a call of the program, with its words among the arguments.
ERRORS = {"BuildError", "wrong", "TableError", "UsageError", "BadParameter", "Trouble", "LookupError"}
#: Values that fields take, and paths to fields.
WORDLESS = re.compile(r"^row \{\}, \w+$|^--\w+: \{\}$|^\{\}\{\}?$|^ or $|Did you mean '\{\}'\?$")
OURS = [
    "smsc_codec",
    *(f"plugins/smsc-codec-{name}/smsc_codec_{name}" for name in ("httpx", "lsp", "sandbox")),
]


@pytest.mark.parametrize("folder", OURS)
def test_every_error_is_known(folder: str) -> None:
    """Why a value cannot be written, and what is wrong with a call of the program, is in the catalogue."""
    known = [GAP.sub("{}", english) for english in SENTENCES]
    missing = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        for line, text in error_words(ast.parse(path.read_text())):
            if is_code(text) or WORDLESS.search(text) or catalogue().find(text) is not None:
                continue
            if not any(map(like(text).fullmatch, known)):
                missing.append(f"{path.relative_to(ROOT)}:{line}: {text}")
    assert not missing, "\n".join(missing)


def error_words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The sentences among the arguments of errors, with gaps as `{}`."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in ERRORS:
            for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
                for node in whole_strings(argument):
                    if " " in node:
                        yield call.lineno, node


def whole_strings(node: ast.AST) -> Iterator[str]:
    """The strings below a node, with gaps as `{}`; what stands in a gap is not looked at."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for below in ast.iter_child_nodes(node):
            yield from whole_strings(below)


def like(text: str) -> re.Pattern[str]:
    """What a sentence may be when some of its gaps are filled: they choose between sentences of the catalogue."""
    return re.compile(".*".join(map(re.escape, text.split("{}"))), re.DOTALL)


def core(text: str) -> str:
    """A sentence without what stands before it, gaps at its ends, and with one gap where several follow each other."""
    text = re.sub(r"^(?:\{\}|as|problems): ", "", re.sub(r"(?:\{\}){2,}", "{}", text).strip())
    return text.removeprefix("{}").removesuffix("{}").strip()


def prose(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The strings in a module that have blanks between words, gaps as `{}`; without docstrings and patterns."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                passed.add(id(first.value))
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            # A pattern; words to be recognized; an error of a function, which programs read.
            if (
                name.startswith(("re.", "regex", "compiled"))
                or name.endswith((".split", "BuildError", "option", ".argument", ".Option"))
                or name in ("cast", "TypeVar")
            ):
                passed |= {id(part) for part in ast.walk(node)}
        elif isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            text = "".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if re.search(r"[A-Za-z]{2,}[^{]* |^[^{]* .*[A-Za-z]{2,}", text.replace("{}", ""), re.DOTALL):
            yield node.lineno, text


# -- the pages of the rules ------------------------------------------------------------------------

FACT = re.compile(r"\b[A-Z]{3,4}-[0-9]+\b")
CODE = re.compile(r"`[^`]+`")


@pytest.mark.parametrize("code", all_rules().built_in())
def test_every_page_is_russian(code: str) -> None:
    """Each rule says in Russian why it is there and what its fix does, by the same facts, of the same code."""
    rule = all_rules()[code]
    english, (why, fix) = page(rule), PAGES[code]
    for pattern in (FACT, CODE):
        assert set(pattern.findall(why)) == set(pattern.findall(english.why))
        assert set(pattern.findall(fix)) == set(pattern.findall(english.fix))
    latin = {
        word
        for word in re.findall(r"[A-Za-z]{2,}", CODE.sub("", f"{why} {fix}"))
        if not LATIN.fullmatch(word)
    }
    names = {"BOM", "flash", *re.findall(r"[A-Za-z]{2,}", f"{english.why} {english.fix}")}
    assert latin <= names - {"a", "and", "for", "is", "not", "of", "or", "the", "to", "with"}
    assert ("нет" in fix[:3]) == (rule.fix == "none")
    assert ("безопасно" in fix) == ("safe" in re.findall(r"\w+", english.fix.lower()))
    assert ("изменить смысл" in fix or "измениться" in fix) == ("unsafe" in english.fix.lower())


def test_no_page_is_left_over() -> None:
    """There are Russian words for the rules that there are."""
    assert set(PAGES) == set(all_rules().built_in())


# -- which language ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru"}, "ru"),
        ({"LANG": "RU_ru.KOI8-R"}, "ru"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LC_MESSAGES": "ru_RU.CP1251", "LANG": "C"}, "ru"),
        ({"LC_ALL": "ru_RU", "LC_MESSAGES": "en_US"}, "ru"),
        ({"LANGUAGE": "ru"}, "en"),
    ],
)
def test_locale(environment: dict[str, str], language: str) -> None:
    """The first that is set of LC_ALL, LC_MESSAGES and LANG says the language."""
    assert of_locale(environment) == language
