"""Finding all at once what in some words may point at somebody."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from handlers.understanding.identifiers.addresses import whereabouts
from handlers.understanding.identifiers.contacts import contacts
from handlers.understanding.identifiers.health import health
from handlers.understanding.identifiers.kinds import Caution, Found, Identifier
from handlers.understanding.identifiers.names import names
from handlers.understanding.identifiers.numbers import belonging
from handlers.understanding.identifiers.reading import Reading, folded, read
from handlers.understanding.identifiers.unknown import is_known, unknown

#: Of two that cover the same letters the one named first is told.
_ORDER: Final = {
    kind: number
    for number, kind in enumerate(
        (
            *(Identifier.EMAIL, Identifier.PAPER, Identifier.POSTCODE, Identifier.STREET),
            *(Identifier.FLAT, Identifier.CODE, Identifier.PHONE, Identifier.HANDLE),
            *(Identifier.PLACE, Identifier.LINK, Identifier.NAME, Identifier.HEALTH),
            *(Identifier.NUMBER, Identifier.UNKNOWN),
        )
    )
}
_SHORTEST_OWN: Final = 3
#: What is found only because nothing is known of it.
_UNSURE: Final = frozenset({Identifier.NUMBER, Identifier.UNKNOWN})


def find(
    text: str,
    caution: Caution = Caution.NUMBERS_AND_NAMES,
    own: Iterable[tuple[Identifier, str]] = (),
    harmless: Iterable[str] = (),
) -> tuple[Found, ...]:
    """Return what in a text may point at somebody, in its order; no two of them overlap.

    `own` are words that are known to be private, such as the writer's name; `harmless` are words
    that everybody may read, such as the name of the neighbourhood. Takes about a millisecond for
    each hundred letters; the first text takes longer, since the lists are read with it.
    """
    reading = read(text)
    if not reading.plain.strip():
        return ()
    public = {part for each in harmless for part in folded(each).split()}
    found = [
        *_own(reading, own),
        *contacts(reading),
        *belonging(reading),
        *whereabouts(reading),
        *names(reading),
        *health(reading),
        *unknown(reading, caution, public),
    ]
    return _apart(text, [each for each in found if not _is_public(text, each, public)])


def _own(reading: Reading, own: Iterable[tuple[Identifier, str]]) -> Iterator[Found]:
    """Find words of the writer's that are known to be private, wherever they stand."""
    for kind, words in own:
        whole = folded(words).strip()
        for part in {whole, *whole.split()}:
            # "Road" and "blue" say nothing by themselves; a name that is a word is still theirs.
            is_telling = kind is Identifier.NAME or part.isdigit() or not is_known(part)
            if len(part) < _SHORTEST_OWN or not (is_telling or " " in part):
                continue
            for each in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", reading.plain):
                yield reading.found(kind, *each.span())


def _is_public(text: str, found: Found, public: Collection[str]) -> bool:
    parts = re.findall(r"\w+", folded(text[found.start : found.end]))
    return bool(parts) and all(part in public for part in parts)


def _apart(text: str, found: Iterable[Found]) -> tuple[Found, ...]:
    """Return what was found without what others cover, and touching pieces of a kind as one."""
    kept: list[Found] = []
    # What is known comes before what is only not known; then the longer; then by the order above.
    order = sorted(
        found,
        key=lambda each: (each.kind in _UNSURE, each.start - each.end, _ORDER[each.kind]),
    )
    for each in order:
        for start, end in _rest(each, kept):
            is_whole = (start, end) == (each.start, each.end)
            if is_whole or _tells_something(text[start:end]):
                kept.append(Found(each.kind, start, end))
    return tuple(sorted(kept, key=lambda each: each.start))


def _tells_something(piece: str) -> bool:
    """Say whether what is left of something beside what else was found is more than plain words."""
    return any(not is_known(part) for part in re.findall(r"\w+", folded(piece)))


def _rest(each: Found, kept: Iterable[Found]) -> list[tuple[int, int]]:
    """Return what of a stretch nothing else covers yet."""
    rest = [(each.start, each.end)]
    for other in kept:
        rest = [
            piece
            for start, end in rest
            for piece in ((start, min(end, other.start)), (max(start, other.end), end))
            if piece[0] < piece[1]
        ]
    return rest
