"""A volunteer offers help, or changes what they offer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.asking_details import KIND_CHOICES
from handlers.asking.help_request import NAME_LIMIT
from handlers.call_outs.describing import purpose_of
from handlers.call_outs.strangers import after_offer
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import (
    Agree,
    Choice,
    Choose,
    ChooseSeveral,
    Confirm,
    PickNumber,
    Write,
    YesNo,
)
from handlers.texts import Line, Listed, Paragraph, Personal, PublicName, T
from handlers.volunteering.guidance import Guidance
from handlers.volunteering.offer_lines import TIMES, named
from handlers.volunteering.offer_news import of_offer
from handlers.volunteering.offer_word import kinds_with_check
from storage import call_outs, neighbourhoods, people, volunteers
from storage.call_outs import CallOut
from storage.model import Kind, Neighbourhood
from storage.private import PrivateText
from storage.volunteers import Offer

MOST_AT_ONCE: Final = 5
ASKED_AT_MOST: Final = ("as-needed", "daily", "weekly", "never")


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers."""

    languages: tuple[str, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    has_agreed: bool
    is_volunteer: bool
    name: PrivateText | None = field(repr=False)
    #: The call-out that made them come, where one did.
    call_out: CallOut | None = None


class HelpOffer(BaseModel):
    """Everything that a volunteer said; without kinds there is nothing to keep."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: PrivateText
    offer: Offer


async def offer_help(known: Known) -> HelpOffer:
    """Ask for all that decides which tasks somebody is shown, and show it together at the end."""
    if not known.has_agreed:
        await Agree("agree-volunteer", says=(*_what_for(known), T("ask-agree-volunteer")))
    name = known.name or await Write("volunteer-name", limit=NAME_LIMIT, one_line=True)
    areas = await _areas(known)
    kinds = await _kinds()
    if not kinds:
        await Confirm("offer-nothing", shows=(T("ask-offer-nothing"),), send=T("button-finish"))
        return HelpOffer(name=name, offer=Offer(kinds=frozenset(), neighbourhoods=areas))
    offer = Offer(
        kinds=kinds,
        neighbourhoods=areas,
        times=await ChooseSeveral("offer-times", _choices("time", TIMES)),
        languages=await ChooseSeveral("offer-languages", _choices("language", known.languages)),
        has_car=await YesNo("offer-car"),
        tasks_at_once=await PickNumber(
            "tasks-at-once",
            lowest=1,
            highest=MOST_AT_ONCE,
            offers=range(1, MOST_AT_ONCE + 1),
        ),
        asked_at_most=await Choose("asked-at-most", _choices("asked", ASKED_AT_MOST)),
    )
    await Confirm("preview-offer", shows=_preview(known, name, offer), send=T("button-save"))
    return HelpOffer(name=name, offer=offer)


def _what_for(known: Known) -> list[T]:
    """Return what somebody came for, where it was a call-out; it is asked about in the end."""
    if known.call_out is None:
        return []
    return [T("offer-for-call-out", purpose=purpose_of(known.call_out.purpose))]


async def _areas(known: Known) -> frozenset[int]:
    if not known.neighbourhoods:
        return frozenset()
    says = [T("ask-offer-areas")]
    if known.is_volunteer:
        says.insert(0, T("offer-is-change"))
    if known.has_agreed:
        says = [*_what_for(known), *says]
    areas = [Choice(str(each.id), each.id, PublicName(each.name)) for each in known.neighbourhoods]
    return await ChooseSeveral("offer-areas", areas, says=says)


async def _kinds() -> frozenset[Kind]:
    """Ask which kinds, and show the guidance of each; a kind without a yes is left out."""
    kinds = [each for each in KIND_CHOICES if each.value is not Kind.SOMETHING_ELSE]
    chosen = await ChooseSeveral("offer-kinds", kinds)
    return frozenset([kind for kind in Kind if kind in chosen and await Guidance(kind)])


def _choices(prefix: str, ids: Iterable[str]) -> list[Choice[str]]:
    return [Choice(each, each, T(f"{prefix}-{each}")) for each in ids]


def _preview(known: Known, name: PrivateText, offer: Offer) -> list[Line]:
    areas = [each for each in known.neighbourhoods if each.id in offer.neighbourhoods]
    lines: list[Line] = [
        Personal("offer-shows-name", name=name),
        T("offer-shows-kinds", kinds=_listed(kind for kind in Kind if kind in offer.kinds)),
        T("offer-shows-times", times=named("time", (at for at in TIMES if at in offer.times))),
        T("offer-shows-languages", languages=named("language", sorted(offer.languages))),
        T("offer-shows-car" if offer.has_car else "offer-shows-no-car"),
        T("offer-shows-at-once", number=offer.tasks_at_once),
        T("offer-shows-asked", asked=T(f"asked-{offer.asked_at_most}")),
    ]
    if areas:
        names = Listed(tuple(PublicName(each.name) for each in areas))
        lines.insert(1, T("offer-shows-areas", areas=names))
    heading = "preview-offer-change" if known.is_volunteer else "preview-offer"
    return [T(heading), Paragraph(lines)]


def _listed(kinds: Iterable[Kind]) -> Listed:
    return named("kind", (kind.value for kind in kinds))


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of a call-out, if any."""
    return Known(
        languages=tuple(turn.house.texts.languages),
        neighbourhoods=tuple(await neighbourhoods.all_of_them(turn.transaction)),
        has_agreed=turn.person.agreed_at is not None,
        is_volunteer=await volunteers.find(turn.transaction, turn.person.id) is not None,
        name=turn.person.first_name,
        call_out=await call_outs.with_token(turn.transaction, subject) if subject else None,
    )


async def act(turn: PersonalTurn, known: Known, result: HelpOffer) -> list[Message]:
    """Keep what is offered; whoever came because of a call-out is asked then about that."""
    return [*await _kept(turn, known, result), *await after_offer(turn, known.call_out)]


async def _kept(turn: PersonalTurn, known: Known, result: HelpOffer) -> list[Message]:
    """Keep what is offered, say thanks, and let the owners hear of a check that it takes."""
    if not result.offer.kinds:
        kept = "offer-stays" if known.is_volunteer else "offer-not-kept"
        return [Say(turn.person, (T(kept),))]
    if not allowed(await actor_of(turn), Action.OFFER):
        return [Say(turn.person, (T("blocked-told"),))]
    await people.note_agreement(turn.transaction, turn.person, turn.now, health=None)
    if turn.person.first_name is None:
        await people.set_name(turn.transaction, turn.person, result.name)
    await volunteers.save(turn.transaction, turn.person.id, result.offer, turn.now)
    turn = turn.as_person(await people.get(turn.transaction, turn.person.id))
    thanks = T("offer-changed" if known.is_volunteer else "offer-thanks")
    news = await of_offer(turn)
    checked = [kind for kind in Kind if kind in result.offer.kinds & kinds_with_check(turn)]
    if not checked or (await actor_of(turn)).check is not None:
        return [Say(turn.person, (thanks,)), *news]
    wait = T("offer-needs-check", kinds=_listed(checked))
    return [Say(turn.person, (thanks, wait)), *news]


OFFER: Final = Conversation("offer", know, offer_help, act)
