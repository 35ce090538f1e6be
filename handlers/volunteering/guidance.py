"""The short guidance of a kind of help, read before somebody takes tasks of it."""

from collections.abc import Sequence

from handlers.questions import YesNo
from handlers.texts import Line, T
from storage.model import Kind


class Guidance(YesNo):
    """A kind's guidance, and whether somebody says yes to it; `also` is agreed to with it."""

    def __init__(self, kind: Kind, also: Sequence[Line] = ()) -> None:
        super().__init__(
            f"guidance-{kind.value}",
            says=(T(f"guidance-{kind.value}"), *also, T("ask-guidance")),
            yes=T("button-guidance-yes"),
            no=T("button-guidance-no"),
        )
        self._kind = kind

    @property
    def title(self) -> T:
        return T("answer-guidance", kind=T(f"kind-{self._kind.value}"))
