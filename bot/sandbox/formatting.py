"""Text of messages: its limits, its formatting, and what the app finds in it by itself."""

import html
import re
from typing import Any

from bot.sandbox.refusals import bad_request
from bot.sandbox.schema import Json

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "a": "text_link",
}
_MARK = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z-]+)(?P<rest>[^<>]*)>|<")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)"
    r"|(?P<url>(?:https?://|(?<![\w@/.])t\.me/)\S+)"
    r"|(?P<mention>(?<!\w)@\w{4,32})"
)


def length(text: str) -> int:
    """Return the length in UTF-16 code units, in which the app counts offsets and limits."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def found_in(text: str) -> list[Json]:
    """Return the commands, links and mentions that the app marks by itself."""
    if "/" not in text and "@" not in text:
        return []
    return [
        {
            "type": hit.lastgroup,
            "offset": length(text[: hit.start()]),
            "length": length(hit.group()),
        }
        for hit in _FOUND.finditer(text)
    ]


def read_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and entities of Telegram's HTML; raises Refusal as the API would."""
    plain: list[str] = []
    entities: list[Json] = []
    open_tags: list[tuple[str, Json]] = []
    reached = offset = 0
    for mark in _MARK.finditer(source):
        words = html.unescape(source[reached : mark.start()])
        plain.append(words)
        offset += length(words)
        reached = mark.end()
        tag = (mark["tag"] or "").lower()
        kind = _TAGS.get(tag)
        if kind is None:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}"')
        if not mark["end"]:
            open_tags.append((tag, _opened(kind, offset, mark["rest"])))
            continue
        if not open_tags or open_tags[-1][0] != tag:
            raise bad_request("can't parse entities: Unmatched end tag")
        entity = open_tags.pop()[1]
        entity["length"] = offset - entity["offset"]
        if entity["length"]:
            entities.append(entity)
    if open_tags:
        raise bad_request(f"can't parse entities: Can't find end tag \"{open_tags[-1][0]}\"")
    plain.append(html.unescape(source[reached:]))
    return "".join(plain), sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def _opened(kind: str, offset: int, rest: str) -> Json:
    entity: dict[str, Any] = {"type": kind, "offset": offset, "length": 0}
    if kind == "text_link":
        address = _HREF.search(rest)
        entity["url"] = html.unescape((address[1] or address[2]) if address else "")
    return entity


def read_text(params: Json, *, name: str = "text") -> tuple[str, list[Json]]:
    """Return a call's text or caption and its entities, trimmed as the app does.

    Raises Refusal for formatting that cannot be read and for text that is too long. An empty text
    is refused, an empty caption is not.
    """
    source: str = params.get(name) or ""
    mode = (params.get("parse_mode") or "").lower()
    if mode not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    given: list[Json] = params.get("entities" if name == "text" else "caption_entities") or []
    text, entities = read_html(source) if mode else (source, given)
    if not entities:
        text = text.strip()
    if not text and name == "text":
        raise bad_request("message text is empty")
    if length(text) > (TEXT_LIMIT if name == "text" else CAPTION_LIMIT):
        raise bad_request(
            "message is too long" if name == "text" else "message caption is too long"
        )
    return text, entities + found_in(text)
