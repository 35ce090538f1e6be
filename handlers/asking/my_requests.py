"""Where is my request? An honest answer to residents, and to volunteers what they have taken."""

from typing import Final

from handlers import current, posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards.confirming import still_to_be_confirmed
from handlers.asking import who_saw
from handlers.asking.closing import close
from handlers.asking.whom import asked_for, to_resident, to_speaker
from handlers.card_line.on_card import line_as_it_stands
from handlers.cards import references_of, window_of
from handlers.deadlines import AFTER_WINDOW, contact_wanted_by, zone_of
from handlers.helping import doorstep_words
from handlers.helping.helping import details
from handlers.helping.private_parts import is_incomplete, name_of
from handlers.helping.task_buttons import line_buttons, resident_buttons
from handlers.house import PersonalTurn
from handlers.kinds import KINDS
from handlers.messages import Message, Press, Say
from handlers.outcomes import Refused, Went
from handlers.partners.names import name_of_organisation
from handlers.permissions import allowed
from handlers.start import menu
from handlers.tapping import TaskTaps
from handlers.texts import Line, Paragraph, Personal, PublicName, T, Window
from handlers.waiting import waterfall
from handlers.weekly import weekly
from storage import confirming as confirmations
from storage import people, reveals, tasks
from storage.model import Level, Person, Reach, Status, Task
from storage.private import PrivateText


async def mine(turn: PersonalTurn) -> list[Message]:
    """Return how each of a person's requests stands, and what they themselves have taken."""
    requests: dict[str, list[Task]] = {}
    for task in await tasks.unfinished_of(turn.transaction, turn.person.id):
        requests.setdefault(task.request, []).append(task)
    messages = [await _request(turn, places) for places in requests.values()]
    messages += [
        await still_to_be_confirmed(turn, task)
        for task in await confirmations.unconfirmed_of(turn.transaction, turn.person.id)
    ]
    for task in await tasks.held_by(turn.transaction, turn.person.id):
        messages += await details(turn, task, turn.person)
    messages += await weekly.shown(turn)
    messages = messages or [Say(turn.person, (T("mine-nothing"),), menu())]
    return [*messages, *await who_saw.of_finished(turn)]


async def _request(turn: PersonalTurn, places: list[Task]) -> Message:
    """Say how a request stands; one that takes several helpers has a line for each place."""
    task = places[0]
    person = await asked_for(turn, task)
    about: list[Line] = [
        T(f"kind-{task.kind.value}"),
        T("card-window", window=window_of(task, await posting.home_of(turn, task))),
        T("card-reference", reference=references_of(places)),
    ]
    if person is not None:
        about.insert(1, Personal("mine-for", person=person))
    lines: list[Line] = [Paragraph(about)]
    for each in places:
        standing = await _standing(turn, each)
        if each.slots > 1:
            standing.insert(0, T("place-standing", slot=each.slot, slots=each.slots))
        lines.append(Paragraph(standing))
    secrets = await tasks.secrets_of(turn.transaction, task)
    about_line = await line_as_it_stands(turn, task)
    buttons = resident_buttons(
        *places,
        is_incomplete=is_incomplete(task.kind, secrets),
        names=await _helpers(turn, places),
        line=line_buttons(places, has_line=bool(about_line)),
    )
    if await reveals.was_shown(turn.transaction, places):
        buttons = (*buttons, (who_saw.button(task),))
    return await to_resident(turn, task, [*lines, *about_line], buttons)


async def _helpers(turn: PersonalTurn, places: list[Task]) -> dict[int, PrivateText]:
    """Return the names of the helpers by their tasks, where there are several to tell apart."""
    held = [(each.id, each.helper_id) for each in places if each.helper_id is not None]
    if len(held) == 1:
        return {}
    return {task: name_of(await people.get(turn.transaction, helper)) for task, helper in held}


async def _standing(turn: PersonalTurn, task: Task) -> list[Line]:
    if task.helper_id is not None:
        return await _standing_with(turn, task, await people.get(turn.transaction, task.helper_id))
    if task.status is Status.WITH_COORDINATOR and task.organisation_id is not None:
        organisation = await name_of_organisation(turn, task.organisation_id)
        return [T("standing-with-partner", organisation=organisation)]
    if task.status is not Status.OPEN:
        return [T(f"standing-{task.status.value}")]
    is_asking = task.reach in (Reach.ASKING, Reach.COORDINATOR)
    if not is_asking and not await posting.is_shown(turn, task):
        return [T("standing-with-coordinator")]
    if task.level is Level.ASSIGNED:
        return [T("standing-assigned")]
    return await waterfall.standing(turn, task)


async def _standing_with(turn: PersonalTurn, task: Task, helper: Person) -> list[Line]:
    """Say whether the helper of a task is in touch, and when they said that they come."""
    name = name_of(helper)
    if task.status is Status.CLAIMED and task.contact_at is None:
        by = await contact_wanted_by(turn, task)
        return [Personal("standing-not-in-touch", name=name, by=Window(by, by))]
    is_ringing = task.status is Status.ON_THE_WAY and not KINDS[task.kind].at_the_door
    lines: list[Line] = [
        Personal("standing-on-the-phone", name=name)
        if is_ringing
        else Personal(f"standing-{task.status.value}", name=name)
    ]
    if task.status is not Status.CLAIMED:
        secrets = await tasks.secrets_of(turn.transaction, task)
        lines += doorstep_words.for_resident(task, secrets, turn.person, helper)
    elif task.coming_from is not None and task.coming_until is not None:
        zone = await zone_of(turn, task)
        window = Window(task.coming_from.astimezone(zone), task.coming_until.astimezone(zone))
        coming = "standing-coming" if KINDS[task.kind].at_the_door else "standing-coming-phone"
        lines.append(T(coming, window=window))
    if not helper.reachable:
        lines.append(T("standing-unreached"))
    if turn.now >= task.window_end + AFTER_WINDOW:
        lines.append(T("standing-over"))
    return lines


async def asked_to_withdraw(turn: PersonalTurn, task: Task, _detail: str = "") -> Went | Refused:
    """Ask whether a request shall really be closed."""
    if not allowed(await actor_of(turn), Action.WITHDRAW, task):
        return Refused(_cannot_withdraw(turn, task))
    places = await tasks.unfinished_places(turn.transaction, task)
    reference = references_of(places)
    buttons = (
        (
            Press(T("button-withdraw-yes"), f"dropped:{task.token}"),
            Press(T("button-withdraw-no"), _kept(turn, task)),
        ),
    )
    asked = (T("withdraw-sure", reference=reference),)
    return Went(None, [await to_speaker(turn, task, asked, buttons)])


def _kept(turn: PersonalTurn, task: Task) -> str:
    """Return where somebody goes who leaves a request as it is."""
    return "menu:mine" if task.resident_id == turn.person.id else f"page:{task.token}"


async def withdraw(turn: PersonalTurn, task: Task, _detail: str = "") -> Went | Refused:
    """Close a request that is not needed any more, and tell its helper."""
    if not allowed(await actor_of(turn), Action.WITHDRAW, task):
        return Refused(_cannot_withdraw(turn, task))
    places = await tasks.unfinished_places(turn.transaction, task)
    others_hear = await close(turn, task)
    if others_hear is None:
        return Refused(_cannot_withdraw(turn, task))
    told = await to_speaker(turn, task, (T("withdrawn", reference=references_of(places)),))
    return Went(T("withdraw-noted"), [told, *others_hear])


def _cannot_withdraw(turn: PersonalTurn, task: Task) -> T:
    if task.resident_id == turn.person.id:
        return T("already-closed", reference=PublicName(task.reference))
    return T("not-your-request")


async def _give_address(turn: PersonalTurn, task: Task, _detail: str) -> Went:
    return Went(None, await current.begin(turn, "address", task.token))


TASK_TAPS: Final[TaskTaps] = {
    "where": _give_address,
    "drop": asked_to_withdraw,
    "dropped": withdraw,
}
