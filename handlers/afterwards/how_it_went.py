"""How did it go? Each side says so once, with one tap; words may follow, for coordinators only."""

from dataclasses import dataclass
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.standing import task_of_claim
from handlers.asking.whom import speaker
from handlers.dialogue import Conversation
from handlers.helping.private_parts import name_of
from handlers.helping.shown_details import not_taken_back
from handlers.helping.task_buttons import (
    after_done_buttons,
    thanks_button,
    thought_button,
    worry_button,
)
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import neutral_for, parties_of
from handlers.messages import Buttons, Message, Press, Say
from handlers.outcomes import Begins, Outcome, Refused, Went
from handlers.permissions import allowed
from handlers.questions import Write
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, PublicName, T
from storage import experiences
from storage.experiences import How, Side
from storage.model import Person, Task
from storage.outbox import Purpose
from storage.private import PrivateText

#: In characters.
LIMIT: Final = 1000


async def asked_of_helper(turn: PersonalTurn, task: Task) -> Message:
    """Thank a helper who has finished a task, and ask how it went, once for each task."""
    lines: list[Line] = [
        T("done-thanks", reference=PublicName(task.reference)),
        *await not_taken_back(turn, task),
    ]
    said = await experiences.find(turn.transaction, task.id, turn.person.id)
    if said is None:
        lines.append(T("how-did-it-go"))
    return Say(turn.person, lines, after_done_buttons(task, asks_how=said is None))


async def say(turn: PersonalTurn, task: Task, detail: str) -> Outcome:
    """Note how it went, and offer what fits: words for a coordinator, thanks, a thought."""
    claim_number, _, how = detail.partition(":")
    if how not in set(How):
        return Refused(T("button-unknown"))
    if claim_number != str(task.claim_number):
        return Refused(T("button-old"))
    if not allowed(await actor_of(turn), Action.SAY_HOW_IT_WENT, task):
        return Refused(T("how-not-now", reference=PublicName(task.reference)))
    person = await speaker(turn, task)
    side = side_of(person, task)
    if not await experiences.note(turn.transaction, task, person, side, How(how), turn.now):
        return Refused(T("how-said-before", reference=PublicName(task.reference)))
    to_owners = await _to_owners(turn, task, person, side) if how == How.NOT_GOOD else []
    lines = [T(f"how-noted-{how}")]
    if how == How.NOT_GOOD:
        lines.append(T("coordinator-knows" if to_owners else "coordinator-not-reached"))
        lines.append(T("how-add-words"))
    told = Say(turn.person, lines, _what_may_follow(task, side, How(how)))
    return Went(T("how-noted"), [told, *to_owners])


def side_of(person: Person, task: Task) -> Side:
    """Return which of the two sides of a task somebody is on."""
    return Side.RESIDENT if task.resident_id == person.id else Side.HELPER


def _what_may_follow(task: Task, side: Side, how: How) -> Buttons:
    stamp = f"{task.token}:{task.claim_number}"
    rows = [(Press(T("button-add-words"), f"howwords:{stamp}"),)]
    if how is How.NOT_GOOD:
        return [*rows, (worry_button(task),)]
    rows.append((thought_button(task),))
    if side is Side.RESIDENT:
        rows.append((thanks_button(task),))
    return rows


async def _to_owners(turn: Turn, task: Task, person: Person, side: Side) -> list[Message]:
    line = Personal(
        f"not-good-{side.value}", name=name_of(person), reference=PublicName(task.reference)
    )
    return [Say(each, (line,), purpose=Purpose.NEWS) for each in await _readers(turn, task)]


async def _readers(turn: Turn, task: Task) -> list[Person]:
    """Return those who hear how it went: whoever it is said of is no reader of it."""
    return await neutral_for(turn, task, parties_of(task))


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the request, or why nothing can be added."""

    task: Task | None
    refusal: T | None


async def tell_more(known: Known) -> PrivateText | None:
    """Ask for a few words for the coordinators."""
    if known.refusal is not None:
        return None
    return await Write("how-words", limit=LIMIT)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Return what may be used; the subject is a task's token and the number of its claim."""
    task = await task_of_claim(turn, subject)
    if task is None:
        return Known(None, T("request-unknown"))
    if not allowed(await actor_of(turn), Action.SAY_HOW_IT_WENT, task):
        return Known(task, T("how-not-now", reference=PublicName(task.reference)))
    said = await experiences.find(turn.transaction, task.id, (await speaker(turn, task)).id)
    if said is None:
        return Known(task, T("how-first", reference=PublicName(task.reference)))
    return Known(task, None if said.words is None else _told_before(task))


def _told_before(task: Task) -> T:
    return T("how-told-before", reference=PublicName(task.reference))


async def act(turn: PersonalTurn, known: Known, words: PrivateText | None) -> list[Message]:
    """Keep the words, and let the owners read them."""
    if known.task is None or words is None:
        return [Say(turn.person, (known.refusal or T("request-unknown"),))]
    task = known.task
    person = await speaker(turn, task)
    if not await experiences.add_words(turn.transaction, task, person, words):
        return [Say(turn.person, (_told_before(task),))]
    said = await experiences.find(turn.transaction, task.id, person.id)
    assert said is not None  # noqa: S101 - words are added to what was said only
    lines: tuple[Line, ...] = (
        Personal(
            f"how-words-{said.side.value}",
            name=name_of(person),
            reference=PublicName(task.reference),
            how=T(f"button-how-{said.how.value}"),
        ),
        words,
    )
    told = Say(turn.person, (T("how-words-kept"),))
    return [
        told,
        *(
            Say(each, lines, purpose=Purpose.NEWS, protect=True)
            for each in await _readers(turn, task)
        ),
    ]


async def _begin(turn: PersonalTurn, task: Task, claim_number: str) -> Begins:
    return Begins(HOW_IT_WENT.name, f"{task.token}:{claim_number}")


HOW_IT_WENT: Final = Conversation("how-it-went", know, tell_more, act)
TASK_TAPS: Final[TaskTaps] = {"howitwent": say, "howwords": _begin}
