"""Somebody asks for help, for themself or for another person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from pydantic import JsonValue

from handlers import dialogue, posting
from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.announcing import announced
from handlers.asking import reviewing_consent as review
from handlers.asking.about_health import AboutThem, own_health
from handlers.asking.asking_details import (
    KIND_CHOICES,
    ChooseKind,
    confirmed,
    with_address,
    with_details,
)
from handlers.asking.asking_for_others import consent, for_somebody_new, for_whom
from handlers.asking.help_request import (
    NAME_LIMIT,
    WORDS_LIMIT,
    AskedFor,
    HelpRequest,
    Known,
    NoLonger,
)
from handlers.asking.left_out import left_out_of
from handlers.asking.request_preview import new_task, preview, ways_to_send
from handlers.asking.whom import about, to_resident
from handlers.card_line.writing import CARD_LINE
from handlers.cards import DEFAULT_ZONE, references_of, window_of
from handlers.deadlines import plan_for_open_task
from handlers.dialogue import Conversation
from handlers.free_reference import free_reference
from handlers.house import PersonalTurn, Turn
from handlers.limits.asking_for_more import full_for, why_not_ask
from handlers.messages import Message, Press, Say
from handlers.partners.colleagues import told_to_contacts
from handlers.permissions import allowed
from handlers.questions import Agree, Choose, LastLook, Write
from handlers.texts import Line, PublicName, T
from handlers.when_and_where import PickPlace, PickTime
from storage import helped_people, neighbourhoods, people, roles, tasks
from storage.model import Kind, Level, Person, Relation, Role, Status, Task
from storage.private import PrivateText

#: The subject of a conversation that was begun in order to ask for somebody else.
FOR_ANOTHER: Final = "for-another"


async def ask_for_help(known: Known) -> HelpRequest | NoLonger:
    """Ask for all that a helper needs to know, and show who will see what."""
    if not known.has_read:
        await Agree("agree")
    is_for_whom_open = known.for_another or bool(known.helped)
    keeps_health = known.keeps_health if is_for_whom_open else await own_health(known)
    whom = await for_whom(known)
    if isinstance(whom, NoLonger):
        return whom
    if whom is None and is_for_whom_open:
        keeps_health = await own_health(known)
    name = known.name or await _own_name(whom)
    return await request_of(known, name, whom, keeps_health=keeps_health)


async def request_of(
    known: Known, name: PrivateText, whom: AskedFor | None, *, keeps_health: bool | None
) -> HelpRequest:
    """Ask for what is needed, when and where, and show who will see what.

    `keeps_health` says whether what is told of the health of whoever asks may be kept.
    """
    kind, whom, is_understood = await _kind(known, whom)
    person = whom.first_name if whom else None
    words = await AboutThem(
        "words",
        limit=WORDS_LIMIT,
        says=(about(T("ask-words"), person),),
        keeps_health=whom.keeps_health if whom else keeps_health,
        person=person,
    )
    when = await PickTime(
        "when", now=known.now, zone=known.zone_of(whom), says=(about(T("ask-when"), person),)
    )
    if is_understood:
        await confirmed(kind, when, whom, asks_whom=_offers_somebody_else(known, whom))
    where = await PickPlace("where", known.neighbourhoods, says=_where_words(known, whom))
    request = HelpRequest(
        name=name,
        whom=whom,
        keeps_health=keeps_health,
        kind=kind,
        words=words,
        when=when,
        where=where,
        phone=known.phone,
    )
    request = await with_address(known, request)
    request = await with_details(known, request)
    request = request.model_copy(update={"left_out": await left_out_of(known, request)})
    adds_line = await LastLook("preview", ways_to_send(request), shows=preview(known, request))
    return request.model_copy(update={"adds_line": adds_line})


async def _kind(known: Known, whom: AskedFor | None) -> tuple[Kind, AskedFor | None, bool]:
    """Ask for the kind of help; whoever was not asked whom it is for can say so there.

    Returns whether the kind was understood from a sentence, beside the kind and for whom it is.
    """
    question = ChooseKind(
        "kind",
        says=(about(T("ask-kind"), whom.first_name if whom else None),),
        offers_somebody_else=_offers_somebody_else(known, whom),
        now=known.now,
        zone=known.zone_of(whom),
    )
    kind = await question
    if kind is not None:
        return kind, whom, question.was_understood
    whom = await for_somebody_new(known)
    says = (about(T("ask-kind"), whom.first_name),)
    return await Choose("kind-for-them", KIND_CHOICES, says=says, columns=2), whom, False


def _offers_somebody_else(known: Known, whom: AskedFor | None) -> bool:
    was_asked = whom is not None or not known.has_agreed or bool(known.helped)
    return not was_asked


async def _own_name(whom: AskedFor | None) -> PrivateText:
    says = (about(T("ask-name"), whom.first_name if whom else None),)
    return await Write("name", limit=NAME_LIMIT, one_line=True, says=says)


def _where_words(known: Known, whom: AskedFor | None) -> list[Line]:
    home, person = known.home_of(whom), whom.first_name if whom else None
    if home is None:
        return [about(T("ask-where"), person)]
    return [about(T("ask-where-known", home=PublicName(home.name)), person)]


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject says whether it is for somebody else."""
    everywhere = tuple(await neighbourhoods.all_of_them(turn.transaction))
    home = next((each for each in everywhere if each.id == turn.person.neighbourhood_id), None)
    held = frozenset(await roles.held_by(turn.transaction, turn.person.id))
    helped = tuple(await helped_people.asked_for_by(turn.transaction, turn.person.id))
    has_agreed = turn.person.agreed_at is not None
    # Nobody else is asked for whom it is.
    full = await full_for(turn) if helped or not has_agreed else frozenset()
    return Known(
        now=turn.now,
        languages=tuple(turn.house.texts.languages),
        neighbourhoods=everywhere,
        home=home,
        has_agreed=has_agreed,
        name=turn.person.first_name,
        fewest_homes=turn.house.fewest_homes,
        rare_below=turn.house.rare_below,
        keeps_health=turn.person.keeps_health,
        resident_id=turn.person.id,
        levels=turn.house.levels,
        for_another=subject == FOR_ANOTHER,
        helped=helped,
        is_colleague=allowed(Actor(turn.person, DEFAULT_ZONE, roles=held), Action.ASK_AS_COLLEAGUE),
        full=full,
    )


async def act(turn: PersonalTurn, known: Known, request: HelpRequest | NoLonger) -> list[Message]:
    """Keep the request, post its card, and tell the resident what happens next."""
    if isinstance(request, NoLonger):
        return await review.no_longer(turn, request.person)
    if not allowed(await actor_of(turn), Action.ASK):
        return [Say(turn.person, (T("blocked-told"),))]
    person = turn.person
    was_asked = known.keeps_health is None
    health = request.keeps_health if was_asked else None
    await people.note_agreement(turn.transaction, person, turn.now, health=health)
    if person.first_name is None:
        await people.set_name(turn.transaction, person, request.name)
    helped_id = await _recorded(turn, known, request)
    await _note_home(turn, helped_id, request.where.neighbourhood_id)
    places = await kept_as_tasks(turn, known, request, turn.person, helped_id)
    messages = [await _sent(turn, places, known)]
    for task in places:
        messages += await announced(turn, task)
    messages += await told_to_contacts(turn, places)
    return [*messages, *await then_line(turn, places, request)]


async def then_line(
    turn: PersonalTurn, places: list[Task], request: HelpRequest
) -> Sequence[Message]:
    """Ask for a line for the card of a request that was just sent, where that was wished."""
    if not request.adds_line:
        return ()
    return await dialogue.begin(turn, CARD_LINE, places[0].token)


async def kept_as_tasks(
    turn: Turn, known: Known, request: HelpRequest, resident: Person, helped_id: int | None = None
) -> list[Task]:
    """Keep a request as one task for each helper that it takes."""
    places: list[Task] = []
    for slot in range(1, request.slots + 1):
        new = new_task(
            known,
            request,
            resident_id=resident.id,
            reference=await free_reference(turn),
            token=turn.house.token(),
            helped_id=helped_id,
        )
        shared = places[0].request if places else new.token
        new = replace(new, slot=slot, request=shared, by_phone=resident.rung)
        places.append(await tasks.add(turn.transaction, resident, new))
        await plan_for_open_task(turn, places[-1])
    return places


async def _recorded(turn: PersonalTurn, known: Known, request: HelpRequest) -> int | None:
    """Record the person whom somebody else asks for, and return their number."""
    whom = request.whom
    if whom is None:
        return None
    now = turn.now.astimezone(known.zone_of(whom))
    if whom.recorded is not None:
        if whom.agreed is not None:
            await review.renew(turn, whom.recorded.id, consent(whom.agreed, now))
        if whom.recorded.keeps_health is None:
            await _note_health(turn, whom.recorded.id, whom)
        return whom.recorded.id
    assert whom.agreed is not None  # noqa: S101 - asked of everybody new
    assert whom.relation is not None  # noqa: S101 - asked of everybody who is not on the phone
    held = await roles.held_by(turn.transaction, turn.person.id)
    at_work = whom.relation is Relation.COLLEAGUE
    agreed = consent(whom.agreed, now)
    number = await helped_people.add(
        turn.transaction,
        turn.person.id,
        whom.first_name,
        whom.relation,
        held[Role.COLLEAGUE].organisation_id if at_work else None,
        agreed,
    )
    await _note_health(turn, number, whom)
    await review.plan(turn, number, agreed)
    return number


async def _note_health(turn: PersonalTurn, helped_id: int, whom: AskedFor) -> None:
    assert whom.keeps_health is not None  # noqa: S101 - asked of everybody who is not on the phone
    await helped_people.set_health(
        turn.transaction, helped_id, turn.person.id, turn.now, keeps=whom.keeps_health
    )


async def _note_home(turn: PersonalTurn, helped_id: int | None, area: int | None) -> None:
    """Note where whoever is to be helped lives."""
    if area is None or (helped_id is None and area == turn.person.neighbourhood_id):
        return
    if helped_id is None:
        await people.set_neighbourhood(turn.transaction, turn.person, area)
    else:
        await helped_people.set_neighbourhood(turn.transaction, helped_id, area)


async def _sent(turn: PersonalTurn, places: list[Task], known: Known) -> Message:
    task = places[0]
    sent = T("sent", reference=PublicName(task.reference))
    if len(places) > 1:
        sent = T("sent-several", number=len(places), references=references_of(places))
    home = next((each for each in known.neighbourhoods if each.id == task.neighbourhood_id), None)
    what_next = "sent-with-coordinator"
    if task.status is Status.OPEN and await posting.is_shown(turn, task):
        what_next = "sent-assigned" if task.level is Level.ASSIGNED else "sent-open"
    return await to_resident(
        turn,
        task,
        (
            sent,
            T(what_next, window=window_of(task, home)),
        ),
        ((Press(T("button-mine"), "menu:mine"),),),
    )


async def why_not(
    turn: PersonalTurn, subject: str, answers: Mapping[str, JsonValue]
) -> list[Message] | None:
    """Return what somebody hears of whom enough requests are open; None where they may ask."""
    return await why_not_ask(turn, answers, for_another=subject == FOR_ANOTHER)


ASK: Final = Conversation("ask", know, ask_for_help, act, why_not)
