"""A poster for a neighbourhood: a link, its QR code, and a page to be printed and hung up."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.bot_links import link_to_bot
from handlers.dialogue import Conversation
from handlers.helping.links import poster_word
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.payload import Poster, QrCode
from handlers.permissions import allowed
from handlers.questions import Choice, Choose
from handlers.texts import Line, PublicName, T, folded
from storage import neighbourhoods
from storage.model import Neighbourhood


class Purpose(StrEnum):
    """What whoever follows the link of a poster begins with; it stands in the link."""

    ASK = "ask"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the neighbourhoods of whoever asks, and the languages."""

    theirs: tuple[Neighbourhood, ...]
    languages: tuple[str, ...]


class Order(BaseModel):
    """Which poster is wanted."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    area: Neighbourhood
    purpose: Purpose
    language: str


async def order(known: Known) -> Order | None:
    """Ask for where, for whom and in which language; None where there is no neighbourhood."""
    if not known.theirs:
        return None
    area = known.theirs[0]
    if len(known.theirs) > 1:
        areas = [Choice(str(each.id), each, PublicName(each.name)) for each in known.theirs]
        area = await Choose("poster-area", areas, columns=2)
    purposes = [Choice(each.value, each, T(f"button-poster-{each.value}")) for each in Purpose]
    purpose = await Choose("poster-for", purposes)
    languages = [Choice(each, each, T(f"language-{each}")) for each in known.languages]
    return Order(
        area=area,
        purpose=purpose,
        language=await Choose("poster-language", languages, columns=2),
    )


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use."""
    actor = await actor_of(turn)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    theirs = [each for each in everywhere if allowed(actor, Action.MAKE_POSTER, each)]
    return Known(tuple(theirs), tuple(turn.house.texts.languages))


async def act(turn: PersonalTurn, known: Known, wanted: Order | None) -> list[Message]:
    """Send the link in words, as a picture, and on a page."""
    actor = await actor_of(turn)
    if wanted is None:
        nothing = "neighbourhood-none" if allowed(actor, Action.SET_UP) else "not-allowed"
        return [Say(turn.person, (T(nothing),))]
    if not allowed(actor, Action.MAKE_POSTER, wanted.area):
        return [Say(turn.person, (T("not-allowed"),))]
    area, name = PublicName(wanted.area.name), f"{wanted.purpose}-{_plain(wanted.area.name)}"
    word = poster_word(turn, wanted.purpose, wanted.area.id)
    link = await link_to_bot(turn, word, wanted.area.organisation_id)
    made: list[Line] = [T(f"poster-made-{wanted.purpose.value}", area=area), PublicName(link)]
    if turn.house.by_invitation:
        made.append(T("poster-lets-in"))
    return [
        Say(turn.person, made, document=QrCode(name=f"qr-{name}", link=link)),
        Say(
            turn.person,
            (T("poster-print"),),
            document=_page(turn, wanted, f"poster-{name}", link),
        ),
    ]


def _page(turn: PersonalTurn, wanted: Order, name: str, link: str) -> Poster:
    area, scheme = PublicName(wanted.area.name), turn.house.scheme
    who = T("poster-who", area=area)
    if scheme is not None:
        who = T("poster-who-scheme", area=area, scheme=PublicName(scheme))
    about = wanted.purpose.value
    lines = (who, T(f"poster-about-{about}"), T("poster-how"))
    texts, language = turn.house.texts, wanted.language
    return Poster(
        name=name,
        language=language,
        title=texts.say(T(f"poster-title-{about}"), language),
        paragraphs=tuple(texts.say(line, language) for line in lines),
        link=link,
    )


def _plain(name: str) -> str:
    """Return a name as a part of the name of a file."""
    return folded(name).replace(" ", "-")


POSTER: Final = Conversation("poster", know, order, act)
