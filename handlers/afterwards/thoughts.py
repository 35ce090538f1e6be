"""A thought that others could learn from: opt-in, read by a coordinator, shown without a name."""

from dataclasses import dataclass, field
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards import approving
from handlers.asking.standing import task_of_claim
from handlers.card_line.noticing import Surroundings, surroundings, told
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.outcomes import Begins
from handlers.permissions import allowed
from handlers.questions import Confirm, Write
from handlers.tapping import TaskTaps
from handlers.texts import Line, PublicName, T
from storage import approvals
from storage.approvals import Matter, Standing
from storage.model import Task
from storage.private import PrivateText

#: In characters.
LIMIT: Final = 400


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the request and what is known of it, or why it cannot be."""

    task: Task | None
    refusal: T | None
    around: Surroundings = field(default_factory=Surroundings)


async def share_thought(known: Known) -> PrivateText | None:
    """Ask for a thought, and show how the group would see it."""
    if known.refusal is not None:
        return None
    words = await Write("thought-words", limit=LIMIT, one_line=True)
    shows: list[Line] = [T("preview-thought"), T("thought-in-group"), words]
    found = told(words, known.around)
    if found:
        shows += [*found, T("line-found-next")]
    shows.append(T("preview-read-first"))
    await Confirm("preview-thought", shows=shows)
    return words


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Return what may be used; the subject is a task's token and the number of its claim."""
    task = await task_of_claim(turn, subject)
    if task is None:
        return Known(None, T("request-unknown"))
    if not allowed(await actor_of(turn), Action.SHARE_THOUGHT, task):
        return Known(task, T("thought-not-now", reference=PublicName(task.reference)))
    sent = await approvals.handed_in(turn.transaction, Matter.THOUGHT, task.id, turn.person.id)
    if sent is not None and sent.standing not in (Standing.REFUSED, Standing.DROPPED):
        return Known(task, _already(task))
    return Known(task, None, await surroundings(turn, task))


def _already(task: Task) -> T:
    return T("thought-handed-in-before", reference=PublicName(task.reference))


async def act(turn: PersonalTurn, known: Known, words: PrivateText | None) -> list[Message]:
    """Put the thought before a coordinator."""
    if known.task is None or words is None:
        return [Say(turn.person, (known.refusal or T("request-unknown"),))]
    to_owners = await approving.hand_in(turn, known.task, Matter.THOUGHT, words)
    if to_owners is None:
        return [Say(turn.person, (_already(known.task),))]
    return [Say(turn.person, (T("thought-handed-in"),)), *to_owners]


async def _begin(turn: PersonalTurn, task: Task, claim_number: str) -> Begins:
    return Begins(THOUGHT.name, f"{task.token}:{claim_number}")


THOUGHT: Final = Conversation("thought", know, share_thought, act)
TASK_TAPS: Final[TaskTaps] = {"thought": _begin}
