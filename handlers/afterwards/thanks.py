"""A resident thanks their helper: ready-made words at once, own ones by way of a coordinator."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards import approving
from handlers.asking.standing import task_of_claim
from handlers.asking.whom import speaker
from handlers.dialogue import Conversation
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.kinds import KINDS
from handlers.messages import Message, Say
from handlers.outcomes import Begins
from handlers.permissions import allowed
from handlers.questions import Choice, Choose, Confirm, Write
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, PublicName, T
from storage import approvals, people
from storage.approvals import Matter, Standing
from storage.model import Person, Task
from storage.outbox import Purpose
from storage.private import PrivateText

#: How long after it was confirmed, or after their own words were kept back, somebody can thank.
THANKS_FOR: Final = timedelta(days=2)
#: In characters.
LIMIT: Final = 500
READY_MADE: Final = ("simply", "great-help", "glad", "talk")


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the request and its helper's name, or why it cannot be."""

    task: Task | None
    refusal: T | None
    name: PrivateText = field(default=PrivateText("…"), repr=False)

    @property
    def at_the_door(self) -> bool:
        """Whether the helper came, rather than rang."""
        return self.task is None or KINDS[self.task.kind].at_the_door


#: Ready-made words by their name, or words of one's own.
Thanks = str | PrivateText


async def say_thanks(known: Known) -> Thanks | None:
    """Ask for the thanks: ready-made words, or own ones with a last look at them."""
    if known.refusal is not None:
        return None
    ready = [Choice[str | None](each, each, T(f"button-thanks-{each}")) for each in READY_MADE]
    # Who rang was heard and not seen.
    ready.pop(-1 if known.at_the_door else -2)
    own = Choice[str | None]("own", None, T("button-thanks-own"))
    asked = Personal("ask-thanks", name=known.name)
    chosen: str | None = await Choose("thanks", (*ready, own), says=(asked,))
    if chosen is not None:
        return chosen
    words = await Write("thanks-words", limit=LIMIT, one_line=True)
    shows: tuple[Line, ...] = (
        Personal("preview-thanks", name=known.name),
        words,
        T("preview-read-first"),
    )
    await Confirm("preview-thanks", shows=shows)
    return words


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Return what may be used; the subject is a task's token and the number of its claim."""
    task = await task_of_claim(turn, subject)
    if task is None:
        return Known(None, T("request-unknown"))
    refusal = await _refusal(turn, task)
    if refusal is not None or task.helper_id is None:
        return Known(task, refusal or T("request-unknown"))
    return Known(task, None, name_of(await people.get(turn.transaction, task.helper_id)))


async def _refusal(turn: PersonalTurn, task: Task) -> T | None:
    """Return why somebody cannot send thanks, or None where they can."""
    if not allowed(await actor_of(turn), Action.SEND_THANKS, task):
        return T("thanks-not-now")
    assert task.confirmed_at is not None  # noqa: S101 - permitted for confirmed tasks only
    since = task.confirmed_at
    author = await speaker(turn, task)
    sent = await approvals.handed_in(turn.transaction, Matter.THANKS, task.id, author.id)
    if sent is not None:
        if sent.standing not in (Standing.REFUSED, Standing.DROPPED):
            return _already(sent.standing)
        since = sent.decided_at or since
    return T("thanks-too-late") if turn.now > since + THANKS_FOR else None


def _already(standing: Standing) -> T:
    return T("thanks-waiting" if standing is Standing.WAITING else "thanks-sent-before")


async def act(turn: PersonalTurn, known: Known, thanks: Thanks | None) -> list[Message]:
    """Pass ready-made thanks on at once, and put own words before a coordinator."""
    if known.task is None or thanks is None:
        return [Say(turn.person, (known.refusal or T("request-unknown"),))]
    author = await speaker(turn, known.task)
    if isinstance(thanks, PrivateText):
        to_owners = await approving.hand_in(
            turn.as_person(author), known.task, Matter.THANKS, thanks
        )
        told = Personal("thanks-handed-in", name=known.name)
        return _or_twice(turn, to_owners, told)
    number = await approvals.propose(
        turn.transaction, Matter.THANKS, known.task, author, None, turn.now
    )
    to_helper = None if number is None else [await _to_helper(turn, known.task, author, thanks)]
    return _or_twice(turn, to_helper, Personal("thanks-sent", name=known.name))


def _or_twice(turn: PersonalTurn, others: list[Message] | None, told: Line) -> list[Message]:
    if others is None:
        return [Say(turn.person, (T("thanks-sent-before"),))]
    return [Say(turn.person, (told,)), *others]


async def _to_helper(turn: Turn, task: Task, author: Person, thanks: str) -> Message:
    assert task.helper_id is not None  # noqa: S101 - `know` lets nobody through without a helper
    helper = await people.get(turn.transaction, task.helper_id)
    reference = PublicName(task.reference)
    given = Personal("thanks-given", name=name_of(author), reference=reference)
    return Say(helper, (given, T(f"button-thanks-{thanks}")), purpose=Purpose.NEWS)


async def _begin(turn: PersonalTurn, task: Task, claim_number: str) -> Begins:
    return Begins(THANKS.name, f"{task.token}:{claim_number}")


THANKS: Final = Conversation("thanks", know, say_thanks, act)
TASK_TAPS: Final[TaskTaps] = {"thanks": _begin}
