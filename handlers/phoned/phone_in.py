"""A coordinator takes a request on the phone, for somebody who has no app."""

from dataclasses import dataclass, field, replace
from typing import Final

from handlers import posting
from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.announcing import announced
from handlers.asking import ask_for_help
from handlers.asking.ask_for_help import kept_as_tasks, request_of, then_line
from handlers.asking.help_request import AskedFor, HelpRequest
from handlers.asking.help_request import Known as KnownOfRequest
from handlers.cards import references_of, window_of
from handlers.dialogue import Conversation
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.phoned.callers import Caller, Introduced, digits_of, who_asks
from handlers.texts import Personal, T, folded
from storage import blocks, neighbourhoods, people, reveals
from storage.model import Level, Person, Stage, Status, Task


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: what any request may, and who has asked on the phone before.

    `language` is that of the coordinator.
    """

    request: KnownOfRequest
    language: str
    callers: tuple[Caller, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """A request as it was taken on the phone, and from whom."""

    caller: Introduced
    request: HelpRequest


async def take_by_phone(known: Known) -> Taken | None:
    """Ask who it is and what they need; None where they do not agree to what is kept."""
    caller = await who_asks(known.callers, known.request.languages, known.language)
    if caller is None:
        return None
    person = None if caller.recorded is None else caller.recorded.person
    home = None if person is None else person.neighbourhood_id
    of_caller = replace(
        known.request,
        phone=caller.phone,
        home=next((each for each in known.request.neighbourhoods if each.id == home), None),
        resident_id=None if person is None else person.id,
    )
    keeps_health = caller.keeps_health
    whom = AskedFor(first_name=caller.name, relation=None, keeps_health=keeps_health)
    request = await request_of(of_caller, caller.name, whom, keeps_health=keeps_health)
    return Taken(caller, request)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use: of callers only those looked after by the coordinator."""
    request = replace(
        await ask_for_help.know(turn, ""),
        home=None,
        has_agreed=True,
        keeps_health=None,
        name=None,
        helped=(),
        is_colleague=False,
        full=frozenset(),
    )
    actor = await actor_of(turn)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    names = {each.id: each.name for each in everywhere}
    callers = tuple(
        Caller(person, names.get(person.neighbourhood_id or 0), phone)
        for person, phone in await people.rung_in(turn.transaction, _numbers(actor))
        if phone is not None
    )
    return Known(request, turn.person.language, callers)


def _numbers(actor: Actor) -> set[int | None] | None:
    """Return the neighbourhoods whose people somebody looks after; None where it is everybody."""
    if actor.is_owner:
        return None
    unplaced: set[int | None] = {None} if None in actor.area.organisations else set()
    return unplaced | set(actor.area.numbers)


async def act(turn: PersonalTurn, known: Known, taken: Taken | None) -> list[Message]:
    """Keep the request and whose it is, and post its card; all news goes by phone."""
    if not allowed(await actor_of(turn), Action.TAKE_BY_PHONE):
        return [Say(turn.person, (T("not-allowed"),))]
    if taken is None:
        return [Say(turn.person, (T("phonein-not-agreed"),))]
    person = await _recorded(turn, known, taken)
    if await blocks.is_blocked(turn.transaction, person.id):
        return [Say(turn.person, (Personal("phonein-blocked", name=taken.caller.name),))]
    places = await kept_as_tasks(turn, known.request, taken.request, person)
    for task in places:
        await reveals.record(turn.transaction, task, turn.person.id, Stage.RINGING, turn.now)
    messages = [await _sent(turn, places, taken)]
    for task in places:
        messages += await announced(turn, task)
    return [*messages, *await then_line(turn, places, taken.request)]


async def _recorded(turn: PersonalTurn, known: Known, taken: Taken) -> Person:
    """Return whoever asked, made known where they are new, with what is new of them noted."""
    transaction, caller = turn.transaction, taken.caller
    recorded = caller.recorded or _same(known, caller)
    if recorded is None:
        account = f"phone:{turn.house.token()}"
        person = await people.add(transaction, account, caller.language, turn.now, rung=True)
        await people.set_name(transaction, person, caller.name)
    else:
        person = recorded.person
    was_asked = caller.recorded is None or caller.recorded.person.keeps_health is None
    health = caller.keeps_health if was_asked else None
    await people.note_agreement(transaction, person, turn.now, health=health)
    await people.set_phone(transaction, person, caller.phone)
    area = taken.request.where.neighbourhood_id
    if area is not None:
        await people.set_neighbourhood(transaction, person, area)
    return await people.get(transaction, person.id)


def _same(known: Known, caller: Introduced) -> Caller | None:
    """Return somebody of the same name and number, who was taken for somebody new."""
    name, digits = folded(caller.name.reveal()), digits_of(caller.phone.reveal())
    return next(
        (
            each
            for each in known.callers
            if each.digits == digits and folded(each.name.reveal()) == name
        ),
        None,
    )


async def _sent(turn: PersonalTurn, places: list[Task], taken: Taken) -> Message:
    """Return what the coordinator can tell whoever is still on the phone."""
    task, name = places[0], taken.caller.name
    what_next = "phonein-next-coordinator"
    if task.status is Status.OPEN and await posting.is_shown(turn, task):
        is_assigned = task.level is Level.ASSIGNED
        what_next = "phonein-next-assigned" if is_assigned else "phonein-next-open"
    window = window_of(task, await posting.home_of(turn, task))
    lines = (
        Personal("phonein-sent", name=name, reference=references_of(places)),
        Personal(what_next, name=name, window=window),
    )
    return Say(turn.person, lines, ((page_button(task),),), about=task)


PHONE_IN: Final = Conversation("phonein", know, take_by_phone, act)
