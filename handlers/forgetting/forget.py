"""`/forget`: one clear warning about what is open, one yes, and nothing of somebody is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import JsonValue

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.days import full_day
from handlers.dialogue import Conversation
from handlers.forgetting import doing_it
from handlers.forgetting.open_things import Open, open_for
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import people_of
from handlers.messages import Message, Say, number_carried
from handlers.permissions import allowed
from handlers.posting import to_owners
from handlers.question import Again, Answered, Heard, LookUp, NotYet, Picked
from handlers.questions import YesNo
from handlers.start import menu
from handlers.texts import Line, Paragraph, Personal, T
from storage import holds, people
from storage.model import Person
from storage.private import PrivateText

NAME: Final = "forget"
#: The button with which somebody has somebody forgotten who is rung.
CALLER: Final = "forget-caller"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: what is open, and for whom; `problem` says why it ends.

    `caller` is the name of somebody who is rung; None where people speak for themselves.
    """

    open: Open = field(default_factory=Open)
    caller: PrivateText | None = None
    caller_id: int | None = None
    problem: T | None = None


class _Seen(LookUp[bool]):
    """Whether something else is open by now than what somebody was warned of."""

    key = "forget-seen"
    otherwise: JsonValue = None

    def __init__(self, digest: str) -> None:
        self.about = digest

    async def find(self, turn: PersonalTurn) -> JsonValue:
        return None

    def read(self, found: JsonValue) -> bool:
        return False

    def restore(self, stored: JsonValue) -> bool:
        return stored is not None and not self.is_known(stored)


class _Sure(YesNo):
    """A yes that means what was read, and nothing that changed since."""

    def __init__(self, key: str, *, is_changed: bool, **said: Any) -> None:
        super().__init__(key, **said)
        self._is_changed = is_changed

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if self._is_changed and heard != Picked("no"):
            return Again(T("forget-changed"))
        return super().hear(heard, partial)


async def forget(known: Known) -> bool:
    """Say what being forgotten means and what is open, and ask whether that is wished."""
    if known.problem is not None:
        return False
    is_changed = await _Seen(known.open.digest)
    if known.caller is None:
        yes, no = T("button-forget-yes"), T("button-forget-no")
        says = _warning(known.open)
        return await _Sure("forget-sure", is_changed=is_changed, says=says, yes=yes, no=no)
    says = _warning_of_caller(known.open, known.caller)
    yes, no = T("button-forget-caller"), T("button-forget-caller-no")
    if not await _Sure("forget-sure", is_changed=is_changed, says=says, yes=yes, no=no):
        return False
    says = (Personal("forget-caller-again", name=known.caller),)
    yes = T("button-forget-caller-yes")
    return await _Sure("forget-again", is_changed=is_changed, says=says, yes=yes, no=no)


def _warning(found: Open) -> Sequence[Line]:
    lines: list[Line] = [T("forget-warning")]
    ends = found.lines()
    lines += [T("forget-ends"), Paragraph(ends)] if ends else [T("forget-nothing-open")]
    if found.is_blocked:
        lines.append(T("forget-blocked"))
    if found.held_until is not None:
        lines.append(T("forget-held", day=_day(found)))
    return (*lines, T("forget-cannot"))


def _warning_of_caller(found: Open, name: PrivateText) -> Sequence[Line]:
    lines: list[Line] = [Personal("forget-caller-warning", name=name)]
    ends = found.lines_of_caller()
    if ends:
        lines += [T("forget-ends"), Paragraph(ends)]
    if found.held_until is not None:
        lines.append(T("forget-held", day=_day(found)))
    return lines


def _day(found: Open) -> T:
    assert found.held_until is not None  # noqa: S101 - asked where there is one
    return full_day(found.held_until.astimezone(DEFAULT_ZONE).date())


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what is open; the subject is the number of somebody who is rung, or nothing."""
    found = await _whom(turn, subject)
    if isinstance(found, T):
        return Known(problem=found)
    until = await holds.held_until(turn.transaction, found.id, turn.now)
    is_open = await open_for(turn, found, until)
    return Known(is_open, name_of(found), found.id) if subject else Known(is_open)


async def _whom(turn: PersonalTurn, subject: str) -> Person | T:
    """Return who is to be forgotten, or why they cannot be by whoever asks."""
    if not subject:
        return turn.person
    number = number_carried(subject)
    person = None if number is None else await people.with_number(turn.transaction, number)
    if person is None or not person.rung:
        return T("forget-caller-unknown")
    if not allowed(await actor_of(turn), Action.FORGET_BY_PHONE, await people_of(turn, person)):
        return T("not-allowed")
    return person


async def act(turn: PersonalTurn, known: Known, wished: bool) -> list[Message]:  # noqa: FBT001 - the result of the script
    """Forget somebody, unless they thought better of it."""
    if known.problem is not None:
        return [Say(turn.person, (known.problem,), menu())]
    if not wished:
        return [Say(turn.person, (T("forget-not"),), menu())]
    if known.caller is None:
        last = await doing_it.begin(turn, turn.person)
        return [] if last is None else [last]
    return await _forget_caller(turn, f"{known.caller_id}")


async def _forget_caller(turn: PersonalTurn, number: str) -> list[Message]:
    person = await _whom(turn, number)
    if isinstance(person, T):
        return [Say(turn.person, (person,), menu())]
    until = await holds.held_until(turn.transaction, person.id, turn.now)
    await doing_it.begin(turn, person, turn.person)
    done = T("forget-caller-done")
    if until is not None:
        done = T("forget-caller-later", day=full_day(until.astimezone(DEFAULT_ZONE).date()))
    noted = Personal("forget-caller-noted", name=name_of(turn.person))
    told = [each for each in await to_owners(_plain(turn), (noted,)) if _is_other(turn, each)]
    return [Say(turn.person, (done, T("forget-caller-here"))), *told]


def _plain(turn: PersonalTurn) -> Turn:
    return Turn(turn.transaction, turn.now, turn.house)


def _is_other(turn: PersonalTurn, message: Message) -> bool:
    return isinstance(message, Say) and message.to.id != turn.person.id


FORGET: Final = Conversation(NAME, know, forget, act)
