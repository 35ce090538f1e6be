"""Somebody taps a card: what they are told in the group, and what waits in private."""

from handlers import current, delivery, posting
from handlers.call_outs import joining
from handlers.call_outs.strangers import JOINING
from handlers.events import Place
from handlers.helping import helping, poster_links
from handlers.helping.links import ASK_AT, ENTRY, INVITATION, OFFER_AT, link_to, task_behind
from handlers.house import PersonalTurn
from handlers.limits import coming_in, links_tried
from handlers.messages import AnswerTap, Message, Say, SayInGroup, Start
from handlers.outcomes import ClaimOutcome, NotChecked, NotRegistered, Refused, Went
from handlers.start import HELLO, menu, welcome
from handlers.texts import T
from handlers.volunteering import checks
from storage import card_posts, chats
from storage.model import CardPost, Task


async def tapped_in_group(
    turn: PersonalTurn, place: Place, tap: str, message: int | None, task: Task
) -> list[Message]:
    """Claim a task by its card; a copy of the card that nobody had recorded is adopted."""
    if not await _hangs_here(turn, place, message, task):
        return [_notice(turn, tap, T("card-of-another-group"))]
    outcome = await helping.claim(turn, task)
    messages = await _said(turn, task, outcome)
    if isinstance(outcome, NotRegistered):
        if turn.person.reachable:
            return [
                _notice(turn, tap, T("claim-questions-first")),
                *await current.begin(turn, "join", task.token),
            ]
        return [AnswerTap(tap, turn.person.language, start=await link_to(turn, task))]
    if isinstance(outcome, Went) and not turn.person.reachable:
        # The details wait; the link opens the chat that they wait for.
        return [
            AnswerTap(tap, turn.person.language, start=await link_to(turn, task)),
            *messages,
        ]
    return [_notice(turn, tap, _word(outcome)), *messages]


async def followed(turn: PersonalTurn, word: str) -> list[Message]:
    """Go on where a link leads, or say kindly that it leads nowhere."""
    if word == HELLO:
        return [*await welcome(turn), *await current.asked_again(turn)]
    chat_id = turn.person.chat_id
    if await links_tried.are_too_many(turn, chat_id, word):
        return [Say(turn.person, (T("links-too-many"),)), *await current.asked_again(turn)]
    if not await links_tried.is_known(turn, word):
        await links_tried.note(turn, chat_id, word)
    if word.startswith(ENTRY):
        return await coming_in.followed(turn, word.removeprefix(ENTRY))
    if word.startswith(INVITATION):
        return await current.begin(turn, "invited", word.removeprefix(INVITATION))
    if word.startswith((ASK_AT, OFFER_AT)):
        return await poster_links.followed(turn, word)
    if word.startswith(JOINING):
        return await joining.followed(turn, word.removeprefix(JOINING))
    task = await task_behind(turn, word)
    if task is None:
        nowhere = Say(turn.person, (T("link-leads-nowhere"),), menu())
        return [nowhere, *await current.asked_again(turn)]
    return await claimed_in_private(turn, task)


async def claimed_in_private(turn: PersonalTurn, task: Task) -> list[Message]:
    """Go on with a task after its link opened the private chat."""
    outcome = await helping.claim(turn, task)
    if isinstance(outcome, NotRegistered):
        return await current.begin(turn, "join", task.token)
    said = [*await _said(turn, task, outcome), *await current.asked_again(turn)]
    word = _word(outcome)
    if isinstance(outcome, Refused | Went) and word is not None:
        return [Say(turn.person, (word,)), *said]
    return said


async def claimed_by_words(turn: PersonalTurn, place: Place, task: Task) -> list[Message]:
    """Claim a task by an answer to its card; what is said about it comes in private.

    Where the private chat was never opened, the group is shown a button that opens it.
    """
    messages = await claimed_in_private(turn, task)
    if turn.person.reachable:
        return messages
    chat_id = await chats.remember(
        turn.transaction, place.chat, is_private=False, bot=turn.house.bot
    )
    opens = Start(T("button-open-private-chat"), await link_to(turn, task))
    lines = (T("group-write-in-private"),)
    invitation = SayInGroup(chat_id, place.thread, turn.person.language, lines, ((opens,),))
    return [invitation, *messages]


async def _said(turn: PersonalTurn, task: Task, outcome: ClaimOutcome) -> list[Message]:
    if isinstance(outcome, Went):
        return outcome.messages
    if isinstance(outcome, NotChecked):
        return await checks.needs_check(turn, task)
    return [*outcome.also] if isinstance(outcome, Refused) else []


def _word(outcome: ClaimOutcome) -> T | None:
    match outcome:
        case Went(notice=notice):
            return notice
        case Refused(reason=reason):
            return reason
        case NotChecked():
            return T("claim-needs-check")
        case NotRegistered():
            return T("claim-questions-first")


def _notice(turn: PersonalTurn, tap: str, text: T | None) -> AnswerTap:
    return AnswerTap(tap, turn.person.language, text, alert=True)


async def _hangs_here(turn: PersonalTurn, place: Place, message: int | None, task: Task) -> bool:
    """Say whether a card may hang where it was tapped, and record it where it was not known."""
    if task.neighbourhood_id is None:
        return False
    chat_id = await chats.find(turn.transaction, place.chat)
    if chat_id is not None and message is not None:
        # It may hang there since before the group was linked to another neighbourhood.
        hanging = await card_posts.task_of(turn.transaction, chat_id, message)
        if hanging is not None:
            return hanging == task.id
    groups = await posting.groups_for(turn, task)
    if chat_id is None or all(group.chat_id != chat_id for group in groups):
        return False
    if message is not None:
        post = CardPost(task.id, chat_id, place.thread, message)
        await delivery.adopt(turn, post)
    return True
