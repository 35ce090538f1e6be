"""What somebody wants who writes a whole sentence before anything was asked.

A wrong kind of help is worse than a question: what is not plain is left open.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from handlers.understanding.phrases import DONE, any_of, spelled
from handlers.understanding.when import Window
from handlers.understanding.when_in_sentence import time_in
from handlers.understanding.words import known_language, languages, words_of
from storage.model import Kind

#: What comes to somebody who would like company.
COMPANY: Final = (Kind.DOORSTEP_CHAT, Kind.PHONE_CALL, Kind.LISTENING)
#: Without any word of wishing, so few words still are a request: "bread and milk tomorrow".
FEW_WORDS: Final = 9


class Wish(StrEnum):
    """What a sentence asks for."""

    #: Help of one kind.
    HELP = "help"
    #: Help, but of which kind is open: several are named, or one is ruled out.
    SOME_HELP = "some-help"
    #: Company, for somebody who is sad or alone.
    COMPANY = "company"
    TO_HELP = "to-help"
    #: Help, or to help others: it could be either.
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class FirstSentence:
    """What was understood: the wish, the kinds that it may mean, and when where that was said.

    `is_sad` says that the sentence tells of grief or of being alone.
    """

    wish: Wish
    kinds: tuple[Kind, ...] = ()
    when: Window | None = None
    is_sad: bool = False


@dataclass(frozen=True, slots=True)
class _Heard:
    kinds: tuple[Kind, ...]
    is_ruled_out: bool


def understand_first_sentence(
    text: str, language: str, now: datetime, zone: ZoneInfo
) -> FirstSentence | None:
    """Return what a sentence asks for, or None where that is not plain. `now` is aware.

    The words of every language are looked for; the time is read in the person's own.
    """
    words = spelled(text)
    if _has("past", words):
        return None
    is_sad = _has("sad", words)
    words = _blanked("no_kind", words)
    heard = _kinds_in(words)
    offers = _has("offers", words) or (bool(heard.kinds) and _has("may_offer", words))
    # "I can help" says no more of needing help than "help" itself does.
    needs = _has("needs", _blanked("offers", words))
    if offers:
        return FirstSentence(Wish.EITHER if needs else Wish.TO_HELP, heard.kinds, is_sad=is_sad)
    if is_sad and not heard.kinds:
        return FirstSentence(Wish.COMPANY, COMPANY, is_sad=True)
    is_short = len(words.split()) <= FEW_WORDS
    if not heard.kinds or not (needs or is_short or is_sad):
        return None
    if len(heard.kinds) > 1 or heard.is_ruled_out:
        return FirstSentence(Wish.SOME_HELP, heard.kinds, is_sad=is_sad)
    when = time_in(text, known_language(language), now, zone)
    return FirstSentence(Wish.HELP, heard.kinds, when, is_sad)


def _has(key: str, words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(key))


def _kinds_in(words: str) -> _Heard:
    """Return the kinds that are named; the longest phrases count first, and each word once."""
    named: list[frozenset[Kind]] = []
    ruled_out: set[Kind] = set()
    for pattern, kinds in _kinds():
        for found in list(pattern.finditer(words)):
            before = words[: found.start() + 1]
            if any(each.search(before) for each in _before("ruled_out")):
                ruled_out |= kinds
            else:
                named.append(kinds)
        words = pattern.sub(f" {DONE} ", words)
    shared = frozenset.intersection(*named) if named else frozenset[Kind]()
    meant = (shared or frozenset[Kind]().union(*named)) - ruled_out
    return _Heard(tuple(kind for kind in Kind if kind in meant), bool(ruled_out))


def _blanked(key: str, words: str) -> str:
    for pattern in _patterns(key):
        words = pattern.sub(f" {DONE} ", words)
    return words


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(any_of(words_of(language, "first_sentence")[key]) for language in languages())


@cache
def _before(key: str) -> tuple[re.Pattern[str], ...]:
    """Return what may stand before something, with at most one word between."""
    return tuple(re.compile(pattern.pattern + r" (?:\w+ )?$") for pattern in _patterns(key))


def _looseness(phrase: str) -> tuple[int, int, str]:
    parts = phrase.split()
    gaps = parts.count("..")
    return gaps - len(parts), gaps, phrase


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], frozenset[Kind]], ...]:
    """Return the phrases of all languages with the kinds that each may mean, the longest first."""
    kinds: dict[str, set[Kind]] = {}
    for language in languages():
        for kind, phrases in words_of(language, "first_sentence")["kinds"].items():
            for phrase in phrases:
                kinds.setdefault(phrase, set()).add(Kind(kind))
    longest_first = sorted(kinds, key=_looseness)
    return tuple((any_of([phrase]), frozenset(kinds[phrase])) for phrase in longest_first)
