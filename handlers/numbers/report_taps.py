"""`/report` for those who look after requests: which days, as buttons that work again at any time.

Anybody else says with it that something worries them; for those it stands among the buttons.
"""

from typing import Final

from handlers import current
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.messages import Buttons, Message, Press, Say
from handlers.numbers.periods import Lately, lately
from handlers.numbers.report import REPORT, shown, today_of
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import T

#: What the buttons carry besides the names of days to choose from.
_OTHER_DAYS: Final = "days"


async def offered(turn: PersonalTurn) -> list[Message] | None:
    """Ask which days somebody would like to see; None where no numbers are for them."""
    if not allowed(await actor_of(turn), Action.READ_NUMBERS):
        return None
    return [Say(turn.person, (T("report-which"),), _buttons())]


def _buttons() -> Buttons:
    return (
        *((Press(T(f"button-report-{each.value}"), f"report:{each.value}"),) for each in Lately),
        (Press(T("button-report-days"), f"report:{_OTHER_DAYS}"),),
        (Press(T("button-worry"), "worry:"),),
    )


async def _tapped(turn: PersonalTurn, days: str) -> list[Message] | None:
    """Show the numbers of the days on a button, or ask for other days."""
    if days == _OTHER_DAYS:
        return await current.begin(turn, REPORT.name)
    if days not in list(Lately):
        return None
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_NUMBERS):
        return [Say(turn.person, (T("not-allowed"),))]
    return await shown(turn, lately(await today_of(turn, actor))[Lately(days)])


TAPS: Final[Taps] = {"report": _tapped}
