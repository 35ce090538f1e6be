"""Links by which residents and volunteers come in, made by those who look after something."""

from datetime import timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.bot_links import link_to_bot
from handlers.cards import DEFAULT_ZONE
from handlers.helping.links import ENTRY
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.payload import QrCode
from handlers.permissions import allowed
from handlers.questions import Choice, Choose, Confirm, PickNumber
from handlers.texts import Day, PublicName, T
from storage import entry
from storage.entry import EntryLink, Purpose

TOKEN_LENGTH: Final = 16
#: In days.
LASTS: Final = (1, 7, 30, 90)
OFFERED: Final = (1, 10, 50)
MOST: Final = 500


class EntryWanted(BaseModel):
    """The link that somebody wants to make: for whom, for how many people, and for how long."""

    model_config = ConfigDict(frozen=True)

    purpose: Purpose
    most: int
    days: int


class TakenBack(BaseModel):
    """That no link is to let anybody in any more."""

    model_config = ConfigDict(frozen=True)


async def describe(purpose: Purpose) -> EntryWanted:
    """Ask for how many people a link is and how long it works."""
    most = await PickNumber("entry-most", lowest=1, highest=MOST, offers=OFFERED)
    choices = [Choice(str(days), days, T("entry-days", number=days)) for days in LASTS]
    days = await Choose("entry-lasts", choices, columns=2)
    shows = (
        T(f"preview-entry-{purpose.value}", number=most),
        T("preview-entry-lasts", number=days),
        T("preview-entry-ends"),
        T("preview-entry-shared" if most > 1 else "preview-entry-personal"),
    )
    await Confirm("preview-entry", shows=shows, send=T("button-make-link"))
    return EntryWanted(purpose=purpose, most=most, days=days)


async def take_back() -> TakenBack:
    """Ask whether all links are to be taken back."""
    shows = (T("preview-take-back"),)
    await Confirm("preview-take-back", shows=shows, send=T("button-take-back"))
    return TakenBack()


async def make(turn: PersonalTurn, wanted: EntryWanted | TakenBack) -> list[Message]:
    """Make a link and show it to whoever passes it on, or take all of theirs back."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.MAKE_ENTRY_LINK):
        return [Say(turn.person, (T("not-allowed"),))]
    if isinstance(wanted, TakenBack):
        made_by = None if actor.is_owner else turn.person.id
        number = await entry.revoke_links(turn.transaction, made_by, turn.now)
        return [Say(turn.person, (T("entry-taken-back", number=number),))]
    made = EntryLink(
        token=turn.house.token(TOKEN_LENGTH),
        purpose=wanted.purpose,
        made_by=turn.person.id,
        expires_at=turn.now + timedelta(days=wanted.days),
        most=wanted.most,
    )
    await entry.make_link(turn.transaction, made, turn.now)
    day = Day(made.expires_at.astimezone(DEFAULT_ZONE).date())
    link = await link_to_bot(turn, ENTRY + made.token, _for_whom(actor))
    said = T(f"entry-made-{made.purpose.value}", number=made.most, day=day)
    code = QrCode(name=f"qr-{made.purpose.value}", link=link)
    return [Say(turn.person, (said, PublicName(link)), document=code)]


def _for_whom(actor: Actor) -> int | None:
    """Return the partner organisation for which somebody lets people in, if it is for one alone."""
    theirs = actor.area.organisations
    return next(iter(theirs)) if len(theirs) == 1 and not actor.is_owner else None
