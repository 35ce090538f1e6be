"""What waits after a visit: disputes, what nobody confirmed, costs, and words to be read first."""

from typing import Final

from handlers.actions import About
from handlers.afterwards import approving, confirming, costs
from handlers.deadlines import CONFIRM, DISPUTE_ASKED, DISPUTED, REMINDED_TO_CONFIRM
from handlers.house import PersonalTurn
from handlers.messages import Say
from handlers.queue.from_tables import source
from handlers.queue.item import Sort
from storage import approvals, expenses, people, queue_sorts, tasks
from storage.outbox import Purpose

_Shown = tuple[About | None, Say]


async def _dispute(turn: PersonalTurn, number: int) -> _Shown:
    task = await tasks.get(turn.transaction, number)
    return task, (await confirming.disputed_word(turn, task)).to(turn.person)


async def _unconfirmed(turn: PersonalTurn, number: int) -> _Shown:
    task = await tasks.get(turn.transaction, number)
    return task, (await confirming.unconfirmed_word(turn, task)).to(turn.person)


async def _cost(turn: PersonalTurn, number: int) -> _Shown:
    expense = await expenses.find(turn.transaction, number)
    assert expense is not None  # noqa: S101 - it was found in the same transaction
    task = await tasks.get(turn.transaction, expense.task_id)
    helper = await people.get(turn.transaction, expense.person_id)
    return costs.belongs_to(task, expense), costs.word_of(task, expense, helper).to(turn.person)


async def _words(turn: PersonalTurn, number: int) -> _Shown:
    proposal = await approvals.find(turn.transaction, number)
    assert proposal is not None  # noqa: S101 - it was found in the same transaction
    task = await tasks.get(turn.transaction, proposal.task_id)
    return task, await approving.shown_to(turn, turn.person, proposal, Purpose.ANSWER)


SOURCES: Final = (
    source(
        Sort.DISPUTE,
        _dispute,
        lambda _turn: queue_sorts.done_and_planned(DISPUTED, DISPUTE_ASKED),
    ),
    source(
        Sort.UNCONFIRMED,
        _unconfirmed,
        lambda _turn: queue_sorts.done_and_planned(CONFIRM, for_at_least=REMINDED_TO_CONFIRM),
    ),
    source(Sort.COST, _cost, lambda _turn: queue_sorts.costs),
    source(Sort.WORDS, _words, lambda _turn: queue_sorts.words),
)
