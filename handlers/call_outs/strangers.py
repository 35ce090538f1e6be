"""A call-out for people who are not with us yet: what can be posted, and who comes by it."""

from typing import Final

from handlers.bot_links import link_to_bot
from handlers.call_outs.describing import (
    answers,
    areas_of,
    label_of,
    numbers_of,
    purpose_of,
    question,
    settle_earlier,
    window_of,
    zone_of,
)
from handlers.call_outs.watching import progress_soon, watchers
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Say
from handlers.payload import QrCode
from handlers.start import menu
from handlers.texts import Listed, Paragraph, PublicName, T
from storage import call_out_recipients, call_outs, volunteers
from storage.call_outs import OPEN, CallOut
from storage.outbox import Purpose

#: What stands before the token of a call-out in a link that anybody may follow.
JOINING: Final = "join-"


async def kit(turn: Turn, call_out: CallOut) -> list[Message]:
    """Return what can be posted elsewhere, for those who sent a call-out that takes anybody.

    It says nothing that its author wrote: that is for those who are called.
    """
    if not call_out.takes_strangers:
        return []
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    window = window_of(call_out.starts_at, call_out.ends_at, zone_of(areas))
    names = Listed(tuple(PublicName(each.name) for each in areas))
    of_one = {each.organisation_id for each in areas}
    organisation = of_one.pop() if len(of_one) == 1 else None
    messages: list[Message] = []
    for each in await watchers(turn, call_out):
        link = await link_to_bot(turn, JOINING + call_out.token, organisation, each.bot)
        post = (
            T("call-asks", purpose=purpose_of(call_out.purpose)),
            Paragraph((T("call-when", window=window), T("call-areas", areas=names))),
            T("call-post-how"),
            PublicName(link),
        )
        messages.append(Say(each, (T("call-link-how"),), purpose=Purpose.NEWS))
        code = QrCode(name="call-out", link=link)
        messages.append(Say(each, post, purpose=Purpose.NEWS, document=code))
    return messages


async def why_not(turn: Turn, call_out: CallOut) -> T | None:
    """Return why nobody can come by the link of a call-out any more, or not yet."""
    if call_out.standing in OPEN and turn.now < call_out.ends_at:
        return None
    return T("call-join-ended" if call_out.standing not in OPEN else "call-join-over")


async def asked(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Ask a volunteer who came by the link whether they can come."""
    closed = await why_not(turn, call_out)
    if closed is not None:
        return [Say(turn.person, (closed,), menu())]
    places = await call_outs.places_of(turn.transaction, call_out.id)
    is_full = all(each.is_full for each in places)
    told_full_at = turn.now if is_full else None
    await call_out_recipients.join(turn.transaction, call_out, turn.person.id, told_full_at)
    await progress_soon(turn, call_out)
    await settle_earlier(turn, call_out, turn.person)
    lines = await question(turn, call_out)
    if is_full:
        lines.insert(-1, T("call-join-full"))
    label = label_of(call_out, turn.person.id)
    return [Say(turn.person, lines, answers(call_out), label=label)]


async def after_offer(turn: PersonalTurn, call_out: CallOut | None) -> list[Message]:
    """Ask whoever has just offered help because of a call-out whether they can come to it."""
    if call_out is None or await volunteers.find(turn.transaction, turn.person.id) is None:
        return []
    return await asked(turn, call_out)
