"""Help every week: the resident agrees to it, and the volunteer they wish for is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.deadlines import when_awake, zone_of
from handlers.dialogue import Conversation
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import can_be_weekly
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import Agree, Choice, Choose
from handlers.texts import Line, Personal, PublicName, T, Window
from handlers.timed_work import TimedWork
from handlers.weekly import weekly
from handlers.weekly.weekly_times import next_time
from storage import due_work, people, repeats, tasks
from storage.model import NewRepeat, Person, Repeat, RepeatStatus, Secrets, Task
from storage.outbox import Purpose
from storage.private import PrivateText

#: Timed work: a volunteer who is wished for is asked, by day.
ASK_HELPER: Final = "ask-weekly-helper"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the request, when it would come first, and who helped."""

    task: Task
    first: Window
    #: The volunteer who helped, where they can be asked to come again.
    helper: Person | None
    secrets: Secrets = field(repr=False)

    @property
    def helper_name(self) -> PrivateText:
        """How the volunteer wants to be called."""
        return name_of(self.helper) if self.helper else PrivateText("…")


async def again(known: Known | T) -> bool:
    """Ask whether the same volunteer is wished for, and for a yes to all that follows."""
    if isinstance(known, T):
        return False
    same = known.helper is not None and await Choose("again-with", _WITH, says=_with(known))
    await Agree("again-sure", says=_what_follows(known, same=same))
    return same


_WITH: Final = (
    Choice("same", value=True, label=T("button-again-same")),
    Choice("anybody", value=False, label=T("button-again-anybody")),
)


def _with(known: Known) -> Sequence[Line]:
    kind = T(f"kind-{known.task.kind.value}")
    return (
        T("again-when", kind=kind, window=known.first),
        Personal("ask-again-with", name=known.helper_name),
    )


def _what_follows(known: Known, *, same: bool) -> Sequence[Line]:
    kind = T(f"kind-{known.task.kind.value}")
    asked = Personal("again-asks", name=known.helper_name) if same else T("again-cards")
    return (
        T("again-when", kind=kind, window=known.first),
        asked,
        T("again-kept"),
        T("again-can-end"),
    )


async def know(turn: PersonalTurn, token: str) -> Known | T:
    """Read what the conversation may use, or why there is nothing to agree to."""
    task = await tasks.with_token(turn.transaction, token)
    if task is None or not allowed(await actor_of(turn), Action.REPEAT, task):
        return T("again-not-yours")
    if not can_be_weekly(task):
        return T("again-not-this-kind")
    if await repeats.of_request(turn.transaction, task.token) is not None:
        return T("again-already")
    secrets = await tasks.secrets_of(turn.transaction, task)
    if secrets.first_name is None:
        return T("again-too-late", reference=PublicName(task.reference))
    first = next_time(await _window(turn, task), turn.now)
    helper = None
    if task.helper_id is not None:
        helper = await weekly.can_come(turn, task.helper_id, task, first.start.date())
    return Known(task, first, helper, secrets)


async def _window(turn: Turn, task: Task) -> Window:
    zone = await zone_of(turn, task)
    return Window(task.window_start.astimezone(zone), task.window_end.astimezone(zone))


async def act(turn: PersonalTurn, known: Known | T, same: bool) -> list[Message]:  # noqa: FBT001 - the result of the script
    """Keep the weekly help, plan its first week, and have the volunteer asked."""
    if isinstance(known, T):
        return [Say(turn.person, (known,))]
    wished = known.helper if same else None
    new = NewRepeat(
        token=turn.house.token(),
        task=known.task,
        wished_id=wished.id if wished else None,
        next_start=known.first.start,
        next_end=known.first.end,
        created_at=turn.now,
        secrets=known.secrets,
    )
    resident = await people.get(turn.transaction, known.task.resident_id)
    repeat = await repeats.add(turn.transaction, resident, new)
    if repeat is None:
        return [Say(turn.person, (T("again-already"),))]
    await weekly.plan(turn, repeat, known.first)
    if wished is not None:
        at = await when_awake(turn, repeat, turn.now)
        await due_work.plan(turn.transaction, ASK_HELPER, repeat.id, at)
    if resident.rung:
        return [Say(turn.person, (T("again-agreed-on-the-phone"),))]
    return [await weekly.standing(turn, turn.person, repeat, T("again-agreed"))]


AGAIN: Final = Conversation("again", know, again, act)


async def _ask_helper(turn: Turn, repeat_id: int) -> list[Message]:
    """Ask a volunteer, once and without pressure, whether they would come every week."""
    repeat = await repeats.get(turn.transaction, repeat_id)
    if repeat.status is RepeatStatus.ENDED or repeat.wished_id is None:
        return []
    awake_at = await when_awake(turn, repeat, turn.now)
    if awake_at > turn.now:
        # The service did not run when it was time.
        await due_work.plan(turn.transaction, ASK_HELPER, repeat.id, awake_at)
        return []
    volunteer = await people.get(turn.transaction, repeat.wished_id)
    kind = T(f"kind-{repeat.kind.value}")
    name = await weekly.helped_name(turn, repeat)
    lines = (
        Personal(
            "weekly-wish", name=name, kind=kind, window=await weekly.next_window(turn, repeat)
        ),
        T("weekly-wish-free"),
    )
    buttons = weekly.wish_buttons(repeat)
    label = wish_label(repeat)
    return [Say(volunteer, lines, buttons, purpose=Purpose.NEWS, label=label)]


def wish_label(repeat: Repeat) -> str:
    """Return what the question to a volunteer who is wished for is found by."""
    return f"weekly-wish:{repeat.id}"


TIMED: Final[TimedWork] = {ASK_HELPER: _ask_helper}
