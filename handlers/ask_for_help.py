"""A resident asks for help."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from handlers import posting
from handlers.announcing import announced
from handlers.cards import DEFAULT_ZONE, PublicCard, card_of, window_of
from handlers.deadlines import plan_for_open_task
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.kinds import KINDS, level_of
from handlers.messages import Message, Press, Say
from handlers.private_parts import door_lines, request_lines
from handlers.questions import (
    Agree,
    Choice,
    Choose,
    ChooseSeveral,
    Confirm,
    PickNumber,
    Write,
    WriteOrSkip,
    YesNo,
)
from handlers.texts import Line, Paragraph, PublicName, T
from handlers.understanding.sensitive_words import mentions_keys_or_money
from handlers.when_and_where import PickedPlace, PickedTime, PickPlace, PickTime
from storage import neighbourhoods, people, tasks
from storage.model import (
    Kind,
    Level,
    Need,
    Neighbourhood,
    NewTask,
    Secrets,
    Size,
    Status,
    Task,
    WhoPays,
)
from storage.private import PrivateText

CEILINGS: Final = (10, 20, 50)
HIGHEST_CEILING: Final = 200
KIND_CHOICES: Final = tuple(Choice(each.value, each, T(f"kind-{each.value}")) for each in Kind)
SIZE_CHOICES: Final = tuple(Choice(each.value, each, T(f"size-{each.value}")) for each in Size)
#: Who pays, and up to how much; paying back without a limit yet is asked about further.
PAYMENT_CHOICES: Final[tuple[Choice[tuple[WhoPays, int | None]], ...]] = (
    Choice("none", (WhoPays.NOTHING_TO_PAY, None), T("pays-choice-nothing")),
    Choice("already", (WhoPays.PAID_ALREADY, None), T("pays-choice-already")),
    *(
        Choice[tuple[WhoPays, int | None]](
            f"back-{each}", (WhoPays.PAID_BACK, each), T("pays-choice-back", ceiling=each)
        )
        for each in CEILINGS
    ),
    Choice("other", (WhoPays.PAID_BACK, None), T("pays-choice-other")),
)
#: Lengths in characters; together they fit into one message.
WORDS_LIMIT: Final = 1000
NAME_LIMIT: Final = 40
STREET_LIMIT: Final = 120
DOOR_LIMIT: Final = 40
NOTES_LIMIT: Final = 300
PHONE_LIMIT: Final = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers."""

    now: datetime
    languages: tuple[str, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    home: Neighbourhood | None
    has_agreed: bool
    name: PrivateText | None = field(repr=False)
    #: How many homes a place named on a card has at least; for the look at it before it is sent.
    fewest_homes: int = 0

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which typed times are meant."""
        home = self.home or next(iter(self.neighbourhoods), None)
        return ZoneInfo(home.time_zone) if home else DEFAULT_ZONE


class HelpRequest(BaseModel):
    """Everything that a resident said."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: PrivateText
    health_agreed: bool | None
    kind: Kind
    words: PrivateText | None
    when: PickedTime
    where: PickedPlace
    street: PrivateText | None = None
    door: PrivateText | None = None
    entry_notes: PrivateText | None = None
    phone: PrivateText | None = None
    size: Size | None = None
    needs: frozenset[Need] = frozenset()
    language_wanted: str | None = None
    who_pays: WhoPays | None = None
    ceiling: int | None = None


async def ask_for_help(known: Known) -> HelpRequest:
    """Ask for all that a helper needs to know, and show who will see what."""
    health_agreed = None
    if not known.has_agreed:
        await Agree("agree")
        health_agreed = await YesNo("health")
    name = known.name or await Write("name", limit=NAME_LIMIT, one_line=True)
    kind = await Choose("kind", KIND_CHOICES, columns=2)
    words = await WriteOrSkip("words", limit=WORDS_LIMIT)
    when = await PickTime("when", now=known.now, zone=known.zone)
    where = await PickPlace("where", known.neighbourhoods, says=_where_words(known))
    request = HelpRequest(
        name=name, health_agreed=health_agreed, kind=kind, words=words, when=when, where=where
    )
    request = await _address(known, request)
    request = await _details(known, request)
    await Confirm("preview", shows=_preview(known, request))
    return request


async def _address(known: Known, request: HelpRequest) -> HelpRequest:
    """Ask for the address of somebody new; the others are asked once somebody has claimed."""
    if not KINDS[request.kind].at_the_door:
        phone = await Write("phone-to-ring", limit=PHONE_LIMIT, one_line=True)
        return request.model_copy(update={"phone": phone})
    if known.has_agreed:
        return request
    street = await WriteOrSkip("street", limit=STREET_LIMIT, one_line=True)
    if street is None:
        return request
    return request.model_copy(update={"street": street, **await door_answers()})


async def door_answers() -> dict[str, PrivateText | None]:
    """Ask for what a helper sees only when they are on their way."""
    return {
        "door": await WriteOrSkip("door", limit=DOOR_LIMIT, one_line=True),
        "entry_notes": await WriteOrSkip("entry-notes", limit=NOTES_LIMIT),
        "phone": await WriteOrSkip("phone", limit=PHONE_LIMIT, one_line=True),
    }


async def _details(known: Known, request: HelpRequest) -> HelpRequest:
    """Ask what this kind of help needs to have settled before anybody claims it."""
    kind = KINDS[request.kind]
    found: dict[str, object] = {}
    if kind.asks_size:
        found["size"] = await Choose("size", SIZE_CHOICES)
    if kind.asks_needs:
        found["needs"] = await ChooseSeveral(
            "needs",
            [Choice(each.value, each, T(f"need-{each.value}")) for each in Need],
            at_least=0,
        )
    if kind.asks_language:
        found["language_wanted"] = await Choose("language-wanted", _languages(known))
    if kind.asks_payment:
        found["who_pays"], found["ceiling"] = await _payment()
    return request.model_copy(update=found)


async def _payment() -> tuple[WhoPays, int | None]:
    chosen: tuple[WhoPays, int | None] = await Choose("payment", PAYMENT_CHOICES)
    who_pays, ceiling = chosen
    if who_pays is WhoPays.PAID_BACK and ceiling is None:
        ceiling = await PickNumber("ceiling", lowest=1, highest=HIGHEST_CEILING)
    return who_pays, ceiling


def _languages(known: Known) -> list[Choice[str | None]]:
    any_language: Choice[str | None] = Choice("any", None, T("language-any"))
    named = [Choice[str | None](each, each, T(f"language-{each}")) for each in known.languages]
    return [any_language, *named]


def _where_words(known: Known) -> list[Line]:
    if known.home is None:
        return [T("ask-where")]
    return [T("ask-where-known", home=PublicName(known.home.name))]


def _preview(known: Known, request: HelpRequest) -> list[Line]:
    """Show what the neighbours will see, beside what only the helper will see."""
    card, secrets = _card(known, request), _secrets(request)
    lines: list[Line] = [T("preview-public")]
    if card is None:
        lines.append(T("preview-no-card"))
    else:
        lines.append(Paragraph(card.description()))
    lines.append(T("preview-private"))
    lines.append(Paragraph((*request_lines(secrets), *door_lines(secrets))))
    return lines


def _card(known: Known, request: HelpRequest) -> PublicCard | None:
    """Return the card as the group will see it, or None where a coordinator comes first."""
    new = _new_task(known, request, resident_id=0, reference="", token="")
    if new.status is not Status.OPEN:
        return None
    task = Task(
        id=0,
        helper_id=None,
        claim_number=0,
        claimed_at=None,
        set_off_at=None,
        closed_at=None,
        **{name: getattr(new, name) for name in _SHARED},
    )
    return card_of(task, list(known.neighbourhoods), known.fewest_homes)


_SHARED: Final = (
    *("reference", "token", "resident_id", "neighbourhood_id", "status", "kind", "level"),
    *("size", "needs", "language_wanted", "who_pays", "ceiling"),
    *("window_start", "window_end", "created_at"),
)


def _new_task(
    known: Known, request: HelpRequest, *, resident_id: int, reference: str, token: str
) -> NewTask:
    typed = (request.words, request.entry_notes, request.door, request.street)
    sensitive = mentions_keys_or_money(" \n ".join(each.reveal() for each in typed if each))
    waits = request.kind is Kind.SOMETHING_ELSE or request.where.neighbourhood_id is None
    return NewTask(
        reference=reference,
        token=token,
        resident_id=resident_id,
        neighbourhood_id=request.where.neighbourhood_id,
        status=Status.WITH_COORDINATOR if waits else Status.OPEN,
        kind=request.kind,
        level=level_of(request.kind, mentions_keys_or_money=sensitive),
        size=request.size,
        needs=request.needs,
        language_wanted=request.language_wanted,
        who_pays=request.who_pays,
        ceiling=request.ceiling,
        window_start=request.when.start,
        window_end=request.when.end,
        created_at=known.now,
        secrets=_secrets(request),
    )


def _secrets(request: HelpRequest) -> Secrets:
    return Secrets(
        first_name=request.name,
        words=request.words,
        place=request.where.said,
        street=request.street,
        door=request.door,
        entry_notes=request.entry_notes,
        phone=request.phone,
    )


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use."""
    everywhere = tuple(await neighbourhoods.all_of_them(turn.transaction))
    home = next((each for each in everywhere if each.id == turn.person.neighbourhood_id), None)
    return Known(
        now=turn.now,
        languages=tuple(turn.house.texts.languages),
        neighbourhoods=everywhere,
        home=home,
        has_agreed=turn.person.agreed_at is not None,
        name=turn.person.first_name,
        fewest_homes=turn.house.fewest_homes,
    )


async def act(turn: PersonalTurn, known: Known, request: HelpRequest) -> list[Message]:
    """Keep the request, post its card, and tell the resident what happens next."""
    person = turn.person
    await people.note_agreement(turn.transaction, person, turn.now, health=request.health_agreed)
    if person.first_name is None:
        await people.set_name(turn.transaction, person, request.name)
    if request.where.neighbourhood_id is not None:
        await people.set_neighbourhood(turn.transaction, person, request.where.neighbourhood_id)
    new = _new_task(
        known,
        request,
        resident_id=person.id,
        reference=await _free_reference(turn),
        token=turn.house.token(),
    )
    task = await tasks.add(turn.transaction, person, new)
    await plan_for_open_task(turn, task)
    return [await _sent(turn, task, known), *await announced(turn, task)]


async def _free_reference(turn: PersonalTurn) -> str:
    tries = [turn.house.reference() for _ in range(8)]
    taken = await tasks.references_taken(turn.transaction, tries)
    return next(each for each in tries if each not in taken)


async def _sent(turn: PersonalTurn, task: Task, known: Known) -> Message:
    home = next((each for each in known.neighbourhoods if each.id == task.neighbourhood_id), None)
    what_next = "sent-with-coordinator"
    if task.status is Status.OPEN and await posting.is_shown(turn, task):
        what_next = "sent-assigned" if task.level is Level.ASSIGNED else "sent-open"
    return Say(
        turn.person,
        (
            T("sent", reference=PublicName(task.reference)),
            T(what_next, window=window_of(task, home)),
        ),
        ((Press(T("button-mine"), "menu:mine"),),),
    )


ASK: Final = Conversation("ask", know, ask_for_help, act)
