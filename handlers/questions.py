"""The kinds of question a conversation can ask, each with its checked type of answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import JsonValue

from handlers.conversation import CHANGE
from handlers.question import (
    Again,
    Answered,
    Heard,
    NotYet,
    Option,
    Picked,
    Question,
    ShownPicture,
    StaleAnswerError,
    Words,
)
from handlers.texts import Line, Listed, PublicName, T, can_be_seen, in_one_line
from storage.private import PrivateText

V = TypeVar("V")


@dataclass(frozen=True)
class Choice(Generic[V]):
    """One of the values to choose from; `id` is short and stays the same over releases."""

    id: str
    value: V
    label: T | PublicName


class Choose(Question[V]):
    """Choose one."""

    def __init__(
        self,
        key: str,
        choices: Sequence[Choice[V]],
        *,
        says: Sequence[Line] | None = None,
        columns: int = 1,
    ) -> None:
        self.key = key
        self.columns = columns
        self._choices = choices
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._says

    def options(self, partial: JsonValue) -> Sequence[Option]:
        return [Option(choice.id, choice.label) for choice in self._choices]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            return Answered(heard.option)
        return Again(T("problem-choose"))

    def restore(self, stored: JsonValue) -> V:
        for choice in self._choices:
            if choice.id == stored:
                return choice.value
        raise StaleAnswerError(T("problem-choice-gone"))


class YesNo(Choose[bool]):
    """Yes or no."""

    def __init__(
        self,
        key: str,
        *,
        says: Sequence[Line] | None = None,
        yes: T | None = None,
        no: T | None = None,
    ) -> None:
        choices = (
            Choice("yes", value=True, label=yes or T("button-yes")),
            Choice("no", value=False, label=no or T("button-no")),
        )
        super().__init__(key, choices, says=says, columns=2)


class Agree(Choose[bool]):
    """One tap to agree; whoever does not can only stop."""

    def __init__(self, key: str, *, says: Sequence[Line] | None = None) -> None:
        super().__init__(key, (Choice("yes", value=True, label=T("button-agree")),), says=says)


DONE = "done"


class ChooseSeveral(Question[frozenset[V]]):
    """Choose several: each tap adds or removes one, *Done* goes on. Typed: "1, 3"."""

    changes_in_place = True

    def __init__(
        self,
        key: str,
        choices: Sequence[Choice[V]],
        *,
        at_least: int = 1,
        says: Sequence[Line] | None = None,
        columns: int = 2,
    ) -> None:
        self.key = key
        self.columns = columns
        self._choices = choices
        self._at_least = at_least
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        chosen = self._chosen(partial)
        labels = tuple(choice.label for choice in self._choices if choice.id in chosen)
        if not labels:
            return (*self._says, T("several-how"))
        return (*self._says, T("several-chosen", chosen=Listed(labels)))

    def options(self, partial: JsonValue) -> Sequence[Option]:
        chosen = self._chosen(partial)
        own = [
            Option(
                choice.id,
                T("several-mark", label=choice.label) if choice.id in chosen else choice.label,
            )
            for choice in self._choices
        ]
        return [*own, Option(DONE, T("button-several-done"))]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        chosen = self._chosen(partial)
        if isinstance(heard, Picked):
            if heard.option != DONE:
                return NotYet(list[JsonValue](sorted(chosen ^ {heard.option})))
            if len(chosen) < self._at_least:
                return Again(T("problem-choose-one-at-least"))
            return Answered(list[JsonValue](sorted(chosen)))
        if isinstance(heard, Words):
            typed = self._typed(heard.text)
            if typed:
                return NotYet(list[JsonValue](sorted(chosen | typed)))
        return Again(T("problem-choose-several"))

    def _typed(self, text: str) -> set[str]:
        parts = [part for part in text.replace(",", " ").split() if part]
        # Of thousands of digits Python makes no number.
        numbers = [int(part) for part in parts if re.fullmatch(r"\d{1,3}", part, re.ASCII)]
        if len(numbers) != len(parts) or any(
            not 1 <= number <= len(self._choices) for number in numbers
        ):
            return set()
        return {self._choices[number - 1].id for number in numbers}

    def _chosen(self, partial: JsonValue) -> set[str]:
        known = {choice.id for choice in self._choices}
        return known & set(map(str, partial)) if isinstance(partial, list) else set()

    def restore(self, stored: JsonValue) -> frozenset[V]:
        chosen = self._chosen(stored)
        if not isinstance(stored, list) or len(chosen) != len(stored):
            raise StaleAnswerError(T("problem-choice-gone"))
        return frozenset(choice.value for choice in self._choices if choice.id in chosen)


class _Written(Question[V]):
    """Typed words up to a limit, in characters; the two below differ in whether they may skip.

    `one_line` is for what stands within a sentence or a line of its own, such as a name.
    """

    def __init__(
        self,
        key: str,
        *,
        limit: int,
        one_line: bool = False,
        says: Sequence[Line] | None = None,
    ) -> None:
        self.key = key
        self._limit = limit
        self._one_line = one_line
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._says

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if not isinstance(heard, Words):
            return Again(T("problem-words-wanted"))
        # What SQLite cannot keep is not worth a question.
        text = heard.text.replace("\x00", "").strip()
        if self._one_line:
            text = in_one_line(text)
        if not can_be_seen(text):
            return Again(T("problem-empty"))
        if len(text) > self._limit:
            return Again(T("problem-too-long", limit=self._limit, length=len(text)))
        return Answered(text)

    def _text(self, stored: JsonValue) -> PrivateText:
        if not isinstance(stored, str) or not 0 < len(stored) <= self._limit:
            raise StaleAnswerError(T("problem-answer-gone"))
        return PrivateText(stored)


class Write(_Written[PrivateText]):
    """Write something."""

    def restore(self, stored: JsonValue) -> PrivateText:
        return self._text(stored)


class WriteOrSkip(_Written[PrivateText | None]):
    """Write something, or *Skip*."""

    @property
    def optional(self) -> bool:
        return True

    def restore(self, stored: JsonValue) -> PrivateText | None:
        return None if stored is None else self._text(stored)


class ShowPicture(Question[int | None]):
    """A photo, or *Skip*; the answer is the number of the kept picture."""

    takes_pictures = True

    def __init__(self, key: str) -> None:
        self.key = key

    @property
    def optional(self) -> bool:
        return True

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return (T(f"ask-{self.key}"),)

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, ShownPicture):
            return Answered(heard.picture)
        return Again(T("problem-photo"))

    def restore(self, stored: JsonValue) -> int | None:
        if stored is None or (isinstance(stored, int) and not isinstance(stored, bool)):
            return stored
        raise StaleAnswerError(T("problem-answer-gone"))


class PickNumber(Question[int]):
    """A whole number between two bounds, both included; some are offered as buttons."""

    columns = 3
    numbered = False

    def __init__(
        self,
        key: str,
        *,
        lowest: int,
        highest: int,
        offers: Sequence[int] = (),
        says: Sequence[Line] | None = None,
    ) -> None:
        self.key = key
        self._lowest, self._highest = lowest, highest
        self._offers = offers
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._says

    def options(self, partial: JsonValue) -> Sequence[Option]:
        return [Option(str(offer), T("number", number=offer)) for offer in self._offers]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        wrong = Again(T("problem-number", lowest=self._lowest, highest=self._highest))
        if isinstance(heard, Picked):
            return Answered(int(heard.option))
        if not isinstance(heard, Words):
            return wrong
        digits = heard.text.strip().lstrip("£€").strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
            return wrong
        number = int(digits)
        return Answered(number) if self._lowest <= number <= self._highest else wrong

    def restore(self, stored: JsonValue) -> int:
        is_number = isinstance(stored, int) and not isinstance(stored, bool)
        if not is_number or not self._lowest <= int(str(stored)) <= self._highest:
            raise StaleAnswerError(T("problem-number", lowest=self._lowest, highest=self._highest))
        return int(str(stored))


class LastLook(Choose[V]):
    """The last look at what was answered: ways to go on, or *Change one answer* after the first."""

    def __init__(
        self,
        key: str,
        ways: Sequence[Choice[V]],
        *,
        shows: Sequence[Line],
        change: T | None = None,
    ) -> None:
        super().__init__(key, ways, says=shows, columns=2)
        self._change = change or T("button-change")
        self._again = T("problem-confirm") if change is None else T("problem-choose")

    def options(self, partial: JsonValue) -> Sequence[Option]:
        first, *others = super().options(partial)
        return [first, Option(CHANGE, self._change), *others]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            return Answered(heard.option)
        return Again(self._again)


class Confirm(LastLook[None]):
    """The last look: *Send*, or *Change one answer*."""

    def __init__(self, key: str, *, shows: Sequence[Line], send: T | None = None) -> None:
        super().__init__(key, (Choice("send", None, send or T("button-send")),), shows=shows)
