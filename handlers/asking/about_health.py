"""Whether what somebody tells of a person's health may be kept, and what a no means for words."""

from collections.abc import Sequence
from typing import Final

from pydantic import JsonValue

from handlers.asking.help_request import AskedFor, Known
from handlers.asking.whom import about
from handlers.question import Again, Answered, Heard, NotYet, Option, Picked, StaleAnswerError
from handlers.questions import WriteOrSkip, YesNo
from handlers.texts import Line, Personal, T
from handlers.understanding.identifiers.health import health
from handlers.understanding.identifiers.reading import read
from storage.private import PrivateText

#: The button that keeps words all the same, and what stands before words that it kept.
KEEP: Final = "keep-words"


async def own_health(known: Known) -> bool:
    """Return whether health details of whoever asks may be kept; ask where nobody did."""
    return await YesNo("health") if known.keeps_health is None else known.keeps_health


async def health_of(whom: AskedFor) -> AskedFor:
    """Return somebody who is asked for with their answer about health; ask where nobody did."""
    if whom.keeps_health is not None:
        return whom
    says = (Personal("ask-helped-health", person=whom.first_name),)
    return whom.model_copy(update={"keeps_health": await YesNo("helped-health", says=says)})


class AboutThem(WriteOrSkip):
    """Words of somebody, or *Skip*.

    Where their health is not to be kept, words that seem to tell of it are kept only if whoever
    wrote them says so. `person` is whom somebody else asks for.
    """

    def __init__(
        self,
        key: str,
        *,
        limit: int,
        says: Sequence[Line],
        keeps_health: bool | None,
        person: PrivateText | None,
    ) -> None:
        self._leaves_out = keeps_health is False
        self._person = person
        if self._leaves_out:
            says = (*says, about(T("leave-health-out"), person))
        super().__init__(key, limit=limit, says=says)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        """Return what is asked, or what was noticed in words that wait for a decision."""
        if not isinstance(partial, str):
            return super().lines(partial)
        found = PrivateText(", ".join(words_of_health(partial)))
        if self._person is None:
            return (Personal("health-noticed", value=found),)
        return (Personal("health-noticed-for", value=found, person=self._person),)

    def options(self, partial: JsonValue) -> Sequence[Option]:
        """Return the button that keeps words which wait for a decision."""
        return [] if partial is None else [Option(KEEP, T("button-keep-words"))]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        """Take words; those that seem to tell of health wait for a decision about them."""
        if heard == Picked(KEEP) and isinstance(partial, str):
            return Answered({KEEP: partial})
        made = super().hear(heard, None)
        if isinstance(made, Answered) and self._is_left_out(made.stored):
            return NotYet(made.stored)
        return made

    def restore(self, stored: JsonValue) -> PrivateText | None:
        """Return the words; those of before that seem to tell of health are asked for anew."""
        if isinstance(stored, dict):
            return super().restore(stored.get(KEEP))
        if self._is_left_out(stored):
            raise StaleAnswerError(T("problem-health-left-out"))
        return super().restore(stored)

    def _is_left_out(self, stored: JsonValue) -> bool:
        return self._leaves_out and isinstance(stored, str) and bool(words_of_health(stored))


def words_of_health(text: str) -> tuple[str, ...]:
    """Return the words of a text that may tell of somebody's health; lists know but some."""
    return tuple(text[each.start : each.end] for each in health(read(text)))
