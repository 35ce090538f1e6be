"""Words of keys, codes and money: a request that has them is given to nobody at first come."""

from collections.abc import Iterator, Sequence
from functools import cache

from handlers.understanding.words import fold, languages, phrase, tokens, words_of

# Shorter words with an s, such as "is", are no plurals.
_SHORTEST_PLURAL = 3
_SIGNS = frozenset("🔑🗝🔐💳💵💶💷💴💰💸🏧🪙")


def mentions_keys_or_money(text: str) -> bool:
    """Whether a text mentions keys, codes, cards or cash, in any language that has a list.

    A false alarm costs a coordinator a look and a miss may cost somebody their purse, so single
    words are enough. Takes time in line with the length of the text.
    """
    if not _SIGNS.isdisjoint(text):
        return True
    forms = [_forms(token.group()) for token in tokens(fold(text)) if token.group().isalpha()]
    harmful, harmless = _phrases("words"), _phrases("harmless")
    place = 0
    while place < len(forms):
        length = max((len(words) for words in _found(forms, place, harmless)), default=0)
        if length == 0 and any(_found(forms, place, harmful)):
            return True
        place += length or 1
    return False


def _forms(word: str) -> frozenset[str]:
    """A word as it is, and without the endings of a plural."""
    endings = [ending for ending in ("s", "es") if word.endswith(ending)]
    if len(word) <= _SHORTEST_PLURAL:
        return frozenset((word,))
    return frozenset((word, *(word.removesuffix(ending) for ending in endings)))


_Phrases = dict[str, list[tuple[str, ...]]]
_STEM_LENGTH = 4


@cache
def _phrases(key: str) -> _Phrases:
    """The phrases of all languages by their first word; a stem (with a star) by its start."""
    phrases: _Phrases = {}
    for language in languages():
        for text in words_of(language, "sensitive")[key]:
            words = phrase(text)
            if text.endswith("*"):
                words = (*words[:-1], words[-1] + "*")
            phrases.setdefault(_index(words[0]), []).append(words)
    return phrases


def _index(word: str) -> str:
    return word[:_STEM_LENGTH].rstrip("*") + "*" if word.endswith("*") else word


def _found(
    forms: Sequence[frozenset[str]], place: int, phrases: _Phrases
) -> Iterator[tuple[str, ...]]:
    starts = {*forms[place], *(form[:_STEM_LENGTH] + "*" for form in forms[place])}
    for start in starts:
        for words in phrases.get(start, ()):
            ahead = forms[place : place + len(words)]
            if len(ahead) == len(words) and all(map(_matches, words, ahead)):
                yield words


def _matches(word: str, forms: frozenset[str]) -> bool:
    if word.endswith("*"):
        return any(form.startswith(word[:-1]) for form in forms)
    return word in forms
