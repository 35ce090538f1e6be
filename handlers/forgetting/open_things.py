"""What is open when somebody asks to be forgotten, and what they are told of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from handlers import posting
from handlers.actors import area_of
from handlers.cards import references_of
from handlers.house import Turn
from handlers.scheme.role_names import role_name
from handlers.texts import Line, Listed, Money, PublicName, T
from storage import (
    blocks,
    call_out_recipients,
    call_outs,
    expenses,
    helped_people,
    neighbourhoods,
    repeats,
    roles,
    tasks,
)
from storage.expenses import Expense
from storage.model import Person, Repeat, Role, Task

#: How much of the digest tells two states of what is open apart.
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Paid:
    """What a helper paid for a request and nobody has decided about."""

    reference: str
    expense: Expense

    @property
    def amount(self) -> Money:
        """How much it was."""
        return Money(self.expense.amount, self.expense.currency)

    def of_helper(self) -> T:
        """Return it as its helper is told."""
        reference = PublicName(self.reference)
        return T("forget-money-of-helper", amount=self.amount, reference=reference)

    def of_resident(self) -> T:
        """Return it as the resident is told for whom it was paid."""
        reference = PublicName(self.reference)
        return T("forget-money-of-resident", amount=self.amount, reference=reference)


@dataclass(frozen=True, slots=True)
class Open:
    """All that somebody's leaving makes a difference to: for others, or for themself."""

    asked: tuple[Task, ...] = ()
    held: tuple[Task, ...] = ()
    weekly_asked: tuple[Repeat, ...] = ()
    weekly_given: tuple[Repeat, ...] = ()
    #: In how many call-outs they have a place, or wait for one.
    call_outs: int = 0
    #: How many call-outs of theirs go on.
    own_call_outs: int = 0
    #: For how many others they ask.
    helped: int = 0
    paid: tuple[Paid, ...] = ()
    paid_for_them: tuple[Paid, ...] = ()
    roles: tuple[T, ...] = ()
    #: What nobody looks after any more but the owners.
    left_alone: tuple[str, ...] = ()
    is_last_lead: bool = False
    is_owner: bool = False
    is_last_owner: bool = False
    is_blocked: bool = False
    held_until: datetime | None = None

    @property
    def digest(self) -> str:
        """The same for as long as the same is open, as far as anybody is told of it."""
        parts = (
            [(each.id, each.status, each.claim_number) for each in (*self.asked, *self.held)],
            [(each.id, each.status) for each in (*self.weekly_asked, *self.weekly_given)],
            (self.call_outs, self.own_call_outs, self.helped),
            [each.expense.id for each in (*self.paid, *self.paid_for_them)],
            [str(each) for each in self.roles],
            (self.left_alone, self.is_last_lead, self.is_owner, self.is_last_owner),
            (self.is_blocked, self.held_until is None),
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:_DIGITS]

    def lines(self) -> list[Line]:
        """Return what ends at once, as whoever leaves is told."""
        return [*self._help(), *self._money(), *self._work()]

    def lines_of_caller(self) -> list[Line]:
        """Return what ends at once for somebody who is rung, as a coordinator is told."""
        said: list[Line] = []
        if self.asked:
            said.append(T("forget-caller-asked", references=references_of(self.asked)))
        if self.weekly_asked:
            said.append(T("forget-caller-weekly"))
        return [*said, *(each.of_resident() for each in self.paid_for_them)]

    def _help(self) -> list[Line]:
        said: list[Line] = []
        if self.asked:
            said.append(T("forget-asked", references=references_of(self.asked)))
        if self.weekly_asked:
            said.append(T("forget-weekly-asked"))
        if self.helped:
            said.append(T("forget-helped", number=self.helped))
        if self.held:
            said.append(T("forget-held-tasks", references=references_of(self.held)))
        if self.weekly_given:
            said.append(T("forget-weekly-given"))
        if self.call_outs:
            said.append(T("forget-call-outs", number=self.call_outs))
        return said

    def _money(self) -> Sequence[Line]:
        return (
            *(each.of_helper() for each in self.paid),
            *(each.of_resident() for each in self.paid_for_them),
        )

    def _work(self) -> list[Line]:
        said: list[Line] = []
        if self.roles:
            said.append(T("forget-roles", roles=Listed(self.roles)))
        if self.is_last_lead:
            said.append(T("forget-last-lead"))
        if self.left_alone:
            areas = Listed(tuple(PublicName(each) for each in self.left_alone))
            said.append(T("forget-left-alone", areas=areas))
        if self.own_call_outs:
            said.append(T("forget-own-call-outs", number=self.own_call_outs))
        if self.is_owner:
            said.append(T("forget-last-owner" if self.is_last_owner else "forget-owner"))
        return said


async def open_for(turn: Turn, person: Person, held_until: datetime | None) -> Open:
    """Return what somebody's leaving makes a difference to."""
    transaction = turn.transaction
    held = await roles.held_by(transaction, person.id)
    owners = {each.id for each in await posting.owners_of(turn)}
    leads = {each.id for each in await roles.holders(transaction, Role.LEAD)}
    helped = await helped_people.asked_for_by(transaction, person.id)
    return Open(
        asked=tuple(await tasks.unfinished_of(transaction, person.id)),
        held=tuple(await tasks.held_by(transaction, person.id)),
        weekly_asked=tuple(await repeats.of_resident(transaction, person.id)),
        weekly_given=tuple(await repeats.of_helper(transaction, person.id)),
        call_outs=len(await call_out_recipients.going_to(transaction, person.id)),
        own_call_outs=len(await call_outs.going_on_of(transaction, person.id)),
        helped=sum(each.ended_at is None for each in helped),
        paid=await _money(turn, await expenses.waiting_of(transaction, person.id)),
        paid_for_them=await _money(turn, await expenses.waiting_for(transaction, person.id)),
        roles=tuple([await role_name(turn, role, each) for role, each in held.items()]),
        left_alone=await _left_alone(turn, person),
        is_last_lead=leads == {person.id},
        is_owner=person.id in owners,
        is_last_owner=owners == {person.id},
        is_blocked=await blocks.is_blocked(transaction, person.id),
        held_until=held_until,
    )


async def _money(turn: Turn, found: Sequence[Expense]) -> tuple[Paid, ...]:
    paid = [(await tasks.get(turn.transaction, each.task_id), each) for each in found]
    return tuple(Paid(task.reference, each) for task, each in paid)


async def _left_alone(turn: Turn, person: Person) -> tuple[str, ...]:
    """Return the neighbourhoods that nobody looks after but owners once somebody is gone."""
    everybody = await roles.of_everybody(turn.transaction)
    areas = {number: await area_of(turn, held) for number, held in everybody.items()}
    if person.id not in areas:
        return ()
    others = (area.numbers for number, area in areas.items() if number != person.id)
    left = areas[person.id].numbers - frozenset[int]().union(*others)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return tuple(each.name for each in everywhere if each.id in left)
