"""Somebody follows the link of a call-out, which may hang anywhere."""

from handlers import current
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.call_outs import replying, strangers
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.start import menu
from handlers.texts import T
from storage import call_out_recipients, call_outs, volunteers


async def followed(turn: PersonalTurn, token: str) -> list[Message]:
    """Ask whether they can come; whoever is new offers help first, and is asked then."""
    call_out = await call_outs.with_token(turn.transaction, token)
    known = None
    if call_out is not None:
        known = await call_out_recipients.find(turn.transaction, call_out, turn.person.id)
    if call_out is None or (known is None and not call_out.takes_strangers):
        unknown = Say(turn.person, (T("call-join-unknown"),), menu())
        return [unknown, *await current.asked_again(turn)]
    if not allowed(await actor_of(turn), Action.OFFER):
        return [Say(turn.person, (T("not-allowed"),)), *await current.asked_again(turn)]
    closed = await strangers.why_not(turn, call_out)
    if closed is not None:
        return [Say(turn.person, (closed,), menu()), *await current.asked_again(turn)]
    if known is not None and (known.has_place or known.is_on_reserve):
        standing = await replying.yes(turn, call_out, known)
        return [*standing, *await current.asked_again(turn)]
    if await volunteers.find(turn.transaction, turn.person.id) is None:
        return await current.begin(turn, "offer", call_out.token)
    return [*await strangers.asked(turn, call_out), *await current.asked_again(turn)]
