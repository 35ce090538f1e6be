"""What becomes of a conversation that was left half-way: recalled once, then forgotten."""

from typing import Final

from handlers import current
from handlers.conversations import GIVING_WAY
from handlers.dialogue import DRAFT, FORGOTTEN_AFTER, RECALLED_AFTER
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Say
from handlers.texts import T
from handlers.timed_work import TimedWork
from storage import conversations, due_work, people
from storage.outbox import Purpose


async def _draft(turn: Turn, person_id: int) -> list[Message]:
    person = await people.get(turn.transaction, person_id)
    stored = await conversations.load(turn.transaction, person)
    if stored is None:
        return []
    idle = turn.now - stored.updated_at
    if stored.name in GIVING_WAY and idle >= RECALLED_AFTER:
        await conversations.forget(turn.transaction, person)
        return []
    if idle >= FORGOTTEN_AFTER:
        await conversations.forget(turn.transaction, person)
        return [Say(person, (T("draft-forgotten"),), purpose=Purpose.NEWS)]
    if idle < RECALLED_AFTER:
        await due_work.plan(turn.transaction, DRAFT, person_id, stored.updated_at + RECALLED_AFTER)
        return []
    await due_work.plan(turn.transaction, DRAFT, person_id, stored.updated_at + FORGOTTEN_AFTER)
    personal = PersonalTurn(turn.transaction, turn.now, turn.house, person)
    return await current.ask_again(personal, stored, (T("draft-recalled"),), is_recall=True)


TIMED: Final[TimedWork] = {DRAFT: _draft}
