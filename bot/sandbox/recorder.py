"""What the bot asked for, what became of it, and what people were shown."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.sandbox.schema import Json

#: How many calls and violations are kept where history is not.
_RECENT_CALLS = 200

#: Refusals that a correct bot meets too, since the world changes behind its back.
_ORDINARY = (
    "Bad Request: message is not modified",
    "Bad Request: message to edit not found",
    "Bad Request: message to delete not found",
    "Bad Request: query is too old",
    "Bad Request: group chat was upgraded",
    "Bad Request: message thread not found",
    "Bad Request: not enough rights",
    "Forbidden: ",
)


class Rule(StrEnum):
    """A rule that a correct bot never breaks."""

    UNKNOWN_METHOD = "unknown_method"
    WRONG_PARAMETERS = "wrong_parameters"
    WRONG_TOKEN = "wrong_token"  # noqa: S105 - the name of a rule
    ABOVE_PACE = "above_pace"
    SENT_INSIDE_RETRY_AFTER = "sent_inside_retry_after"
    SECOND_POLLER = "second_poller"


@dataclass(frozen=True, slots=True)
class Violation:
    """A call that broke a rule; `detail` holds no personal content."""

    rule: Rule
    method: str
    moment: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call: whether it was carried out, the status and description that the bot got.

    `status` is 0 where the connection was dropped. `fault` names the mischief that hit the call.
    """

    method: str
    params: Json
    moment: datetime
    status: int
    description: str = ""
    is_carried_out: bool = False
    fault: str | None = None
    #: The number of the bot whose token it was.
    bot: int = 0


class Recorder:
    """Every call in order; only the newest where `keep` is off. Counts cover all of them."""

    def __init__(self, *, keep: bool) -> None:
        limit = None if keep else _RECENT_CALLS
        self._shown: Mapping[int, list[str]] = {}
        self.calls: deque[Call] = deque(maxlen=limit)
        self.violations: deque[Violation] = deque(maxlen=limit)
        self.calls_counted = 0
        self.violations_counted = 0

    def watch(self, shown: Mapping[int, list[str]]) -> None:
        """Tell from now on what people were shown, by the numbers of chats."""
        self._shown = shown

    def note(self, call: Call) -> None:
        """Remember a call."""
        self.calls_counted += 1
        self.calls.append(call)

    def note_violation(self, violation: Violation) -> None:
        """Remember that a rule was broken."""
        self.violations_counted += 1
        self.violations.append(violation)

    def of(self, method: str) -> Iterator[Call]:
        """Yield the calls of one method."""
        return (call for call in self.calls if call.method == method)

    @property
    def carried_out(self) -> Iterator[Call]:
        """The calls that were carried out, answered or not."""
        return (call for call in self.calls if call.is_carried_out)

    @property
    def unexpected(self) -> Iterator[Call]:
        """The calls that were refused for a reason that a correct bot never meets."""
        return (
            call
            for call in self.calls
            if call.status >= 400
            and call.fault is None
            and call.status != 429
            and not call.description.startswith(_ORDINARY)
        )

    def everything_shown_to(self, person: int) -> list[str]:
        """Return all that the bot showed a person in private, toasts and earlier texts too."""
        return list(self._shown.get(person, ()))

    def everything_shown_in(self, *chats: int) -> list[str]:
        """Return all that the bot showed in groups: texts, earlier texts, buttons, file names."""
        return [words for chat in chats for words in self._shown.get(chat, ())]


def summary(violations: Iterable[Violation]) -> str:
    """Return violations as lines for the message of a failing test."""
    return "\n".join(
        f"{one.moment:%H:%M:%S} {one.method}: {one.rule} {one.detail}" for one in violations
    )
