"""A coordinator hands a request over to another organisation: its resident is asked first."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.whom import to_resident
from handlers.deadlines import when_awake
from handlers.dialogue import Conversation
from handlers.helping import unreached
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import hand_over_buttons
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Begins
from handlers.partners.names import Name, organisation_of, others_to
from handlers.partners.question import question_lines
from handlers.permissions import allowed
from handlers.phoned import calls
from handlers.questions import Choice, Choose, Confirm
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, PublicName, T
from storage import due_work, hand_overs, people, tasks
from storage.hand_overs import HandOver
from storage.model import Person, Status, Task
from storage.outbox import Purpose

#: Timed work: a resident was asked whether their request may go to another organisation.
ASKED: Final = "hand-over-asked"
#: After so long they are asked once more, and after as long again the question is over.
ANSWERED_WITHIN: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use, or the problem because of which it cannot begin.

    `asked` is whoever decides about the request, and `helpers` those who have it now.
    """

    problem: T | None
    task: Task | None = None
    others: tuple[tuple[int | None, Name], ...] = ()
    asked: Person | None = field(default=None, repr=False)
    helpers: tuple[Person, ...] = field(default=(), repr=False)


class Chosen(BaseModel):
    """The organisation that a request is to go to; None is the scheme's own."""

    model_config = ConfigDict(frozen=True)

    organisation_id: int | None


async def hand_over(known: Known) -> Chosen | None:
    """Ask to whom a request shall go, and show whom that depends on."""
    if known.problem is not None or known.task is None or known.asked is None:
        return None
    reference = PublicName(known.task.reference)
    choices = [Choice(str(number or "own"), (number, name), name) for number, name in known.others]
    asked = (T("ask-hand-over-to", reference=reference),)
    chosen: tuple[int | None, Name] = await Choose("hand-over-to", choices, says=asked)
    shows = _what_follows(known, known.task, known.asked, chosen[1])
    await Confirm("preview-hand-over", shows=shows, send=T("button-ask-them"))
    return Chosen(organisation_id=chosen[0])


def _what_follows(known: Known, task: Task, asked: Person, organisation: Name) -> Sequence[Line]:
    reference = PublicName(task.reference)
    how = "preview-hand-over-by-phone" if asked.rung else "preview-hand-over"
    lines: list[Line] = [
        Personal(how, name=name_of(asked), organisation=organisation, reference=reference),
        T("preview-hand-over-goes", organisation=organisation),
    ]
    lines += [Personal("preview-hand-over-helper", name=name_of(each)) for each in known.helpers]
    if task.repeat_id is not None:
        lines.append(T("hand-over-weekly-stays"))
    return lines


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of a task."""
    task = await tasks.with_token(turn.transaction, subject)
    if task is None:
        return Known(T("request-unknown"))
    if not allowed(await actor_of(turn), Action.HAND_OVER, task):
        return Known(T("not-allowed"))
    places = await tasks.unfinished_places(turn.transaction, task)
    others = tuple(await others_to(turn, await organisation_of(turn, task)))
    problem = await _problem(turn, task, places, others)
    if problem is not None:
        return Known(problem)
    return Known(
        None,
        places[0],
        others,
        await people.get(turn.transaction, task.resident_id),
        tuple(
            [
                await people.get(turn.transaction, each.helper_id)
                for each in places
                if each.helper_id is not None
            ]
        ),
    )


async def _problem(
    turn: Turn, task: Task, places: Sequence[Task], others: Sequence[tuple[int | None, Name]]
) -> T | None:
    reference = PublicName(task.reference)
    if not places:
        return T("hand-over-closed", reference=reference)
    if any(each.status is Status.ON_THE_WAY for each in places):
        return T("hand-over-on-the-way", reference=reference)
    if await hand_overs.asked_about(turn.transaction, task.request) is not None:
        return T("hand-over-asked-before", reference=reference)
    return None if others else T("hand-over-nobody")


async def act(turn: PersonalTurn, known: Known, chosen: Chosen | None) -> list[Message]:
    """Ask the resident; nobody of the other organisation hears of it before they agree."""
    if known.task is None or chosen is None or known.asked is None:
        return [Say(turn.person, (known.problem or T("request-unknown"),))]
    task, reference = known.task, PublicName(known.task.reference)
    made = await hand_overs.ask(
        turn.transaction,
        task,
        await organisation_of(turn, task),
        chosen.organisation_id,
        turn.person.id,
        turn.now,
    )
    if made is None:
        return [Say(turn.person, (T("hand-over-asked-before", reference=reference),))]
    due_at = await when_awake(turn, task, turn.now + ANSWERED_WITHIN)
    await due_work.plan(turn.transaction, ASKED, made.id, due_at)
    noted = Personal("hand-over-asked", name=name_of(known.asked), reference=reference)
    take_back = (Press(T("button-hand-over-stop"), f"handover-stop:{made.id}"),)
    said = Say(turn.person, (noted,), (take_back,))
    if known.asked.rung:
        await calls.question_asked(turn, task, known.asked)
        return [said]
    return [
        said,
        await question(turn, made, task),
        *await unreached.ring_instead(turn, task, known.asked),
    ]


async def question(turn: Turn, made: HandOver, task: Task, *before: Line) -> Say:
    """Return the question to a resident whether their request may go to another organisation."""
    lines = (*before, *await question_lines(turn, made, task))
    said = await to_resident(turn, task, lines, hand_over_buttons(made.id), Purpose.NEWS)
    return replace(said, label=question_label(made))


def question_label(made: HandOver) -> str:
    """Return what the question to a resident is found by."""
    return f"hand-over:{made.id}"


async def _begin(turn: PersonalTurn, task: Task, _detail: str) -> Begins:
    return Begins(HAND_OVER.name, task.token)


HAND_OVER: Final = Conversation("hand-over", know, hand_over, act)
TASK_TAPS: Final[TaskTaps] = {"handover": _begin}
