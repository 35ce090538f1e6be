"""Ways to reach somebody: e-mail addresses, links, accounts elsewhere."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from handlers.understanding.identifiers.kinds import Found, Identifier
from handlers.understanding.identifiers.listed import any_of
from handlers.understanding.identifiers.reading import Reading

_EMAIL: Final = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+")
_LINK: Final = re.compile(
    r"(?:https?|tg|mailto)\s?:\s?/*\S+|www\.\S+|(?<![\w@.])(?:[\w-]+\.)+[^\W\d_]{2,}(?:/\S*)?(?!\w)"
)
#: Three words with dots stand for a square of three metres on a map (what3words), unless the last
#: one ends the name of a computer.
_SQUARE: Final = re.compile(
    r"(?<![\w./@-])(?!www\.)[^\W\d_]{3,}\.[^\W\d_]{3,}\."
    r"(?!(?:com|org|net|info|gov|edu|app|online|example)\b)[^\W\d_]{3,}(?![\w./@])"
)
_ACCOUNT: Final = re.compile(r"(?<![\w.])@\s?\w[\w.-]*\w")


@cache
def _spelled_email() -> re.Pattern[str]:
    at, dot = any_of("at"), any_of("dot")
    spelled = rf"\s*(?:[(\[]\s*{dot}\s*[)\]]|\b{dot}\b)\s*"
    apart = rf"(?:{spelled}|\s?\.\s?)"
    name = rf"[\w+-]+(?:{apart}[\w+-]+)*"
    # A bare "at" says something only where a dot is spelled too: "meet at the shop. Thanks".
    host = rf"(?:\s*(?:[(\[]\s*{at}\s*[)\]]|@)\s*[\w-]+{apart}|\s+{at}\s+[\w-]+{spelled})[\w-]+"
    return re.compile(rf"{name}{host}(?:{apart}[\w-]+)*")


@cache
def _named_account() -> re.Pattern[str]:
    filler = rf"(?:[\s:,]+(?:{any_of('between')}))*"
    return re.compile(rf"\b{any_of('apps')}\b{filler}[\s:,/@]+(?P<account>[\w.-]*\w)")


def contacts(reading: Reading) -> Iterator[Found]:
    """Find e-mail addresses, also spelled out, links, and accounts of other services."""
    plain = reading.plain
    for pattern in (_EMAIL, _spelled_email()):
        for each in pattern.finditer(plain):
            yield reading.found(Identifier.EMAIL, *each.span())
    for each in _SQUARE.finditer(plain):
        yield reading.found(Identifier.PLACE, *each.span())
    for each in _LINK.finditer(plain):
        yield reading.found(Identifier.LINK, *each.span())
    for each in _ACCOUNT.finditer(plain):
        yield reading.found(Identifier.HANDLE, *each.span())
    for each in _named_account().finditer(plain):
        start, end = each.span("account")
        if _is_account(reading.cased[start:end]):
            end += len(_more_of_name(reading.cased[end:]))
            yield reading.found(Identifier.HANDLE, start, end)


def _is_account(word: str) -> bool:
    """Say whether a word looks like no plain one: a dot, a digit, a stroke or a capital in it."""
    return any(sign in "._" or sign.isdigit() or sign.isupper() for sign in word)


def _more_of_name(after: str) -> str:
    more = re.match(r"(?:\s[A-ZА-ЯІЇЄҐ][\w-]+)*", after)
    return more[0] if more else ""
