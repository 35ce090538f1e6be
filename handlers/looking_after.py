"""Who looks after what: whom word of a request, an offer or a cost goes to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers import posting
from handlers.actions import About, Action, Actor, Area, People, Position
from handlers.actors import actor_of, area_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import (
    ChangeSaid,
    Message,
    PrivateButtons,
    Say,
    TakeSaidBack,
)
from handlers.outgoing import keep
from handlers.permissions import allowed
from handlers.safety.whereabouts import zone_of_scheme
from handlers.texts import Line, PublicName, T
from handlers.waiting.quiet_hours import QuietHours
from storage import blocks, due_work, neighbourhoods, outbox_changes, people, roles, volunteers
from storage.model import Neighbourhood, Person, Repeat, Task
from storage.outbox import Purpose
from storage.queue import Sight

#: Timed work: a word of the day to all who look after anything. It has no subject.
QUEUE_DAY: Final = "queue-day"
#: When it is said, by the clock on the wall; later where that is in the quiet hours.
SAID_AT: Final = time(9)
#: So long at least after something came that it is spoken of again.
NOT_TOO_NEAR: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Word:
    """Word of something that waits, with the buttons that settle it: the same for whoever reads it.

    `picture` is the number of a kept picture.
    """

    lines: Sequence[Line]
    buttons: PrivateButtons = ()
    picture: int | None = None
    protect: bool = False

    def to(
        self, person: Person, purpose: Purpose = Purpose.ANSWER, label: str | None = None
    ) -> Say:
        """Return it as a message to somebody; by its label it can be changed later."""
        return Say(
            person,
            self.lines,
            self.buttons,
            purpose=purpose,
            protect=self.protect,
            label=label,
            picture=self.picture,
        )


async def coordinators_for(turn: Turn, about: About | None) -> list[Person]:
    """Return those who look after something and can be written to; where none does, the owners.

    Whoever is blocked looks after nothing meanwhile. About nothing it is those of the scheme's own.
    """
    found = [
        await people.get(turn.transaction, person_id)
        for person_id, held in (await roles.of_everybody(turn.transaction)).items()
        if _is_theirs(await area_of(turn, held), about)
        and not await blocks.is_blocked(turn.transaction, person_id)
    ]
    return [each for each in found if each.reachable] or await posting.owners_of(turn)


def _is_theirs(area: Area, about: About | None) -> bool:
    match about:
        case None:
            return None in area.organisations
        case Task(neighbourhood_id=None, organisation_id=organisation):
            return organisation in area.organisations
        case Task(neighbourhood_id=number) | Repeat(neighbourhood_id=number):
            return number in area.numbers
        case Neighbourhood(id=number):
            return number in area.numbers
        case Position():
            return False
        case _:
            numbers = about.neighbourhoods
            return bool(numbers & area.numbers) if numbers else None in area.organisations


async def to_coordinators(
    turn: Turn,
    about: About | None,
    lines: Sequence[Line],
    buttons: PrivateButtons = (),
    label: str | None = None,
) -> list[Message]:
    """Return the same word to everybody who looks after something, or else to the owners."""
    await look_tomorrow(turn)
    return [
        Say(each, lines, buttons, purpose=Purpose.NEWS, label=label)
        for each in await coordinators_for(turn, about)
    ]


def sight_of(actor: Actor) -> Sight:
    """Return what somebody sees in a list of what they look after: an owner everything."""
    return Sight(actor.area.numbers, actor.area.organisations, everything=actor.is_owner)


async def party_of(turn: Turn, person: Person) -> int | None:
    """Return whose own things somebody does not decide about, unless they are the only owner."""
    owners = [each.id for each in await posting.owners_of(turn)]
    return None if owners == [person.id] else person.id


async def told_of(turn: Turn, person: Person) -> Sight:
    """Return what somebody hears of without asking: what they look after.

    For an owner that is also whatever nobody else looks after who can be written to. Whoever is
    blocked looks after nothing meanwhile.
    """
    own = await area_of(turn, await roles.held_by(turn.transaction, person.id))
    party = await party_of(turn, person)
    if person.account not in turn.house.owners:
        if await blocks.is_blocked(turn.transaction, person.id):
            return Sight()
        return Sight(own.numbers, own.organisations, party=party)
    all_there_is = await _everything(turn)
    numbers, organisations = set(all_there_is.numbers), set(all_there_is.organisations)
    for other_id, held in (await roles.of_everybody(turn.transaction)).items():
        area = await area_of(turn, held)
        if not area.organisations or await blocks.is_blocked(turn.transaction, other_id):
            continue
        if (await people.get(turn.transaction, other_id)).reachable:
            numbers -= area.numbers
            organisations -= area.organisations
    return Sight(own.numbers | numbers, own.organisations | organisations, party=party)


async def beside(turn: Turn, sight: Sight) -> Sight:
    """Return everything else there is."""
    all_there_is = await _everything(turn)
    return Sight(
        all_there_is.numbers - sight.numbers, all_there_is.organisations - sight.organisations
    )


async def _everything(turn: Turn) -> Sight:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    partners = await roles.organisations_by_name(turn.transaction)
    organisations: set[int | None] = {None, *(number for number, _ in partners)}
    return Sight(frozenset(each.id for each in everywhere), frozenset(organisations))


async def look_tomorrow(turn: Turn) -> None:
    """Have everybody hear, the next morning that is not too near, what waits for them."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    zone = ZoneInfo(zone_of_scheme(turn.house, everywhere))
    earliest = (turn.now + NOT_TOO_NEAR).astimezone(zone)
    day = earliest.date() + timedelta(days=earliest.time() > SAID_AT)
    quiet = QuietHours(turn.house.quiet_from, turn.house.quiet_until, zone)
    at = quiet.after(datetime.combine(day, SAID_AT, zone), timedelta(0))
    await due_work.plan_unless_planned(turn.transaction, QUEUE_DAY, 0, at)


def parties_of(task: Task, *others: int | None) -> frozenset[int]:
    """Return who has a part in a task, and so in what is to be decided about it."""
    numbers = {task.resident_id, task.helper_id, *others}
    return frozenset(number for number in numbers if number is not None)


async def neutral_for(turn: Turn, about: About, parties: Collection[int]) -> list[Person]:
    """Return those who hear of a thing and have no part in it; empty where there is nobody."""
    found = [each for each in await coordinators_for(turn, about) if each.id not in parties]
    if found:
        return found
    return [each for each in await posting.owners_of(turn) if each.id not in parties]


async def deciders_for(turn: Turn, about: About, parties: Collection[int]) -> list[Person]:
    """Return who is asked to decide about a thing.

    Nobody does who has a part in it, unless there is nobody else.
    """
    await look_tomorrow(turn)
    return await neutral_for(turn, about, parties) or await coordinators_for(turn, about)


async def why_not_decide(
    turn: PersonalTurn,
    action: Action,
    about: About,
    parties: Collection[int],
    reference: PublicName,
) -> T | None:
    """Return why somebody cannot decide about a thing of a request, or None where they can."""
    if not allowed(await actor_of(turn), action, about):
        return T("not-allowed")
    if turn.person.id in parties and await neutral_for(turn, about, parties):
        return T("decide-not-yours", reference=reference)
    return None


async def changed_for_all(turn: Turn, label: str, lines: Sequence[Line]) -> list[ChangeSaid]:
    """Return another text for a word that several got, each under `label` and their own number.

    Also for those who look after it no longer: what they were given to read is taken back.
    """
    messages: list[ChangeSaid] = []
    for theirs, chat_id in await outbox_changes.labelled_within(turn.transaction, f"{label}:"):
        person = await people.with_chat(turn.transaction, chat_id)
        if person is not None:
            messages.append(ChangeSaid(person, theirs, lines))
    return messages


async def changed_for_good(turn: Turn, label: str, lines: Sequence[Line]) -> None:
    """Put another text in the place of such a word; it is found by its label no longer.

    From a chat that is closed it is taken back, since another text would not wait for long enough.
    """
    for each in await changed_for_all(turn, label, lines):
        if each.to.reachable:
            await keep(turn, [each])
            await outbox_changes.drop_label(turn.transaction, each.label)
        else:
            await keep(turn, [TakeSaidBack(each.to, each.label, lines, Purpose.NEWS)])


async def people_of(turn: Turn, person: Person) -> People:
    """Return somebody as those who look after them see them: of where they live and help."""
    offered = await volunteers.find(turn.transaction, person.id)
    numbers = set() if offered is None else set(offered.neighbourhoods)
    if person.neighbourhood_id is not None:
        numbers.add(person.neighbourhood_id)
    return People(frozenset(numbers))
