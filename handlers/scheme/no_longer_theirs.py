"""Somebody looks after something no longer: what they were shown of it goes from their chat."""

from typing import Final

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import TakeSaidBack, number_carried
from handlers.outgoing import keep
from handlers.permissions import allowed
from handlers.phoned import calls
from handlers.safety import safeguarding
from handlers.texts import T
from storage import approvals, outbox_changes, rings, tasks, worries
from storage.model import Person
from storage.outbox import Purpose

#: What the labels begin with of private things that are shown to those who look after them.
SHOWN: Final = ("details:", "please-ring:", "worry:", "approve:")


async def taken_from(turn: Turn, person: Person) -> None:
    """Take back from somebody's chat whatever they may not read any more.

    What they were shown as the helper of a request is theirs until that claim ends.
    """
    as_they = PersonalTurn(turn.transaction, turn.now, turn.house, person)
    actor = await actor_of(as_they)
    for prefix in SHOWN:
        for label, _ in await outbox_changes.labelled_within(
            turn.transaction, prefix, person.chat_id
        ):
            if not await _is_theirs(as_they, actor, label):
                words = (T("details-not-yours"),)
                await keep(turn, [TakeSaidBack(person, label, words, Purpose.NEWS)])


async def _is_theirs(turn: PersonalTurn, actor: Actor, label: str) -> bool:
    """Say whether somebody may still read what a message with a label shows them."""
    match label.split(":"):
        case ["details", number, "read", _]:
            task = await tasks.get(turn.transaction, int(number))
            return allowed(actor, Action.READ_REQUEST, task)
        case ["please-ring", number, *_]:
            ring = await rings.find(turn.transaction, number_carried(number) or 0)
            return ring is not None and allowed(
                actor, Action.TELL_BY_PHONE, await calls.about(turn, ring)
            )
        case ["approve", number, _]:
            proposal = await approvals.find(turn.transaction, number_carried(number) or 0)
            return proposal is not None and allowed(
                actor, Action.APPROVE, await tasks.get(turn.transaction, proposal.task_id)
            )
        case ["worry", number, _]:
            worry = await worries.find(turn.transaction, number_carried(number) or 0)
            return worry is not None and await safeguarding.may_read(turn, worry)
        case _:
            return True
