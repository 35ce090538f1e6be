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
#: Letters that no list here is written in, such as those of Greek, or small ones like capitals.
_OTHER_LETTER: Final = re.compile(r"[^\W\d_a-zßæœøłđðþıіїєґ\u0400-\u04ff]")
_LATIN: Final = re.compile(r"[a-zßæœøłđðþı]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
#: Letters one by one, with something between them: "J a n e".
_APART: Final = re.compile(r"(?<!\w)[^\W\d_](?:[\s.*_-]{1,3}[^\W\d_]){3,}(?!\w)")
#: Letters in squares and circles, which count as pictures; two of the last kind are a flag.
_DRESSED: Final = re.compile(r"[\U0001f130-\U0001f189]{2,}|[\U0001f1e6-\U0001f1ff]{3,}")
_SIGN: Final = re.compile(r"\S*(?:[@#\\]|://)\S*")


def unknown(reading: Reading, caution: Caution, harmless: Collection[str]) -> Iterator[Found]:
    """Find digits, signs of accounts, and words that are neither plain nor among the harmless."""
    if caution is Caution.RULES:
        return
    for each in _SIGN.finditer(reading.plain):
        yield reading.found(Identifier.HANDLE, *each.span())
    for each in _NUMBER.finditer(reading.plain):
        yield reading.found(Identifier.NUMBER, *each.span())
    for pattern in (_APART, _DRESSED):
        for each in pattern.finditer(reading.plain):
            yield reading.found(Identifier.UNKNOWN, *each.span())
    for each in _WORD.finditer(reading.plain):
        is_asked = (
            caution is Caution.EVERY_WORD
            or _has_capital(reading.cased, each)
            or _is_strange(each[0])
        )
        if is_asked and not _is_plain(each[0], harmless):
            yield reading.found(Identifier.UNKNOWN, *each.span())


def _has_capital(cased: str, each: re.Match[str]) -> bool:
    return any(sign.isupper() for sign in cased[each.start() : each.end()])


def _is_strange(word: str) -> bool:
    """Say whether a word is in letters that no list knows, or mixes those of two alphabets."""
    return bool(_OTHER_LETTER.search(word) or (_LATIN.search(word) and _CYRILLIC.search(word)))


def _is_plain(word: str, harmless: Collection[str]) -> bool:
    return word in harmless or is_known(word) or all(map(is_known, re.split("['-]", word)))


def is_known(word: str) -> bool:
    """Say whether a folded word is a plain one, or names a number or a month."""
    return len(word) == 1 or word in plain_words() or is_number_word(word)
