"""What is on no list: found too, where that is wished, since nobody can tell what it says."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from handlers.understanding.identifiers.kinds import Caution, Found, Identifier
from handlers.understanding.identifiers.listed import plain_words
from handlers.understanding.identifiers.numbers import is_number_word
from handlers.understanding.identifiers.reading import Reading

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NUMBER: Final = re.compile(r"[^\s]*\d[^\s]*")
_SIGN: Final = re.compile(r"\S*(?:[@#\\]|://)\S*")


def unknown(reading: Reading, caution: Caution, harmless: Collection[str]) -> Iterator[Found]:
    """Find digits, signs of accounts, and words that are neither plain nor among the harmless."""
    if caution is Caution.RULES:
        return
    for each in _SIGN.finditer(reading.plain):
        yield reading.found(Identifier.HANDLE, *each.span())
    for each in _NUMBER.finditer(reading.plain):
        yield reading.found(Identifier.NUMBER, *each.span())
    for each in _WORD.finditer(reading.plain):
        is_asked = caution is Caution.EVERY_WORD or _has_capital(reading.cased, each)
        if is_asked and not _is_plain(each[0], harmless):
            yield reading.found(Identifier.UNKNOWN, *each.span())


def _has_capital(cased: str, each: re.Match[str]) -> bool:
    return any(sign.isupper() for sign in cased[each.start() : each.end()])


def _is_plain(word: str, harmless: Collection[str]) -> bool:
    return word in harmless or is_known(word) or all(map(is_known, re.split("['-]", word)))


def is_known(word: str) -> bool:
    """Say whether a folded word is a plain one, or names a number or a month."""
    return len(word) == 1 or word in plain_words() or is_number_word(word)
