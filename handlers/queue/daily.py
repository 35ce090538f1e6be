"""A daily word to each who looks after something, only where something waits for them.

Where nobody does anything about something urgent for two days, the owners hear of it.
"""

from datetime import timedelta
from typing import Final

from handlers import posting
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import QUEUE_DAY, beside, look_tomorrow, told_of
from handlers.messages import Message, Press, Say
from handlers.queue.item import TOLD_OTHERWISE, URGENT, Sort
from handlers.queue.reading import counted
from handlers.queue.sources import SOURCES
from handlers.texts import Line, Paragraph, T
from handlers.timed_work import TimedWork
from storage import people, roles
from storage.model import Person
from storage.outbox import Purpose
from storage.queue import Sight
from storage.roles import CARING

ESCALATED_AFTER: Final = timedelta(days=2)


async def _day(turn: Turn, _nothing: int) -> list[Message]:
    """Tell everybody what waits for them, and look again tomorrow while anything does."""
    owners = await posting.owners_of(turn)
    readers = {each.id: each for each in (*await _caring(turn), *owners) if each.reachable}
    messages: list[Message] = []
    for reader in readers.values():
        messages += await _word_to(turn, reader, is_owner=reader in owners)
    if messages or not readers:
        await look_tomorrow(turn)
    return messages


async def _caring(turn: Turn) -> list[Person]:
    held = await roles.of_everybody(turn.transaction)
    return [
        await people.get(turn.transaction, number)
        for number, theirs in held.items()
        if CARING & set(theirs)
    ]


async def _word_to(turn: Turn, reader: Person, *, is_owner: bool) -> list[Message]:
    theirs = PersonalTurn(turn.transaction, turn.now, turn.house, reader)
    told = await told_of(turn, reader)
    counts = {
        each.sort: await each.count(theirs, told)
        for each in SOURCES
        if each.sort not in TOLD_OTHERWISE
    }
    total = sum(counts.values())
    lines: list[Line] = []
    if total:
        lines += [T("queue-day", number=total), Paragraph(counted(counts))]
    if is_owner:
        lines += await _left_lying(theirs, await beside(turn, told))
    if not lines:
        return []
    button = Press(T("button-queue"), "queue:")
    return [Say(reader, lines, ((button,),), purpose=Purpose.NEWS)]


async def _left_lying(turn: PersonalTurn, elsewhere: Sight) -> list[Line]:
    """Return what is urgent and that others have not looked at for days."""
    since = turn.now - ESCALATED_AFTER
    counts: dict[Sort, int] = {}
    for source in SOURCES:
        if source.sort in URGENT:
            oldest = await source.oldest(turn, elsewhere)
            if oldest is not None and oldest <= since:
                counts[source.sort] = await source.count(turn, elsewhere)
    return [T("queue-left-lying"), Paragraph(counted(counts))] if counts else []


TIMED: Final[TimedWork] = {QUEUE_DAY: _day}
