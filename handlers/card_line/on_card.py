"""A line that was decided about: on the card, or kept off it, and taken off it again."""

from enum import StrEnum
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.helping.task_buttons import line_button
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import changed_for_good
from handlers.messages import Message, Say
from handlers.outcomes import Refused, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, PublicName, T
from handlers.waiting import asking
from storage import card_lines, people, tasks
from storage.approvals import Proposal, Standing
from storage.model import Status, Task
from storage.outbox import Purpose


class WhyNot(StrEnum):
    """Why a line is kept off a card."""

    #: It could show who somebody is.
    WHO = "who"
    #: It could show where somebody lives or goes.
    WHERE = "where"
    #: A number, an address of an app, a link.
    CONTACT = "contact"
    HEALTH = "health"
    #: How to get in, when nobody is at home, or money.
    SAFETY = "safety"
    #: It could hurt somebody.
    UNKIND = "unkind"
    #: The card says it already, or it is not about the request.
    NOT_NEEDED = "not-needed"


def label_of(proposal: Proposal) -> str:
    """Return how the labels begin under which words were put before people."""
    return f"approve:{proposal.id}"


async def shown_on_cards(turn: Turn, task: Task) -> list[Message]:
    """Return what brings up to date every card of a request, and whatever repeats it."""
    messages: list[Message] = []
    for place in await tasks.unfinished_places(turn.transaction, task):
        messages += await posting.cards_to_change(turn, place)
        messages += await asking.as_they_read_now(turn, place)
    return messages


async def line_as_it_stands(turn: Turn, task: Task) -> list[Line]:
    """Return the line on the card of a request, and the one that waits, in words."""
    waits = await card_lines.waiting(turn.transaction, task)
    stands = await card_lines.standing(turn.transaction, task)
    lines: list[Line] = []
    if stands is not None and stands.words is not None:
        lines.append(Personal("line-stands", value=stands.words))
    if waits is not None and waits.words is not None:
        lines.append(Personal("line-waits", value=waits.words))
    return lines


async def put_on_card(turn: Turn, proposal: Proposal, task: Task) -> list[Message]:
    """Return the cards with the line that was approved, and word to its author."""
    author = await people.get(turn.transaction, proposal.author_id)
    assert proposal.words is not None  # noqa: S101 - it was approved with its words
    told = Personal("line-on-card", reference=PublicName(task.reference), value=proposal.words)
    word = Say(author, (told,), purpose=Purpose.NEWS, about=task)
    return [*await shown_on_cards(turn, task), word]


async def kept_off(turn: Turn, proposal: Proposal, task: Task, why: WhyNot) -> list[Message]:
    """Return word to an author of why their line is not on the card, and what they can do now."""
    return [await _to_author(turn, proposal, task, (T("line-kept-off"), T(f"line-why-{why}")))]


async def unread(turn: Turn, proposal: Proposal, task: Task) -> list[Message]:
    """Return word to an author that nobody has read their line in time."""
    return [await _to_author(turn, proposal, task, (T("line-unread"),))]


async def _to_author(
    turn: Turn, proposal: Proposal, task: Task, lines: tuple[Line, ...]
) -> Message:
    author = await people.get(turn.transaction, proposal.author_id)
    reference = T("card-reference", reference=PublicName(task.reference))
    places = await tasks.unfinished_places(turn.transaction, task)
    is_open = any(each.status is Status.OPEN for each in places)
    said = (*lines, T("line-write-again"), reference) if is_open else (*lines, reference)
    buttons = ((line_button(task),),) if is_open else ()
    return Say(author, said, buttons, purpose=Purpose.NEWS, about=task)


async def not_to_be_read(turn: Turn, task: Task) -> None:
    """Take a waiting line out of the chats of those who were to decide about it."""
    waits = await card_lines.waiting(turn.transaction, task)
    if waits is not None:
        gone = T("line-no-longer-waits", reference=PublicName(task.reference))
        await changed_for_good(turn, label_of(waits), (gone,))


async def _taken_off(turn: PersonalTurn, task: Task, _detail: str) -> Went | Refused:
    """Take back the lines of a request, the one that waits and the one on its card."""
    reference = PublicName(task.reference)
    if not allowed(await actor_of(turn), Action.TAKE_LINE_OFF, task):
        return Refused(T("line-not-now", reference=reference))
    await not_to_be_read(turn, task)
    stood = await card_lines.standing(turn.transaction, task)
    both = (Standing.WAITING, Standing.APPROVED)
    if not await card_lines.take_back(turn.transaction, task, *both):
        return Refused(T("line-none", reference=reference))
    messages: list[Message] = [Say(turn.person, (T("line-off", reference=reference),))]
    if stood is None:
        return Went(None, messages)
    messages += await shown_on_cards(turn, task)
    if stood.author_id != turn.person.id:
        author = await people.get(turn.transaction, stood.author_id)
        told = T("line-taken-off", reference=reference)
        messages.append(Say(author, (told,), purpose=Purpose.NEWS, about=task))
    return Went(None, messages)


TASK_TAPS: Final[TaskTaps] = {"line-off": _taken_off}
