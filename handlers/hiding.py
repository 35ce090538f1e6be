"""What a card leaves out, so that nobody can tell from it whose it is.

Neighbours know of each other which language they speak, whether they climb stairs, whether there is
a dog. So what a card says of these has to hold for several people of the places that it names. An
amount that somebody chose themself is like a signature, and is looked at too. How much there is to
carry or who pays is nothing that a neighbour knows beforehand; kind, place and time stay, since
nobody could say yes to a card without them.
"""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import Final

from handlers.kinds import OFFERED_CEILINGS
from handlers.texts import DEFAULT_LANGUAGE, Listed, Money, T
from storage.model import Detail, Need
from storage.rarity import NEEDS, Crowd

#: So long back requests are looked at for others who share something, as far as they are kept.
LOOKED_BACK: Final = timedelta(days=365)
#: Of details that are as rare, the first one goes first.
_ORDER: Final = {each: number for number, each in enumerate(Detail)}


def telling(
    needs: Collection[Need], language: str | None, ceiling: int | None, spoken: Collection[str] = ()
) -> frozenset[Detail]:
    """Return what of a request could tell whose it is.

    `spoken` are the languages of the groups that see its card: everybody there has them in common.
    """
    found = {NEEDS[each] for each in needs if each in NEEDS}
    if language is not None and language not in spoken:
        found.add(Detail.LANGUAGE)
    if ceiling is not None and ceiling not in OFFERED_CEILINGS:
        found.add(Detail.CEILING)
    return frozenset(found)


def to_leave_out(details: AbstractSet[Detail], crowd: Crowd, rare_below: int) -> frozenset[Detail]:
    """Return what a card leaves out: the rarest detail, and again, until enough share the rest.

    Whoever asks is one of those who share it. The order does not depend on `rare_below`, so that a
    higher one never shows more.
    """
    shown = set(details)
    while shown and 1 + sharing(shown, crowd) < rare_below:
        shown.remove(min(shown, key=lambda each: (sharing({each}, crowd), _ORDER[each])))
    return frozenset(details) - shown


def sharing(details: AbstractSet[Detail], crowd: Crowd) -> int:
    """Return how many others had all of these details in one request."""
    return sum(any(details <= asked for asked in person) for person in crowd)


def in_words(left_out: Collection[Detail], language: str | None, ceiling: Money) -> Listed:
    """Return what was left out, as it would have stood on the card."""
    words: list[T] = []
    for each in Detail:
        if each not in left_out:
            continue
        if each is Detail.LANGUAGE:
            words.append(T(f"language-{language or DEFAULT_LANGUAGE}"))
        elif each is Detail.CEILING:
            words.append(T("pays-paid-back", ceiling=ceiling))
        else:
            words.append(T(f"need-{each.value}"))
    return Listed(tuple(words))
