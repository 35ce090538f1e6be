"""What becomes of help when somebody is forgotten: all who count on it hear so, and nobody why.

Nothing said here holds a word of theirs: it would go with their key before anybody could read it.
"""

from collections.abc import Sequence
from typing import Final

from handlers import posting
from handlers.actions import Position
from handlers.actors import area_of
from handlers.asking.closing import close
from handlers.asking.whom import to_resident
from handlers.call_outs import gaps
from handlers.helping.reopening import reopened
from handlers.helping.unreached import ring_instead
from handlers.house import Turn
from handlers.messages import ChangeCard, Message, Say, TakeCardBack, TakeSaidBack
from handlers.phoned import calls
from handlers.safety.safeguarding import WORRY
from handlers.scheme.appointing import ask_others_instead, nobody_left, who_appoint
from handlers.scheme.role_names import role_name
from handlers.texts import PublicName, T
from handlers.weekly import weekly, weekly_ending
from storage import (
    approvals,
    call_outs,
    card_posts,
    due_work,
    outbox_changes,
    people,
    relay,
    repeats,
    roles,
    tasks,
    volunteers,
    worries,
)
from storage.model import CardPost, Person, Repeat, Task
from storage.outbox import Purpose

#: What stands in a group in the place of a card whose resident was forgotten.
CARD_EMPTIED: Final = T("card-emptied")
_CLOSED: Final = T("forget-closed")
#: What is found under these beginnings of labels in anybody's chat is private to others.
_PRIVATE_TO_OTHERS: Final = ("details:", "relay:", "please-ring:", "worry:", "offer:", "approve:")


async def wind_up(turn: Turn, person: Person) -> list[Message]:
    """End all that is open with somebody, and return what those hear who counted on them.

    Groups read nothing of their requests any more, old ones included.
    """
    return [
        *await _requests_closed(turn, person),
        *await _weekly_ended(turn, person),
        *await _handed_back(turn, person),
        *await _weekly_given_up(turn, person),
        *await gaps.without(turn, person),
        *await _roles_ended(turn, person),
        *await _cards_emptied(turn, person),
    ]


# --- As a resident -------------------------------------------------------------------------------


async def _requests_closed(turn: Turn, person: Person) -> list[Message]:
    messages: list[Message] = []
    for task in await tasks.unfinished_of(turn.transaction, person.id):
        # One that takes several helpers is closed with its first place.
        others_hear = await close(turn, task) or ()
        messages += [each for each in others_hear if not isinstance(each, ChangeCard)]
    await calls.not_needed_at_all(turn, person, T("forget-no-call"))
    return messages


async def _weekly_ended(turn: Turn, person: Person) -> list[Message]:
    messages: list[Message] = []
    for repeat in await repeats.of_resident(turn.transaction, person.id):
        number = repeat.helper_id or repeat.wished_id
        messages += await weekly_ending.wish_closed(turn, repeat, T("weekly-settled"))
        await weekly_ending.close(turn, repeat)
        if number is not None:
            helper = await people.get(turn.transaction, number)
            said = T("forget-weekly-over", kind=T(f"kind-{repeat.kind.value}"))
            messages.append(Say(helper, (said,), purpose=Purpose.NEWS))
    return messages


async def _cards_emptied(turn: Turn, person: Person) -> list[Message]:
    """Let no group read of what somebody asked for, and hang up nothing of it any more."""
    messages: list[Message] = []
    for task in await tasks.asked_for_by(turn.transaction, person.id):
        for post in await card_posts.of_task(turn.transaction, task.id):
            await posting.overview_soon(turn, post)
            messages.append(await card_to_empty(turn, post))
        await card_posts.leave_groups(turn.transaction, task.id, turn.now)
    return messages


async def card_to_empty(turn: Turn, post: CardPost) -> Message:
    """Forget a card of somebody who is forgotten, and return what names nothing in its place."""
    await card_posts.forget(turn.transaction, post.chat_id, post.message)
    language = await posting.language_of(turn, post)
    return TakeCardBack(post, language, is_old=True, words=CARD_EMPTIED)


# --- As a volunteer ------------------------------------------------------------------------------


async def _handed_back(turn: Turn, helper: Person) -> list[Message]:
    messages: list[Message] = []
    for was in await tasks.held_by(turn.transaction, helper.id):
        if await tasks.release(turn.transaction, was, helper.id):
            messages += await _open_again(turn, was)
    await volunteers.forget(turn.transaction, helper.id)
    return messages


async def _open_again(turn: Turn, was: Task) -> list[Message]:
    task = await tasks.get(turn.transaction, was.id)
    resident = await people.get(turn.transaction, task.resident_id)
    told = T("forget-helper-gone", reference=PublicName(task.reference))
    return [
        await to_resident(turn, task, (told,), purpose=Purpose.NEWS),
        *await ring_instead(turn, task, resident),
        *await reopened(turn, task),
    ]


async def _weekly_given_up(turn: Turn, helper: Person) -> list[Message]:
    messages: list[Message] = []
    for repeat in await repeats.of_helper(turn.transaction, helper.id):
        await repeats.part(turn.transaction, repeat, helper.id)
        messages.append(await _offered_to_anybody(turn, repeat))
    return messages


async def _offered_to_anybody(turn: Turn, repeat: Repeat) -> Message:
    resident = await people.get(turn.transaction, repeat.resident_id)
    gone = T("forget-weekly-helper-gone", kind=T(f"kind-{repeat.kind.value}"))
    lines = (gone, T("weekly-shall-anybody"))
    return Say(resident, lines, weekly.choosing_buttons(repeat), purpose=Purpose.NEWS)


# --- For the scheme ------------------------------------------------------------------------------


async def _roles_ended(turn: Turn, person: Person) -> list[Message]:
    """End what somebody looks after; what is in their hands goes to others."""
    for call_out in await call_outs.going_on_of(turn.transaction, person.id):
        await call_outs.hand_on(turn.transaction, call_out)
    for number in await worries.let_go(turn.transaction, person.id):
        await due_work.plan(turn.transaction, WORRY, number, turn.now)
    held = await roles.held_by(turn.transaction, person.id)
    before = await area_of(turn, held)
    messages: list[Message] = []
    for role, appointed in held.items():
        await roles.end(turn.transaction, person.id, role, turn.now)
        position = Position(role, appointed.organisation_id, person.id)
        said = T("forget-role-ended", role=await role_name(turn, role, appointed))
        messages += [
            Say(each, (said,), purpose=Purpose.NEWS) for each in await who_appoint(turn, position)
        ]
    if held:
        messages += await nobody_left(turn, before)
        messages += await ask_others_instead(turn, person)
    return messages


# --- What others were shown ----------------------------------------------------------------------


async def taken_back(turn: Turn, person: Person) -> list[Message]:
    """Take back, from the chats of others, what shows something private of somebody."""
    prefixes = [f"offer:{person.id}:", f"limit:{person.id}:"]
    for task in await tasks.asked_for_by(turn.transaction, person.id):
        prefixes += [f"details:{task.id}:", f"relay:{task.id}:", f"lost:{task.id}:"]
    prefixes += [f"worry:{each}:" for each in await worries.of_person(turn.transaction, person.id)]
    waiting = await approvals.waiting_of(turn.transaction, person.id)
    prefixes += [f"approve:{each}:" for each in waiting]
    labels = {
        found
        for prefix in prefixes
        for found in await outbox_changes.labelled_within(turn.transaction, prefix)
    }
    for passed_on in await relay.between(turn.transaction, person.id):
        found = await outbox_changes.labelled_within(turn.transaction, passed_on.label)
        labels |= {each for each in found if each[0] == passed_on.label}
    return await _taken_back_from(turn, sorted(labels), but=person.chat_id)


async def _taken_back_from(
    turn: Turn, labels: Sequence[tuple[str, int]], but: int
) -> list[Message]:
    messages: list[Message] = []
    for label, chat_id in labels:
        reader = await people.with_chat(turn.transaction, chat_id)
        if reader is not None and chat_id != but:
            messages.append(TakeSaidBack(reader, label, (_CLOSED,), Purpose.NEWS))
    return messages


async def taken_from(turn: Turn, chat_id: int, farewell: Person) -> list[Message]:
    """Take back, from the chat of whoever is forgotten, what is private to others."""
    return [
        TakeSaidBack(farewell, label, (_CLOSED,))
        for prefix in _PRIVATE_TO_OTHERS
        for label, _ in await outbox_changes.labelled_within(turn.transaction, prefix, chat_id)
    ]
