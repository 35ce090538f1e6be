"""Is it really done? The resident says so, or is taken to; if it is not, the task opens again."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards import reciprocity
from handlers.asking.whom import to_resident, to_speaker
from handlers.deadlines import (
    CONFIRM,
    DISPUTE_ASKED,
    DISPUTED,
    EVERY_DAY,
    TAKEN_AS_CONFIRMED,
    UNANSWERED_DISPUTE,
    UNCLAIMED,
    UNCONFIRMED,
    when_awake,
)
from handlers.helping.private_parts import name_of
from handlers.helping.reopening import reopened
from handlers.helping.task_buttons import (
    after_confirming_buttons,
    cost_buttons,
    page_button,
    resident_buttons,
    to_confirm_buttons,
    worry_button,
)
from handlers.house import PersonalTurn, Turn
from handlers.kinds import KINDS
from handlers.limits.turning_up import missed
from handlers.looking_after import (
    Word,
    deciders_for,
    look_tomorrow,
    parties_of,
    to_coordinators,
    why_not_decide,
)
from handlers.messages import Buttons, Message, Press, PrivateButtons, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import allowed, speaks_for_resident
from handlers.phoned import calls
from handlers.tapping import TaskTaps, of_claim
from handlers.texts import Line, Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import confirming, due_work, experiences, people, reach, tasks
from storage.limits import Why
from storage.model import Person, Reach, Status, Task
from storage.outbox import Purpose
from storage.retention.periods import REQUESTS


class Wrong(StrEnum):
    """What a resident says about a task that is not done."""

    NOBODY_CAME = "nobody-came"
    NOT_EVERYTHING = "not-everything"
    SOMETHING_ELSE = "something-else"


class Settlement(StrEnum):
    """What a coordinator makes of a task whose resident says that something else happened."""

    OPEN = "open"
    DONE = "done"


async def to_be_confirmed(turn: Turn, task: Task) -> Message:
    """Return the question to a resident whether it is done, as their helper just said."""
    lines = (await _says_it_is_done(turn, task), T("done-closed-again"))
    return await to_resident(turn, task, lines, to_confirm_buttons(task))


async def still_to_be_confirmed(turn: Turn, task: Task) -> Message:
    """Return the same question to a resident who looks for it, and what happens meanwhile."""
    says = await _says_it_is_done(turn, task)
    if await due_work.is_planned(turn.transaction, DISPUTE_ASKED, task.id):
        lines = (says, T("standing-dispute-begun"))
        return await to_resident(turn, task, lines, _dispute_buttons(task))
    is_disputed = await due_work.is_planned(turn.transaction, DISPUTED, task.id)
    also = T("standing-disputed" if is_disputed else "standing-unconfirmed")
    return await to_resident(turn, task, (says, also), to_confirm_buttons(task))


async def _says_it_is_done(turn: Turn, task: Task) -> Line:
    helper = await _helper(turn, task)
    return Personal("done-to-resident", name=name_of(helper), reference=PublicName(task.reference))


async def _helper(turn: Turn, task: Task) -> Person:
    assert task.helper_id is not None  # noqa: S101 - whoever finished a task stays its helper
    return await people.get(turn.transaction, task.helper_id)


async def confirm(turn: PersonalTurn, task: Task) -> Outcome:
    """Note that it is done in the resident's eyes, and ask how it was."""
    may = allowed(await actor_of(turn), Action.CONFIRM_DONE, task)
    if not may or not await confirming.confirm(turn.transaction, task, turn.now):
        return await _nothing_to_confirm(turn, task)
    was_disputed = await due_work.is_planned(turn.transaction, DISPUTED, task.id)
    lines, buttons = await _confirmed(
        turn, task, T("confirmed", reference=PublicName(task.reference))
    )
    said: list[Message] = [await to_speaker(turn, task, lines, buttons)]
    if was_disputed:
        said += await to_coordinators(
            turn, task, (T("dispute-over-to-owners", reference=PublicName(task.reference)),)
        )
    return Went(T("confirm-noted"), said)


async def _nothing_to_confirm(turn: PersonalTurn, task: Task) -> Refused:
    if not speaks_for_resident(await actor_of(turn), task):
        return Refused(T("not-your-request"))
    task = await tasks.get(turn.transaction, task.id)
    if task.status is Status.DONE:
        return Refused(T("confirmed-already", reference=PublicName(task.reference)))
    return Refused(T("confirm-not-waiting", reference=PublicName(task.reference)))


async def _confirmed(turn: Turn, task: Task, said: T) -> tuple[Sequence[Line], Buttons]:
    """Plan what follows a confirmed task; returns the offer to its resident to say how it was."""
    task = await tasks.get(turn.transaction, task.id)
    await due_work.drop(turn.transaction, task.id, *UNCONFIRMED)
    await reciprocity.plan(turn, task)
    known = await experiences.find(turn.transaction, task.id, task.resident_id)
    lines = (said,) if known else (said, T("how-was-it"))
    return lines, after_confirming_buttons(task, asks_how=known is None)


async def dispute(turn: PersonalTurn, task: Task) -> Outcome:
    """Ask a resident what happened; from now on their request is not taken as done by itself."""
    if not allowed(await actor_of(turn), Action.DISPUTE, task):
        return await _nothing_to_confirm(turn, task)
    await due_work.drop(turn.transaction, task.id, CONFIRM)
    if not await due_work.is_planned(turn.transaction, DISPUTED, task.id):
        due_at = turn.now + UNANSWERED_DISPUTE
        await due_work.plan(turn.transaction, DISPUTE_ASKED, task.id, due_at)
    asked = T("dispute-what", reference=PublicName(task.reference))
    return Went(None, [Say(turn.person, (asked,), _dispute_buttons(task))])


def _dispute_buttons(task: Task) -> Buttons:
    stamp = f"{task.token}:{task.claim_number}"
    at_the_door = KINDS[task.kind].at_the_door
    labels = {
        Wrong.NOBODY_CAME: T("button-nobody-came" if at_the_door else "button-nobody-rang"),
        Wrong.NOT_EVERYTHING: T("button-not-everything"),
        Wrong.SOMETHING_ELSE: T("button-something-else-happened"),
    }
    rows = [(Press(label, f"disputed:{stamp}:{wrong}"),) for wrong, label in labels.items()]
    return (*rows, (Press(T("button-done-after-all"), f"confirm:{stamp}"),))


async def disputed(turn: PersonalTurn, task: Task, detail: str) -> Outcome:
    """Take a resident's word that it is not done: open the task again, or call a coordinator."""
    claim_number, _, wrong = detail.partition(":")
    if claim_number != str(task.claim_number):
        return Refused(T("button-old"))
    if wrong not in set(Wrong):
        return Refused(T("button-unknown"))
    if not allowed(await actor_of(turn), Action.DISPUTE, task):
        return await _nothing_to_confirm(turn, task)
    to_owners = await _told_owners(turn, task, Wrong(wrong))
    if wrong == Wrong.SOMETHING_ELSE:
        return await _brought_to_coordinator(turn, task, to_owners)
    if not await confirming.reopen(turn.transaction, task):
        return await _nothing_to_confirm(turn, task)
    to_helper = await _told_helper(turn, task, Wrong(wrong))
    said = T(f"reopened-{wrong}", reference=PublicName(task.reference))
    lines, buttons = await told_of_reopening(turn, task, (said, _who_knows(to_owners)))
    if turn.person.id != task.resident_id:
        buttons = ((page_button(task),),)
    told = await to_speaker(turn, task, lines, buttons)
    others = [*to_owners, to_helper, *await opened_to_others(turn, task)]
    if wrong == Wrong.NOBODY_CAME:
        others += await missed(turn, task, Why.NOBODY_CAME)
    return Went(T("confirm-noted"), [told, *others])


async def _told_owners(turn: Turn, task: Task, wrong: Wrong) -> list[Message]:
    resident = await people.get(turn.transaction, task.resident_id)
    line = Personal(
        f"wrong-{wrong.value}-to-owners",
        resident=name_of(resident),
        name=name_of(await _helper(turn, task)),
        reference=PublicName(task.reference),
    )
    if wrong is Wrong.SOMETHING_ELSE:
        return await _to_deciders(turn, task, Word((line,), _settle_buttons(turn, task)))
    late = (T("reopened-late-to-owners"),) if turn.now >= task.window_end else ()
    return await _to_deciders(turn, task, Word((line, *late)))


async def _to_deciders(turn: Turn, task: Task, word: Word) -> list[Message]:
    """Return word of what is said of a helper to those who settle it."""
    return [
        word.to(each, Purpose.NEWS) for each in await deciders_for(turn, task, parties_of(task))
    ]


async def _brought_to_coordinator(
    turn: PersonalTurn, task: Task, to_owners: list[Message]
) -> Outcome:
    await due_work.drop(turn.transaction, task.id, *UNCONFIRMED)
    await due_work.plan(turn.transaction, DISPUTED, task.id, turn.now + EVERY_DAY)
    said = T("disputed-something-else", reference=PublicName(task.reference))
    lines = (said, _who_knows(to_owners))
    told = Say(turn.person, lines, ((worry_button(task),),))
    return Went(T("confirm-noted"), [told, *to_owners])


async def _told_helper(turn: Turn, task: Task, wrong: Wrong) -> Message:
    """Return word to whoever was the helper, which blames nobody."""
    lines = (T(f"wrong-{wrong.value}-to-helper", reference=PublicName(task.reference)),)
    buttons = cost_buttons(task)
    return Say(await _helper(turn, task), lines, buttons, purpose=Purpose.NEWS)


def _who_knows(to_owners: list[Message]) -> T:
    """Return whether a coordinator was told; whoever never wrote to the service cannot be."""
    return T("coordinator-knows" if to_owners else "coordinator-not-reached")


async def told_of_reopening(
    turn: Turn, task: Task, said: Sequence[T]
) -> tuple[Sequence[T], PrivateButtons]:
    """Return what a resident is told of a task that is open again."""
    late = turn.now >= task.window_end
    lines = (*said, T("reopened-late" if late else "reopened-in-time"))
    task = await tasks.get(turn.transaction, task.id)
    return lines, resident_buttons(task, is_incomplete=False)


async def opened_to_others(turn: Turn, task: Task) -> list[Message]:
    """Return what others hear of a task that is open again.

    Where its time is over, nobody is asked to come at that time: it begins with the coordinator
    who has just heard of it.
    """
    task = await tasks.get(turn.transaction, task.id)
    messages = await reopened(turn, task)
    if turn.now >= task.window_end:
        await reach.advance(turn.transaction, task, Reach.COORDINATOR)
        await due_work.plan(turn.transaction, UNCLAIMED, task.id, turn.now + EVERY_DAY)
    return messages


def _settle_buttons(turn: Turn, task: Task) -> Buttons:
    """Return what a coordinator can make of a dispute; once its words are gone, only an end."""
    stamp = f"{task.token}:{task.claim_number}"
    done = (Press(T("button-settle-done"), f"settle:{stamp}:{Settlement.DONE}"),)
    if _is_forgotten(turn, task):
        return (done,)
    return ((Press(T("button-settle-open"), f"settle:{stamp}:{Settlement.OPEN}"),), done)


def _is_forgotten(turn: Turn, task: Task) -> bool:
    return task.closed_at is None or turn.now >= task.closed_at + turn.house.keeps(REQUESTS)


async def settle(turn: PersonalTurn, task: Task, detail: str) -> Outcome:
    """Let a coordinator open a disputed task again, or close it for good."""
    claim_number, _, settlement = detail.partition(":")
    reference = PublicName(task.reference)
    why_not = await why_not_decide(turn, Action.SETTLE, task, parties_of(task), reference)
    if why_not is not None:
        return Refused(why_not)
    if settlement not in set(Settlement):
        return Refused(T("button-unknown"))
    if claim_number != str(task.claim_number):
        return Refused(T("settled-already", reference=reference))
    if settlement == Settlement.OPEN:
        return await _settle_open(turn, task)
    if not await confirming.confirm(turn.transaction, task, turn.now):
        return Refused(T("settled-already", reference=reference))
    await due_work.drop(turn.transaction, task.id, *UNCONFIRMED)
    told = await to_resident(
        turn, task, (T("settled-done", reference=reference),), (), Purpose.NEWS
    )
    return Went(T("complete-noted"), [*await _settled(turn, task), told])


async def _settle_open(turn: PersonalTurn, task: Task) -> Outcome:
    if _is_forgotten(turn, task):
        return Refused(T("settle-too-late", reference=PublicName(task.reference)))
    if not await confirming.reopen(turn.transaction, task):
        return Refused(T("settled-already", reference=PublicName(task.reference)))
    to_helper = await _told_helper(turn, task, Wrong.SOMETHING_ELSE)
    lines, buttons = await told_of_reopening(
        turn, task, (T("reopened-by-coordinator", reference=PublicName(task.reference)),)
    )
    told = await to_resident(turn, task, lines, buttons)
    others = [told, to_helper, *await opened_to_others(turn, task)]
    return Went(T("complete-noted"), [*await _settled(turn, task), *others])


async def _settled(turn: PersonalTurn, task: Task) -> list[Message]:
    line = T("settled-to-owners", reference=PublicName(task.reference))
    return await to_coordinators(turn, task, (line,))


async def _still_unconfirmed(turn: Turn, task_id: int) -> list[Message]:
    """Remind a resident once to say whether it is done, and later take it as done."""
    task = await tasks.get(turn.transaction, task_id)
    if task.status is not Status.DONE or task.closed_at is None:
        return []
    due_at = task.closed_at + TAKEN_AS_CONFIRMED
    if turn.now < due_at:
        due_at = await when_awake(turn, task, due_at)
        await due_work.plan(turn.transaction, CONFIRM, task.id, due_at)
        lines = (await _says_it_is_done(turn, task), T("confirm-reminder"))
        return [await to_resident(turn, task, lines, to_confirm_buttons(task), Purpose.NEWS)]
    if not await confirming.confirm(turn.transaction, task, turn.now):
        return []
    taken = T("confirm-taken", reference=PublicName(task.reference))
    told, buttons = await _confirmed(turn, task, taken)
    if task.by_phone:
        # Whoever would be rung for that alone had two days to say otherwise.
        return await calls.not_needed(
            turn, [task], T("ring-taken-as-done", reference=PublicName(task.reference))
        )
    return [await to_resident(turn, task, told, buttons, Purpose.NEWS)]


async def _left_unanswered(turn: Turn, task_id: int) -> list[Message]:
    """Put a request before a coordinator of which nobody said what is not done."""
    task = await tasks.get(turn.transaction, task_id)
    if not await _still_disputed(turn, task):
        return []
    return await _to_deciders(turn, task, await disputed_word(turn, task))


async def _stays_disputed(turn: Turn, task_id: int) -> list[Message]:
    """Keep a dispute in the queue until it is settled."""
    if await _still_disputed(turn, await tasks.get(turn.transaction, task_id)):
        await look_tomorrow(turn)
    return []


async def _still_disputed(turn: Turn, task: Task) -> bool:
    if task.status is not Status.DONE or task.confirmed_at is not None:
        return False
    await due_work.plan(turn.transaction, DISPUTED, task.id, turn.now + EVERY_DAY)
    return True


async def disputed_word(turn: Turn, task: Task) -> Word:
    """Return a dispute as a coordinator settles it."""
    return await _unsettled(turn, task, is_disputed=True)


async def unconfirmed_word(turn: Turn, task: Task) -> Word:
    """Return what a resident has not confirmed yet, for a coordinator who knows more."""
    return await _unsettled(turn, task, is_disputed=False)


async def _unsettled(turn: Turn, task: Task, *, is_disputed: bool) -> Word:
    resident = await people.get(turn.transaction, task.resident_id)
    line = Personal(
        "dispute-waits-to-owners" if is_disputed else "unconfirmed-to-owners",
        resident=name_of(resident),
        name=name_of(await _helper(turn, task)),
        reference=PublicName(task.reference),
    )
    return Word((line,), _settle_buttons(turn, task))


TASK_TAPS: Final[TaskTaps] = {
    "confirm": of_claim(confirm),
    "dispute": of_claim(dispute),
    "disputed": disputed,
    "settle": settle,
}
TIMED: Final[TimedWork] = {
    CONFIRM: _still_unconfirmed,
    DISPUTE_ASKED: _left_unanswered,
    DISPUTED: _stays_disputed,
}
