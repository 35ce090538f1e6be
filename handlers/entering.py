"""A question whose typed answer is read into a value, such as a day or a list of postcodes."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from pydantic import JsonValue

from handlers.question import (
    Again,
    Answered,
    Heard,
    NotYet,
    Option,
    Picked,
    Question,
    ShownFile,
    StaleAnswerError,
    Words,
)
from handlers.texts import Line, T

V = TypeVar("V")

#: In characters; more than any app lets somebody type into one message.
LIMIT: Final = 20_000


class Enter(Question[V]):
    """Something typed that `read` makes a value of, or says what is wrong with it.

    The id of an option is read as if it had been typed; so is the text of a file, where
    `takes_files` says that one is welcome.
    """

    def __init__(
        self,
        key: str,
        read: Callable[[str], V | T],
        offers: Sequence[Option] = (),
        *,
        takes_files: bool = False,
        says: Sequence[Line] | None = None,
    ) -> None:
        self.key = key
        self.takes_files = takes_files
        self._read = read
        self._offers = offers
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._says

    def options(self, partial: JsonValue) -> Sequence[Option]:
        return self._offers

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        match heard:
            case Picked(option=option):
                return Answered(option)
            case Words(text=given) if len(given) > LIMIT:
                return Again(T("problem-too-long", limit=LIMIT, length=len(given)))
            case Words(text=given):
                pass
            case ShownFile(text=given) if self.takes_files:
                # As long as a file may be that is fetched.
                pass
            case _:
                wanted = "problem-file-wanted" if self.takes_files else "problem-words-wanted"
                return Again(T(wanted))
        text = given.replace("\x00", "").strip()
        made = self._read(text)
        return Again(made) if isinstance(made, T) else Answered(text)

    def restore(self, stored: JsonValue) -> V:
        made = self._read(str(stored))
        if isinstance(made, T):
            raise StaleAnswerError(made)
        return made
