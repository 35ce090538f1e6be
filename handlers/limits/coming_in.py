"""Coming in by a link for residents or volunteers, which anybody may follow."""

from typing import Final

from handlers import current
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.start import menu
from handlers.texts import T
from storage import entry, people, roles
from storage.entry import EntryLink, Purpose
from storage.model import Person

#: What whoever comes by a link begins with, by the name of its conversation.
BEGINS: Final = {Purpose.RESIDENT: "ask", Purpose.VOLUNTEER: "offer"}


async def has_come_in(turn: Turn, person: Person) -> bool:
    """Say whether somebody is in: with what they agreed to, with a role, or since they came in."""
    if person.agreed_at is not None or await roles.held_by(turn.transaction, person.id):
        return True
    return await entry.is_admitted(turn.transaction, person.id)


async def is_good(turn: Turn, link: EntryLink) -> bool:
    """Say whether somebody can come in by a link: while whoever made it may make links."""
    if not link.is_open(turn.now):
        return False
    maker = await people.get(turn.transaction, link.made_by)
    actor = await actor_of(PersonalTurn(turn.transaction, turn.now, turn.house, maker))
    return allowed(actor, Action.MAKE_ENTRY_LINK)


async def followed(turn: PersonalTurn, token: str) -> list[Message]:
    """Let somebody in by a link and begin what it is for; whoever is in already is not counted."""
    link = await entry.find_link(turn.transaction, token)
    over = Say(turn.person, (T("entry-over"),), menu())
    if link is None:
        return [over, *await current.asked_again(turn)]
    if not await has_come_in(turn, turn.person):
        is_in = await is_good(turn, link) and await entry.use_link(turn.transaction, link, turn.now)
        if not is_in:
            return [over, *await current.asked_again(turn)]
        await entry.admit(turn.transaction, turn.person, turn.now)
    hello = T(f"entry-hello-{link.purpose.value}")
    return await current.begin(turn, BEGINS[link.purpose], before=(hello,))
