"""What came of something that somebody wanted to do: expected refusals are values."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.messages import Message
from handlers.texts import T


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something did not happen, for whoever wanted it; `also` is what is said to others."""

    reason: T
    also: Sequence[Message] = ()


@dataclass(frozen=True, slots=True)
class NotRegistered:
    """They have to answer a question or two before they can claim this task."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """The kind of task takes a check that no coordinator has recorded for them."""


@dataclass(frozen=True, slots=True)
class Went:
    """It happened: a short notice to whoever did it, if any, and all that is said to anybody."""

    notice: T | None
    messages: list[Message]


@dataclass(frozen=True, slots=True)
class Begins:
    """It begins a conversation, named here so that its own module can offer the button."""

    conversation: str
    subject: str


#: What may come of wanting a task.
ClaimOutcome = Went | Refused | NotRegistered | NotChecked
Outcome = ClaimOutcome | Begins
