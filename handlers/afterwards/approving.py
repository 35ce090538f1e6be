"""Words that a coordinator reads first: put before them, decided about once, and then passed on."""

from datetime import timedelta
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.card_line import on_card
from handlers.card_line.noticing import NAMES, Surroundings, surroundings, told
from handlers.deadlines import PROPOSAL
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import page_button, thanks_button, thought_button
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import (
    changed_for_good,
    deciders_for,
    parties_of,
    sight_of,
    why_not_decide,
)
from handlers.messages import Buttons, Message, Press, Say, SayInGroup, number_carried
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import ApprovedWords, Line, Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import approvals, card_lines, due_work, people, tasks
from storage.approvals import Approved, Matter, Proposal, Standing
from storage.model import Person, Task
from storage.outbox import Purpose
from storage.private import PrivateText

DROPPED_AFTER: Final = timedelta(days=14)


async def hand_in(
    turn: PersonalTurn, task: Task, matter: Matter, words: PrivateText
) -> list[Message] | None:
    """Put somebody's words before those who look after it; None where they did so before."""
    number = await approvals.propose(turn.transaction, matter, task, turn.person, words, turn.now)
    if number is None:
        return None
    proposal = await approvals.find(turn.transaction, number)
    assert proposal is not None  # noqa: S101 - it was handed in a few lines above
    return await _put_before(turn, task, proposal)


async def hand_in_line(turn: PersonalTurn, task: Task, line: PrivateText) -> list[Message]:
    """Put a line for a card before those who look after it, in the place of one that waits."""
    await on_card.not_to_be_read(turn, task)
    resident = await people.get(turn.transaction, task.resident_id)
    proposal = await card_lines.propose(
        turn.transaction, task, turn.person, resident, line, turn.now
    )
    return await _put_before(turn, task, proposal)


async def _put_before(turn: Turn, task: Task, proposal: Proposal) -> list[Message]:
    due_at = proposal.created_at + DROPPED_AFTER
    await due_work.plan(turn.transaction, PROPOSAL, proposal.id, due_at)
    return [
        await shown_to(turn, each, proposal, Purpose.NEWS)
        for each in await deciders_for(turn, task, _parties(task, proposal))
    ]


def _parties(task: Task, proposal: Proposal) -> frozenset[int]:
    return parties_of(task, proposal.author_id)


async def waiting(turn: PersonalTurn) -> list[Message]:
    """Return everything that waits to be approved by somebody who asks for it."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.APPROVE):
        return [Say(turn.person, (T("not-allowed"),))]
    found = [
        each
        for each in await approvals.waiting(turn.transaction, sight_of(actor))
        if await _why_not(turn, each) is None
    ]
    if not found:
        return [Say(turn.person, (T("approvals-none"),))]
    return [await shown_to(turn, turn.person, each, Purpose.ANSWER) for each in found]


async def _why_not(turn: PersonalTurn, proposal: Proposal) -> T | None:
    """Return why somebody cannot decide about some words, or None where they can."""
    task = await tasks.get(turn.transaction, proposal.task_id)
    reference = PublicName(task.reference)
    parties = _parties(task, proposal)
    return await why_not_decide(turn, Action.APPROVE, task, parties, reference)


async def _found_in(turn: Turn, task: Task, proposal: Proposal, words: PrivateText) -> list[Line]:
    """Return what in some words may point at somebody, for whoever decides about them."""
    if proposal.matter is Matter.THANKS:
        # Whoever is thanked knows all the names.
        return told(words, Surroundings(turn.house.line_caution), without=NAMES)
    return told(words, await surroundings(turn, task))


async def shown_to(turn: Turn, to: Person, proposal: Proposal, purpose: Purpose) -> Say:
    """Return words as somebody reads them who decides about them."""
    assert proposal.words is not None  # noqa: S101 - words are deleted after a decision only
    task = await tasks.get(turn.transaction, proposal.task_id)
    author = await people.get(turn.transaction, proposal.author_id)
    what = Personal(
        f"approve-{proposal.matter.value}",
        name=name_of(author),
        reference=PublicName(task.reference),
    )
    lines: list[Line] = [what, Personal("approve-words", value=proposal.words)]
    lines += await _found_in(turn, task, proposal, proposal.words)
    lines.append(T("approve-read-yourself"))
    is_line = proposal.matter is Matter.CARD_LINE
    return Say(
        to,
        lines,
        (*_buttons(proposal), *(((page_button(task),),) if is_line else ())),
        purpose=purpose,
        protect=True,
        label=f"{on_card.label_of(proposal)}:{to.id}",
    )


def _buttons(proposal: Proposal) -> Buttons:
    is_line = proposal.matter is Matter.CARD_LINE
    approve = T("button-line-approve" if is_line else "button-approve")
    refuse = T("button-line-refuse" if is_line else "button-refuse")
    stamp = _stamp(proposal)
    return ((Press(approve, f"approve:{stamp}"), Press(refuse, f"refuse:{stamp}")),)


def _stamp(proposal: Proposal) -> str:
    """Return what a button carries: words that were handed in anew are another matter."""
    return f"{proposal.id}:{int(proposal.created_at.timestamp())}"


async def _approve(turn: PersonalTurn, stamp: str) -> list[Message] | None:
    """Pass words on, unless somebody was faster."""
    proposal = await _decidable(turn, stamp)
    if not isinstance(proposal, Proposal):
        return proposal
    if proposal.matter is Matter.CARD_LINE:
        return await _approve_line(turn, proposal)
    approved = await approvals.approve(turn.transaction, proposal, turn.person.id, turn.now)
    if approved is None:
        return [await _decided_before(turn, proposal)]
    task = await tasks.get(turn.transaction, proposal.task_id)
    reference = PublicName(task.reference)
    said = T("approval-over", reference=reference, outcome=T("approval-approved"))
    await _over(turn, proposal, said)
    if proposal.matter is Matter.THANKS:
        return await _thanks_passed_on(turn, proposal, task, approved)
    return await _thought_posted(turn, proposal, task, approved)


async def _approve_line(turn: PersonalTurn, proposal: Proposal) -> list[Message]:
    """Put a line on its cards, unless it was decided about or its request is over."""
    approved = await card_lines.approve(turn.transaction, proposal, turn.person.id, turn.now)
    if approved is None:
        return [await _decided_before(turn, proposal)]
    task = await tasks.get(turn.transaction, proposal.task_id)
    await _over(turn, proposal, T("line-is-on-card", reference=PublicName(task.reference)))
    return await on_card.put_on_card(turn, proposal, task)


async def _refuse(turn: PersonalTurn, carried: str) -> list[Message] | None:
    """Keep words back, and tell their author kindly; of a line a reason is asked first."""
    number, created, why = (*carried.split(":", 2), "", "")[:3]
    proposal = await _decidable(turn, f"{number}:{created}")
    if not isinstance(proposal, Proposal):
        return proposal
    if proposal.matter is Matter.CARD_LINE and why not in list(on_card.WhyNot):
        return [await _why_not_asked(turn, proposal)]
    if not await approvals.refuse(turn.transaction, proposal, turn.person.id, turn.now):
        return [await _decided_before(turn, proposal)]
    task = await tasks.get(turn.transaction, proposal.task_id)
    reference = PublicName(task.reference)
    if proposal.matter is Matter.CARD_LINE:
        await _over(turn, proposal, T("line-is-kept-off", reference=reference))
        return await on_card.kept_off(turn, proposal, task, on_card.WhyNot(why))
    said = T("approval-over", reference=reference, outcome=T("approval-refused"))
    await _over(turn, proposal, said)
    is_thanks = proposal.matter is Matter.THANKS
    reason = "thanks-refused" if is_thanks else "thought-refused"
    return [await _kept_back(turn, proposal, reason)]


async def _why_not_asked(turn: PersonalTurn, proposal: Proposal) -> Message:
    task = await tasks.get(turn.transaction, proposal.task_id)
    buttons = [
        (Press(T(f"button-line-no-{why}"), f"refuse:{_stamp(proposal)}:{why}"),)
        for why in on_card.WhyNot
    ]
    asked = T("line-why-asked", reference=PublicName(task.reference))
    label = f"{on_card.label_of(proposal)}:{turn.person.id}"
    return Say(turn.person, (asked,), buttons, label=label)


async def _decidable(turn: PersonalTurn, stamp: str) -> Proposal | list[Message] | None:
    """Return the proposal that a button means, or what to say to whoever cannot decide about it."""
    if not allowed(await actor_of(turn), Action.APPROVE):
        return [Say(turn.person, (T("not-allowed"),))]
    proposal_id = number_carried(stamp.partition(":")[0])
    if proposal_id is None:
        return None
    proposal = await approvals.find(turn.transaction, proposal_id)
    if proposal is None:
        return None
    why_not = await _why_not(turn, proposal)
    if why_not is not None:
        return [Say(turn.person, (why_not,))]
    return proposal if _stamp(proposal) == stamp else [await _decided_before(turn, proposal)]


async def _decided_before(turn: PersonalTurn, proposal: Proposal) -> Message:
    task = await tasks.get(turn.transaction, proposal.task_id)
    now = await approvals.find(turn.transaction, proposal.id)
    is_decided = now is not None and now.standing in (Standing.APPROVED, Standing.REFUSED)
    is_line = proposal.matter is Matter.CARD_LINE
    which = "line-no-longer-waits" if is_line and not is_decided else "approval-already"
    return Say(turn.person, (T(which, reference=PublicName(task.reference)),))


async def _over(turn: Turn, proposal: Proposal, said: T) -> None:
    """Take the words again from every chat that showed them."""
    await due_work.drop(turn.transaction, proposal.id, PROPOSAL)
    await changed_for_good(turn, on_card.label_of(proposal), (said,))


async def _thanks_passed_on(
    turn: Turn, proposal: Proposal, task: Task, approved: Approved
) -> list[Message]:
    assert task.helper_id is not None  # noqa: S101 - a confirmed task keeps its helper
    author = await people.get(turn.transaction, proposal.author_id)
    helper = await people.get(turn.transaction, task.helper_id)
    reference = PublicName(task.reference)
    given = Personal("thanks-given", name=name_of(author), reference=reference)
    told = Personal("thanks-passed-on", name=name_of(helper), reference=reference)
    return [
        Say(helper, (given, ApprovedWords(approved)), purpose=Purpose.NEWS),
        Say(author, (told,), purpose=Purpose.NEWS),
    ]


async def _thought_posted(
    turn: Turn, proposal: Proposal, task: Task, approved: Approved
) -> list[Message]:
    author = await people.get(turn.transaction, proposal.author_id)
    lines = (T("thought-in-group"), ApprovedWords(approved))
    groups = await posting.groups_for(turn, task)
    posted = T("thought-posted" if groups else "thought-without-group")
    return [
        *(SayInGroup(group.chat_id, group.thread, group.language, lines) for group in groups),
        Say(author, (posted,), purpose=Purpose.NEWS),
    ]


async def _kept_back(turn: Turn, proposal: Proposal, reason: str) -> Message:
    """Return word to an author whose words were not passed on, and what they can do now."""
    task = await tasks.get(turn.transaction, proposal.task_id)
    author = await people.get(turn.transaction, proposal.author_id)
    lines = (T(reason, reference=PublicName(task.reference)),)
    is_thanks = proposal.matter is Matter.THANKS
    again = thanks_button(task) if is_thanks else thought_button(task)
    return Say(author, lines, ((again,),), purpose=Purpose.NEWS)


async def _look_after(turn: Turn, proposal_id: int) -> list[Message]:
    """Give up a proposal that nobody decided about."""
    proposal = await approvals.find(turn.transaction, proposal_id)
    if proposal is None or proposal.standing is not Standing.WAITING:
        return []
    task = await tasks.get(turn.transaction, proposal.task_id)
    is_line = proposal.matter is Matter.CARD_LINE
    is_late = turn.now >= proposal.created_at + DROPPED_AFTER
    if is_line and not is_late:
        return await _request_over(turn, task, proposal)
    await approvals.drop(turn.transaction, proposal, turn.now)
    label = on_card.label_of(proposal)
    await changed_for_good(turn, label, (T("approval-dropped"),))
    if is_line:
        return await on_card.unread(turn, proposal, task)
    is_thanks = proposal.matter is Matter.THANKS
    reason = "thanks-dropped" if is_thanks else "thought-dropped"
    return [await _kept_back(turn, proposal, reason)]


async def _request_over(turn: Turn, task: Task, proposal: Proposal) -> list[Message]:
    """Give up a line whose request is over; where some of it is open still, it goes on waiting."""
    if await tasks.unfinished_places(turn.transaction, task):
        due_at = proposal.created_at + DROPPED_AFTER
        await due_work.plan(turn.transaction, PROPOSAL, proposal.id, due_at)
        return []
    await on_card.not_to_be_read(turn, task)
    await approvals.drop(turn.transaction, proposal, turn.now)
    return []


TAPS: Final[Taps] = {"approve": _approve, "refuse": _refuse}
TIMED: Final[TimedWork] = {PROPOSAL: _look_after}
