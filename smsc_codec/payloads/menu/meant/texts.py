"""What would be read aloud as it is written: placeholders, marks of HTML and Markdown, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant import escapes, files
from smsc_codec.payloads.menu.meant.lines import (
    COMMAND,
    COMMAND_LINE,
    ODD_MARK,
    PLACEHOLDER,
    Line,
    before,
    begun,
    has_odd_mark,
    within,
)
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.words import ALONE, folded
from smsc_codec.payloads.menu.words import RESERVED, references
from smsc_codec.payloads.unfilled import UNFILLED
from smsc_codec.text.homoglyphs import latin

_HTML = regex(
    r"<(?!file\b|menu\b|button\b)(?P<tag>[a-z][\w:-]{0,20})\b[^<>\n]{0,200}>[^<>\n]{0,300}</(?P=tag)>"
    r"|</[a-z][\w:-]{0,20}>|<(?!file\b|menu\b|button\b)[a-z][\w:-]{0,20}"
    r"(?:[ \t]+[\w:-]{1,20}[ \t]*=[ \t]*(?:\"[^\"\n]{0,100}\"|'[^'\n]{0,100}'|[^\s\"'<>=]{1,60}))*[ \t]*/>"
    r"|<(?!file\b|menu\b|button\b)[a-z][\w:-]{0,20}"
    r"(?:[ \t]+[\w:-]{1,20}[ \t]*=[ \t]*(?:\"[^\"\n]{0,100}\"|'[^'\n]{0,100}'|[\w.#%-]{1,60}))+[ \t]*>"
    r"|</?(?:b|i|u|s|p|a|em|strong|br|hr|h[1-6]|li|ul|ol|div|span|font|small|big|table|tr|td|th|code|pre|img"
    r"|say|gather|dial|response|speak|voice|prosody|emphasis)\b[^<>\n]{0,200}>"
    r"|&(?:laquo;[^&\n]{0,100}&raquo|lt;(?!file\b)[^<>&\n]{0,60}&gt);|(?P<file>&lt;file\b[^<>&\n]{0,300}&gt;)"
    r"|&(?:[a-z]{2,8}|#[0-9]{1,6}|#x[0-9a-f]{1,5});",
    re.IGNORECASE,
)
#: An item in the languages of other voice menus.
_KEYED = regex(
    r"<\w+\b[^<>]*?\b(?:digits?|dtmf|keys?|option|accept)[ \t]*=[ \t]*[\"']?(?P<key>[1-9]{1,4}|[*#0])\b"
)
#: What forums have in square brackets.
_BBCODE = regex(
    r"\[(?P<tag>b|i|u|s|url|img|color|size|center|quote)(?:=[^\]\n]{0,80})?\](?P<words>[^\n]{0,200}?)\[/(?P=tag)\]",
    re.IGNORECASE,
)
_SIGNS = {"&laquo;": "«", "&raquo;": "»", "&amp;": "&", "&quot;": '"', "&mdash;": "—", "&ndash;": "–"}
_MARKDOWN = regex(
    r"\*\*[^*\n]{1,100}\*\*|(?<![\w*:])(?<!: )\*(?=[^\W\d])[^*\n:]{0,60}(?<=[^\W\d])\*(?![\w*])"
    r"|(?<!\w)__(?![A-Z]+__)[^_\n]{1,100}__(?!\w)"
    r"|(?<![\w/.])_[^\W_](?:[^_\n]{0,60}[^\W_])?_(?!\w)|(?<=: )(?:#{1,6}|>)[ \t]+(?=[^\W\d_])"
    r"|\[[^\]\n]{1,80}\]\(https?://[^)\s]{1,200}\)|`[^`\n]{1,80}`|~~[^~\n]{1,100}~~(?!~)"
)
#: Words in capitals that a low line joins: `CLIENT_NAME`.
_CAPITALS = r"(?<![\w/=.-])[A-ZА-ЯЁ]{2,20}(?:_[A-ZА-ЯЁ]{2,20}){1,4}(?![\w-])"
_UNITS = (
    r"р(?:уб\w*)?\b|руб|₽|\$|€|%|дн|час|мин|лет|год|человек|шт|ноч"
    r"|rubles|dollars|euros?|days|hours|minutes|usd|eur"
)
_FILLED = regex(
    r"<%[^<>\n]{0,60}%>|<\?[^<>\n]{0,80}\?>|(?<!\w)__(?!(?:CALL|VIBER|SOC|PING|HLR)__)[A-Z]{2,20}__(?!\w)"
    rf"|{_CAPITALS}|\b(?:TODO|FIXME)\b|\b(?:[XХN]{{4,12}}|NNN|[ХхxXNn]{{1,12}}(?=[ \t]+(?:{_UNITS}))"
    r"|[XХ]{3}(?=[.,!?]?[ \t]*(?:[\r\n}]|\Z)))\b"
    rf"|(?<=\s)\?{{2,9}}(?=[ \t]*(?:{_UNITS}|[\r\n}}]|\Z))"
    rf"|(?<=[А-яё0-9.,:] )(?:null|None)(?=[.,!]?[ \t]*(?:{_UNITS}|[\r\n}}]|\Z))"
    r"|\b(?:undefined|NaN)\b(?![.-]\w)|\[object Object\]|\b[Ll]orem ipsum\b"
    r"|(?<!\w)(?:ДД|дд|DD|dd)[./-](?:ММ|мм|MM|mm)(?:[./-](?:Г{2,4}|г{2,4}|Y{2,4}|y{2,4}))?(?!\w)"
    r"|(?<!\w)(?:ЧЧ|чч|HH|hh):(?:ММ|мм|MM|mm)(?!\w)"
    r"|%\([A-Za-z_]\w{0,30}\)[sd]|(?<![\d%])%[sd](?![A-Za-z])|#\{[\w. ]{1,40}\}|\$\{(?!phone\})[A-Za-z_]\w{0,30}\}"
    r"|\$(?!phone\b)[^\W\d]\w{0,30}"
    r"|%(?![0-9A-F]{2}%[0-9A-F]{2})[^\W\d]\w{0,30}%|#[^\W\d]\w{0,30}#|\[[^\W\d][\w .-]{0,30}\](?!\()"
    r"|<(?!file\b|menu:|button)[^\W\d][\w .-]{0,30}>|(?<![\w:/]):[a-z]\w{2,30}\b(?!:)|(?<!\w)@[A-Za-z]\w{0,30}@"
    r"|\[\[[+*~]?\w[^\]\n]{0,40}\]\]|\$\([\w.]{1,30}\)|\b[XХ]{2}:[XХ]{2}\b|\|(?!end\b)[a-z_]\w{1,30}\|"
    r"|\^(?!end\b)[a-z_]\w{1,30}\^|(?<=[А-яё] )(?:(?:null|NULL|nan)\b|%[a-z]\w{1,30}\b(?!%)"
    rf"|[a-z]{{2,20}}(?:_[a-z]{{2,20}}){{1,3}}(?=[ \t]+(?:{_UNITS})))"
    r"|«(?i:имя|фио|фамилия|имя отчество|сумма|сумма долга|номер заказа|дата)»|(?<![\w=])=[A-ZА-Я]{2,12}\([^\n)]*\)"
    r"|\*\|\w{1,40}\|\*|(?<![\w~])~[^\W\d][\w.]{1,30}~(?![\w~])|(?<![\w=-])=\$?[A-Z]{1,2}\$?[0-9]{1,4}\b"
    r"|(?<=: )=[\"«][^\"»\n]*[\"»]"
    rf"|(?<![\w/@.])@(?:name|username|user|phone|client|customer|fio|date|sum|order)\b|{UNFILLED}"
)
#: `{% if name %}{{ name }}{% endif %}`
_BLOCK = regex(r"\{%[^%\n]{1,60}%\}[^\n]{0,200}?\{%-?[ \t]*end\w*[ \t]*-?%\}")
#: What each of them begins with, or cannot be without: of a word rather a letter that few others have.
_FILLED_SIGNS = (
    ("%[@^", ""), ("|~", r"(?=[^\W\d])"), ("=", r"[$A-ZА-Я\"«]"), ("«", "(?i:имя|фио|фам|сумм|номер|дата)"),
    ("!", "(?<=Ошибка!)"), ODD_MARK, ("_", r"(?:_|(?<!\w_)\w|(?<=[A-ZА-ЯЁ]_)[A-ZА-ЯЁ]|(?<=[a-z]_)[a-z])"),
    ("#", r"(?:[^\W\d]|\{|###)"), ("$", r"(?!\{?phone\b)(?:[{(]|[^\W\d])"), (":", r"(?<![\w/:]:)[a-z]"),
    (":./-", "(?:mm|MM|мм|ММ)"), ("?", r"\?"), ("T", "ODO"), ("F", "IXME"), ("N", "(?:aN|one(?<= None))"),
    ("f", "(?<=undef)ined"), ("nN", "(?<= .)(?:ull|ULL|an)"), ("p", "(?<=orem ip)sum"),
    ("xXхХnN", r"(?<!\w.)[ХхxXNn]{0,11}(?!\w)"),
)  # fmt: skip
_MAY_BE_FILLED = regex(begun(_FILLED_SIGNS))
#: What somebody was meant to write in its place: `[имя клиента]`, `____ числа`, `(тут вставить рекламу)`.
_WANTED = (
    r"имя|имени|имен[ие]м|фио|фамили\w|отчество|сумм\w|дат[аеуы]|номер\w?|адрес\w?|клиент\w{0,3}|заказ\w?|город\w?"
    r"|компани\w|name|surname|customer|client|amount|date|order|number|company|address"
)
_WISH = (
    r"(?:(?:(?:тут|здесь|сюда)[^\S\n]+)?"
    r"(?:вставить|вставьте|вставь|дописать|допишите|подставить|insert|todo\b|fill[^\S\n]in)"
    r"|(?:тут|здесь|сюда)[^\S\n]+(?:будет|нужн[оы]|добавить|указать|поставить)"
    r"|пауза|музыка|мелодия|тишина|читать|(?:мужск|женск)\w+[^\S\n]+голос|pause|music|silence)"
)
_BLANK = regex(
    r"_{3,}"
    rf"|[\[<](?:[^\W\d]{{1,15}}[ \t]+){{0,2}}(?:{_WANTED})(?:[ \t]+[^\W\d]{{1,15}}){{0,2}}[\]>]"
    rf"|\[[ \t]*{_WISH}[^\]\n]{{0,60}}\]|\([ \t]*{_WISH}[^)\n]{{0,60}}\)|<[ \t]*{_WISH}[^>\n]{{0,60}}>",
    re.IGNORECASE,
)
#: How the words in round brackets begin.
_WISHED_SIGN = (
    "(",
    r"(?=[ \t]*(?i:тут|зде|сюд|вст|доп|под|ins|tod|fil|пау|муз|мел|тиш|чит|муж|жен|pau|mus|sil))",
)
_WISHED = regex(begun((_WISHED_SIGN,)))
#: What any slip in a text begins with or cannot be without: most texts have none of it.
_ANY = regex(
    begun(
        (*_FILLED_SIGNS, *files.SIGNS, _WISHED_SIGN, ("\\`", ""), ("{", "(?!menu:)"), ("&", r"[\w#]"),
         ("*", r"(?:\*|[^\W\d])"), ("~", "~"), (":", " [#>]"), ("/", r"(?:(?<=[ \t]/)/|\*)"))
    )
)  # fmt: skip
_HTML_REMARK = regex(r"<!--[^\n]{0,300}?-->|/\*[^\n]{0,300}?\*/")
#: A remark behind a text.
_TRAILING = regex(r"(?<=\S)[ \t]+//[ \t]+[^\s/][^\r\n}]*")
#: How other systems call the number that `$phone` stands for.
_CALLER = ("phone", "number", "caller", "callerid", "caller_id", "msisdn", "tel", "from", "телефон", "номер")
_SENT = regex(r"[^:]*:[ \t]*(?:sms|call)[ \t]*:")
_DIALLED = regex(r"[^:]*:[ \t]*call[ \t]*:")
_COMMENT = regex(
    r"[ \t]*(?://|#(?=[ \t]+[^\s:])|#(?=[^\W\d_]{2,})(?![^\r\n]*[:#])|#{3,}|[;%'](?=[ \t])|--(?=[ \t])|[-=+]{3,}"
    r"|\*{3,}(?![ \t]*:)|`{3}|[<>]{7}[ \t]|<!--|/\*|(?:TODO|FIXME|XXX|REM)\b|rem(?=[ \t]))(?P<words>[^\r\n]*)"
)
#: What such a line begins with.
_COMMENT_SIGNS = ("/", "#", ";", "%", "'", "-", "=", "+", "*", "<", ">", "`", "T", "F", "X", "R", "r")
#: `# 3: end`
_HEADING = regex(r"[ \t]*#+[ \t]+[1-9]{1,4}[ \t]*:[ \t]*(?:end|call:|sms:|record|https?:)")
#: `// 3: end`
_ITEM_WITHIN = regex(r"[ \t]*(?P<item>(?P<key>[1-9]{1,4}|[*#0])[ \t]*:[ \t]*\S.*?)[ \t]*(?:-->|\*/)?[ \t]*")
_ITEM_AFTER = regex(rf"[ \t]*#[ \t]*(?::|{RESERVED['#']}[ \t]*\Z)")


def _variable(written: str, span: Span, head: str) -> Slip:
    """A name in another system's signs where `$phone` was meant (IVR-8), which a call may not know."""
    return slip(
        "IVR214",
        f"{written} is not a variable: the caller's number is $phone",
        span,
        (Edit(span, "$phone"),),
        title="write '$phone'",
        safe=_DIALLED.match(head) is None,
        expected=("'$phone'",),
    )


def _markup(source: str, odd_marks: bool) -> Iterator[tuple[re.Pattern[str], str]]:
    """The kinds of markup that a text can hold, by the signs that each cannot be without."""
    if odd_marks or ("&" in source and ";" in source):
        yield _HTML, "HTML"
    if (
        _opens(source, "*")
        or _opens(source, "_")
        or any(map(source.__contains__, ("`", "](", ": #", ": >", "~~")))
    ):
        yield _MARKDOWN, "Markdown"
    if "[" in source and "[/" in source:
        yield _BBCODE, "BBCode"


def _opens(source: str, sign: str) -> bool:
    """Whether a sign that stands twice stands before a word, or beside itself."""
    return source.count(sign) > 1 and any(
        not a or not b or ((b[0].isalnum() or b[0] == "_") and not a[-1].isalnum())
        for a, b in pairwise(source.split(sign))
    )


def look(source: str) -> Iterator[Slip]:
    """The slips in all that is spoken."""
    if not _ANY.search(source):
        return
    # What a pattern cannot be without is looked for first.
    braces = source.count("{") > 1 or "{menu:" not in source
    brackets = "[" in source
    odd_marks = has_odd_mark(source)
    told = -1
    blank = odd_marks or brackets or "___" in source or ("(" in source and _WISHED.search(source))
    for match in PLACEHOLDER.finditer(source) if braces else ():
        if match.start() < told:
            continue
        if match.group().startswith("{menu") or files.FILE.fullmatch(match.group()):
            continue
        block = _BLOCK.match(source, match.start()) if match.group().startswith("{%") else None
        told = (block or match).end()
        span = Span(match.start(), told)
        written = source[span.start : told]
        head = before(source, match)
        if _is_label(source, head, written):
            continue
        if _SENT.match(head.lstrip()) and match.group().strip("{ }$").casefold() in _CALLER:
            yield _variable(written, span, head)
            continue
        # Round brackets in its place: a brace in a text would close the menu.
        mended = written.replace("{", "(").replace("}", ")")
        yield slip(
            "IVR313", f"placeholder {written} was not filled in: callers would hear it as is", span,
            (Edit(span, mended),), expected=("the actual text",),
        )  # fmt: skip
    known = [match.span() for match in _BBCODE.finditer(source)] if brackets and "[/" in source else []
    known += [match.span() for match in _HTML.finditer(source) if match["tag"]] if odd_marks else []
    for match in _BLANK.finditer(source) if blank else ():
        head = before(source, match)
        if not COMMAND_LINE.match(head):
            known.append(match.span())
            yield slip(
                "IVR313",
                f"placeholder {match.group()} was not filled in: callers would hear it as is",
                Span(*match.span()),
                (Edit(Span(*match.span()), "..."),),
                expected=("the actual text",),
            )
    for match in within(source, _FILLED, _MAY_BE_FILLED):
        if any(begin <= match.start() < end for begin, end in known):
            continue
        head = before(source, match)
        if (
            match.group()[0] != "$"
            and _SENT.match(head.lstrip())
            and match.group().strip("%#[]<>{}$ ").casefold() in _CALLER
        ):
            yield _variable(match.group(), Span(*match.span()), head)
            continue
        if _HTML.fullmatch(match.group()) or not _is_spoken(head, match.group()):
            continue
        if match.group() in ("TODO", "FIXME") and not head.strip():
            continue  # a remark
        if match.group()[0] in "[<" and _is_label(source, head, match.group()):
            continue
        if match.group()[0] in "[<" and not head.strip() and source[match.end() : match.end() + 1] == ":":
            continue  # a key or a label in brackets
        if match.group()[0] == "$" and _SENT.match(head.lstrip()):
            name = match.group()[1:]
            if not name.isascii() and (latin(name) == "phone" or name.casefold() in _CALLER):
                yield _variable(match.group(), Span(*match.span()), head)
            continue  # variables of an SMS have a rule of their own (IVR-8)
        span = Span(*match.span())
        said = "..." if match.group()[0] == "=" else f"({match.group()[1:-1].translate(_NO_SIGNS)})"
        yield slip(
            "IVR313", f"placeholder {match.group()} was not filled in: callers would hear it as is", span,
            (Edit(span, said),), expected=("the actual text",),
        )  # fmt: skip
    yield from escapes.look(source)
    for match in _TRAILING.finditer(source) if " //" in source or "\t//" in source else ():
        head = before(source, match)
        value = head.partition(":")[2].strip()
        if (
            head.strip()
            and head.rstrip()[-1:] != "}"
            and not COMMAND_LINE.match(head)
            and not COMMAND.match(value)
        ):
            span = Span(*match.span())
            yield slip(
                "IVR314", "menus have no comments: callers would hear this", span, (Edit(span, ""),),
                title="remove it", notes=(_NOTE,),
            )  # fmt: skip
    yield from files.look(source)
    for match in _HTML_REMARK.finditer(source) if (odd_marks and "<!--" in source) or "/*" in source else ():
        span = Span(*match.span())
        yield slip(
            "IVR314", "menus have no comments: callers would hear this", span, (Edit(span, ""),),
            title="remove it", notes=(_NOTE,),
        )  # fmt: skip
    for pattern, what in _markup(source, odd_marks):
        for match in pattern.finditer(source):
            if what == "Markdown" and _DIALLED.match(before(source, match)):
                continue
            if what == "HTML" and (match["file"] or folded(match.group().strip("</> ")) in ALONE):
                continue  # a voice file's mark (FIL-4) and a command's word have rules of their own
            span = Span(*match.span())
            words = re.sub(
                r"^\*\*?|\*\*?$|^__?|__?$|^~~|~~$|^`|`$|^#+[ \t]*|^>[ \t]*"
                if what == "Markdown"
                else r"<[^<>]*>",
                "",
                match.group(),
            )
            if what == "BBCode":
                words = match["words"]
            elif match.group().startswith("["):
                words = words[1 : words.index("]")]
            keyed = _KEYED.match(match.group()) if what == "HTML" and "=" in match.group() else None
            if keyed and not before(source, match).strip():
                words = f"{keyed['key']}: {words or '...'}"  # `<entry digits="9"/>`
            if not words and escapes.ITEM.match(source, match.end()):
                words = "\n"  # `<br>2: end`: a line was meant to end there
            words = re.sub(r"&#?\w{1,8};", lambda sign: _SIGNS.get(sign.group(), " "), words)
            yield slip(
                "IVR312", f"'{match.group()}' is {what}: callers would hear the markup", span, (Edit(span, words),),
                title="remove the markup", expected=("plain text",),
            )  # fmt: skip


_NO_SIGNS = str.maketrans("", "", "{}$#%()[]<>@:")
_NOTE = "put private notes after the menu, below a line '~~~'"


def _is_label(source: str, head: str, found: str) -> bool:
    """Whether a word in brackets begins a line, and an `err:` names it: it was meant as a label."""
    name = found.strip("{}[]<>")
    return not head.strip(" \t{[(<") and name.isalnum() and name in references(source)


def _is_spoken(head: str, found: str) -> bool:
    """Whether a placeholder of many shapes stands in a text: in a command such signs have other meanings."""
    if found[0] in "[<" and found[1] not in "%?" and " O" not in found:
        inside = found[1:-1]
        is_name = " " not in inside.strip() and folded(inside.strip()) not in ALONE
        return is_name and not COMMAND_LINE.match(head)
    before = head.strip(
        "*#0123456789 \t" if found[0] == ":" else " \t"
    )  # `0 :repeat`: a key is before the colon
    return found[0] not in ":@#" or (not COMMAND_LINE.match(head) and bool(before))


def comment(line: Line, others: Iterable[Line]) -> Slip | None:
    """A line that was meant as a remark for whoever reads the file: callers hear it.

    An item in it is judged as one, where no other line has its key: who took it out is not told that it is missing.
    """
    if line.text.lstrip(" \t")[:1] not in _COMMENT_SIGNS or line.key in ("*", "#"):
        return None
    match = _COMMENT.match(line.text)
    if match is None or _ITEM_AFTER.match(line.text) or _HTML_REMARK.search(line.text):
        return None
    if folded(line.text.strip(" \t#")) in ALONE or _HEADING.match(line.text):
        return None  # `#начало`: an item without its colon
    span = Span(line.start, line.end)
    start = line.start + len(line.text) - len(line.text.lstrip())
    item = _ITEM_WITHIN.fullmatch(match["words"])
    kept = item["item"] if item and all(other.key != item["key"] for other in others) else ""
    return slip(
        "IVR314",
        "menus have no comments: callers would hear this line",
        Span(start, line.end),
        (Edit(span, kept),),
        fix=(Edit(span, ""),),
        title="remove the line",
        expected=("an item such as '1: text'",),
        notes=(_NOTE,),
    )


_OUTER = regex(
    r"(?m)^[ \t]*(?:(?:#+[ \t]+|//[ \t]*|--[ \t]+|[-=+]{3,}[ \t]*)[^\s:*#0-9]"
    r"|`{3}|[<>]{7}[ \t]|(?:TODO|FIXME)\b)[^\r\n]*"
)

_BEHIND = regex(r"[ \t]*(?:#+[ \t]*|//[ \t]*|--[ \t]+|<!--|/\*)[^\s#][^\r\n]*")
#: What each of them has.
_OUTER_SIGNS = (
    "#", "//", "--", "```", "<<<", ">>>", "-=", "-+", "==", "=-", "=+", "++", "+-", "+=", "TODO", "FIXME",
)  # fmt: skip


def remarks(source: str, opening: int, after: int, stop: int) -> Iterator[Slip]:
    """Lines before the menu and after it that were meant for whoever reads the file."""
    for begin, end in ((0, opening), (after, stop)):
        outside = source[begin:end]
        signed = begin and outside[:20].lstrip(" \t").startswith(("#", "//", "--", "<!--", "/*"))
        if signed and (match := _BEHIND.match(source, begin, end)):
            span = Span(*match.span())
            yield slip(
                "IVR314", "calls have no comments: callers would hear this", span, (Edit(span, ""),),
                title="remove it", notes=(_NOTE,),
            )  # fmt: skip
        for match in (
            _OUTER.finditer(source, begin, end) if any(map(outside.__contains__, _OUTER_SIGNS)) else ()
        ):
            span = Span(*match.span())
            yield slip(
                "IVR314", "calls have no comments: callers would hear this line", span, (Edit(span, ""),),
                title="remove the line", notes=(_NOTE,),
            )  # fmt: skip
