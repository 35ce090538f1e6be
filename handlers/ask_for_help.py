"""A resident asks for help."""

from typing import Final

from handlers import posting
from handlers.announcing import announced
from handlers.asking_details import with_address, with_details
from handlers.cards import window_of
from handlers.deadlines import plan_for_open_task
from handlers.dialogue import Conversation
from handlers.help_request import NAME_LIMIT, WORDS_LIMIT, HelpRequest, Known
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.questions import Agree, Choice, Choose, Confirm, Write, WriteOrSkip, YesNo
from handlers.request_preview import new_task, preview
from handlers.texts import Line, PublicName, T
from handlers.when_and_where import PickPlace, PickTime
from storage import neighbourhoods, people, tasks
from storage.model import Kind, Level, Status, Task

KIND_CHOICES: Final = tuple(Choice(each.value, each, T(f"kind-{each.value}")) for each in Kind)


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
    request = await with_address(known, request)
    request = await with_details(known, request)
    await Confirm("preview", shows=preview(known, request))
    return request


def _where_words(known: Known) -> list[Line]:
    if known.home is None:
        return [T("ask-where")]
    return [T("ask-where-known", home=PublicName(known.home.name))]


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
    new = new_task(
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
