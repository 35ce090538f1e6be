"""A place is free again: the first of the reserve moves up, or those who sent it hear of it."""

from collections.abc import Collection

from handlers.call_outs.describing import (
    areas_of,
    backs_out,
    check_on,
    facts_of,
    label_of,
    name_of_area,
    numbers_of,
    settle_earlier,
    zone_of,
)
from handlers.call_outs.watching import progress_soon, watchers
from handlers.house import Turn
from handlers.messages import ChangeSaid, Message, Press, Say
from handlers.outgoing import keep
from handlers.texts import T
from storage import call_out_answers, call_out_recipients, call_outs, outbox_changes
from storage.call_out_recipients import Answer
from storage.call_outs import CallOut, Standing
from storage.model import Person
from storage.outbox import Purpose


async def without(turn: Turn, person: Person) -> list[Message]:
    """Free the places of somebody who helps no more; the first of each reserve has them now."""
    messages: list[Message] = []
    for number, recipient in await call_out_recipients.going_to(turn.transaction, person.id):
        call_out = await call_outs.get(turn.transaction, number)
        freed = await call_out_answers.leave(
            turn.transaction, call_out, recipient, Answer.NO, turn.now
        )
        await settle_earlier(turn, call_out, person)
        await progress_soon(turn, call_out)
        if freed is not None:
            messages += await filled(turn, call_out, freed)
    return messages


async def filled(turn: Turn, call_out: CallOut, place: int) -> list[Message]:
    """Give a free place to the first of the reserve who can have it, and tell them.

    Where there is nobody, and nobody is being called either, those who sent it hear of it.
    """
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    day = check_on(call_out.ends_at, zone_of(areas)) if call_out.checked_only else None
    moved = await call_out_answers.move_up(turn.transaction, call_out, place, turn.now, day)
    if moved is None:
        return await _told(turn, call_out, place)
    _, person = moved
    await settle_earlier(turn, call_out, person)
    lines = (
        T("call-moved-up", area=await name_of_area(turn, place)),
        await facts_of(turn, call_out),
        T("call-place-how"),
    )
    label = label_of(call_out, person.id)
    return [Say(person, lines, backs_out(call_out), purpose=Purpose.NEWS, label=label)]


async def _told(turn: Turn, call_out: CallOut, place: int) -> list[Message]:
    if call_out.standing is not Standing.ANSWERING or turn.now >= call_out.starts_at:
        return []
    places = await call_outs.places_of(turn.transaction, call_out.id)
    free = sum(each.wanted - each.taken for each in places if each.neighbourhood_id == place)
    line = T("call-gap", area=await name_of_area(turn, place), number=free)
    buttons = ((Press(T("button-call-next"), f"call-next:{call_out.token}"),),)
    messages: list[Message] = []
    for each in await watchers(turn, call_out):
        label = gap_label(call_out, each, place)
        if await outbox_changes.labelled(turn.transaction, label):
            messages.append(ChangeSaid(each, label, (line,), buttons, purpose=Purpose.NEWS))
        else:
            messages.append(Say(each, (line,), buttons, purpose=Purpose.NEWS, label=label))
    return messages


async def settle_gaps(turn: Turn, call_out: CallOut, places: Collection[int]) -> None:
    """Take the button from what was said of free places in some neighbourhoods."""
    for place in places:
        for each in await watchers(turn, call_out):
            label = gap_label(call_out, each, place)
            line = T("call-gap-settled", area=await name_of_area(turn, place))
            await keep(turn, [ChangeSaid(each, label, (line,), purpose=Purpose.NEWS)])
            await outbox_changes.drop_label(turn.transaction, label)


async def settle_where_full(turn: Turn, call_out: CallOut) -> None:
    """Take the button from what was said of places that are not free any more."""
    places = await call_outs.places_of(turn.transaction, call_out.id)
    await settle_gaps(turn, call_out, [each.neighbourhood_id for each in places if each.is_full])


def gap_label(call_out: CallOut, person: Person, place: int) -> str:
    """Return what the word about free places is found by."""
    return f"call-gap:{call_out.id}:{place}:{person.id}"
