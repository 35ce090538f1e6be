"""A question that may be skipped."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import JsonValue

from handlers.question import Again, Answered, Heard, NotYet, Option, Question
from handlers.texts import Line, T

V = TypeVar("V")


class OrSkip(Question[V | None]):
    """Another question, or *Skip*, which answers it with None."""

    def __init__(self, question: Question[V]) -> None:
        self._question = question
        self.key = question.key
        self.columns = question.columns
        self.numbered = question.numbered
        self.changes_in_place = question.changes_in_place
        self.takes_pictures = question.takes_pictures
        self.takes_files = question.takes_files

    @property
    def optional(self) -> bool:
        return True

    @property
    def title(self) -> T:
        return self._question.title

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._question.lines(partial)

    def options(self, partial: JsonValue) -> Sequence[Option]:
        return self._question.options(partial)

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        return self._question.hear(heard, partial)

    def restore(self, stored: JsonValue) -> V | None:
        return None if stored is None else self._question.restore(stored)
