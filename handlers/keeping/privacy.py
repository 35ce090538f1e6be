"""What is kept in short, and what somebody can change about it: whether health details may be."""

from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.keeping.first_name import name_button
from handlers.keeping.readable import lasting
from handlers.messages import Message, Press, PrivateButtons, PrivatePress, Say, number_carried
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import Line, Personal, T
from storage import helped_people, people
from storage.helped_people import HelpedPerson
from storage.retention import periods

#: What the buttons about health details carry: whether they may be kept, and of whom if of others.
HEALTH: Final = "health"
YES, NO = "yes", "no"


async def privacy(turn: PersonalTurn) -> list[Message]:
    """Return in short what is kept, who sees it and for how long, with what can be changed."""
    words, relay = (
        lasting(turn.house.keeps(each).days) for each in (periods.REQUESTS, periods.RELAY)
    )
    lines: list[Line] = [T("privacy-short", kept=words, relay=relay)]
    health, buttons = await _changeable(turn)
    return [Say(turn.person, (*lines, *health), buttons)]


async def _changeable(turn: PersonalTurn) -> tuple[list[Line], PrivateButtons]:
    """Return how it stands with health details, and buttons for that and for the name."""
    lines: list[Line] = []
    buttons: list[list[Press | PrivatePress]] = []
    if turn.person.first_name is not None:
        buttons.append([name_button()])
    keeps = turn.person.keeps_health
    if keeps is not None:
        lines.append(T(f"health-is-{_word(keeps=keeps)}"))
        other = _word(keeps=not keeps)
        buttons.append([Press(T(f"button-health-{other}"), f"{HEALTH}:{other}")])
    for each in await helped_people.asked_for_by(turn.transaction, turn.person.id):
        if each.ended_at is None and each.keeps_health is not None:
            lines.append(_line_of(each, keeps=each.keeps_health))
            other = _word(keeps=not each.keeps_health)
            label = Personal(f"button-health-{other}-of", person=each.first_name)
            buttons.append([PrivatePress(label, f"{HEALTH}:{other}:{each.id}")])
    return lines, buttons


def _line_of(person: HelpedPerson, *, keeps: bool) -> Line:
    return Personal(f"health-of-is-{_word(keeps=keeps)}", person=person.first_name)


def _word(*, keeps: bool) -> str:
    return YES if keeps else NO


async def _changed(turn: PersonalTurn, detail: str) -> list[Message] | None:
    """Note whether health details may be kept from now on, and say what that means."""
    word, _, number = detail.partition(":")
    if word not in (YES, NO):
        return None
    if not allowed(await actor_of(turn), Action.CHANGE_OWN_DATA):
        return [Say(turn.person, (T("not-allowed"),))]
    keeps = word == YES
    if not number:
        await people.set_health(turn.transaction, turn.person, turn.now, keeps=keeps)
        return [Say(turn.person, (T(f"health-noted-{word}"),))]
    helped = await helped_people.find(turn.transaction, number_carried(number) or 0)
    is_noted = helped is not None and await helped_people.set_health(
        turn.transaction, helped.id, turn.person.id, turn.now, keeps=keeps
    )
    if helped is None or not is_noted:
        return [Say(turn.person, (T("consent-gone"),))]
    return [Say(turn.person, (Personal(f"health-of-noted-{word}", person=helped.first_name),))]


TAPS: Final[Taps] = {HEALTH: _changed}
