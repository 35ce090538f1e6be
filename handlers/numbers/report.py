"""How much was asked for and done in some days, for those who look after requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.days import PickDay, full_day
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.looking_after import sight_of
from handlers.messages import Message, Say
from handlers.numbers import picture, sentences, table
from handlers.numbers.counting import Report, calls_told, helpers_told, requests_told
from handlers.numbers.labels import Names
from handlers.numbers.periods import Period
from handlers.numbers.withholding import Withheld
from handlers.permissions import allowed
from handlers.safety.whereabouts import zone_of_scheme
from handlers.texts import Line, Listed, PublicName, T
from storage import neighbourhoods, numbers, roles
from storage.model import Neighbourhood
from storage.numbers import Stretch
from storage.queue import Sight

#: So far back a report may begin, and so many days after its first one its last may be.
EARLIEST: Final = relativedelta(years=10)
LONGEST: Final = timedelta(days=365)
#: So many neighbourhoods are named.
MOST_NAMES: Final = 5


# --- Which days ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers; nothing where it is not for them."""

    today: date | None


async def know(turn: PersonalTurn, _subject: str) -> Known:
    """Read what the conversation may use."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_NUMBERS):
        return Known(None)
    return Known(await today_of(turn, actor))


async def which_days(known: Known) -> Period | None:
    """Ask for the first and the last day."""
    if known.today is None:
        return None
    today = known.today
    offers = [(today, T("day-today"))]
    future = T("problem-report-future")
    first = await PickDay(
        "report-first",
        today - EARLIEST,
        today,
        future,
        offers,
        too_early=T("problem-report-long-ago"),
    )
    latest = min(today, first + LONGEST)
    too_long = T("problem-report-too-long", last=full_day(latest))
    last = await PickDay(
        "report-last",
        first,
        latest,
        future if latest == today else too_long,
        offers if latest == today else [(latest, full_day(latest))],
        too_early=T("problem-report-backwards", first=full_day(first)),
    )
    return Period(first, last)


async def act(turn: PersonalTurn, _known: Known, period: Period | None) -> Sequence[Message]:
    """Show the numbers of those days."""
    return [Say(turn.person, (T("not-allowed"),))] if period is None else await shown(turn, period)


# --- The numbers ---------------------------------------------------------------------------------


async def shown(turn: PersonalTurn, period: Period) -> list[Message]:
    """Return the numbers of some days in words, as a picture and as a table."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_NUMBERS):
        return [Say(turn.person, (T("not-allowed"),))]
    report = await _read(turn, actor, period)
    requests = report.requests
    head = (sentences.days(period), await _where(turn, actor))
    names = await _names(turn)
    standing = sentences.about_standing(requests.whole)
    calls, helpers = sentences.about_calls(report.calls), sentences.about_helpers(report.helpers)
    is_all_told = not table.is_anything_withheld(table.entries(report, period, names))
    why_not = () if is_all_told else (T("report-small-numbers"),)
    if requests.whole.all == 0:
        return [Say(turn.person, (*head, T("report-nothing"), *calls, helpers, *why_not))]
    if isinstance(requests.whole.all, Withheld):
        few = (T("report-too-few"), *why_not)
        return [Say(turn.person, (*head, standing, *calls, helpers, *few))]
    texts, language = turn.house.texts, turn.person.language
    drawn = picture.pictures(texts, language, report, period, names)
    sheet = table.sheet(texts, language, report, period, names)
    soon, ends = sentences.about_soon(requests), sentences.about_ends(requests)
    return [
        Say(turn.person, (*head, standing), document=drawn.standing),
        Say(turn.person, (soon, *calls), document=drawn.soon),
        Say(turn.person, (*ends, helpers, *why_not, T("report-table")), document=sheet),
    ]


async def _read(turn: PersonalTurn, actor: Actor, period: Period) -> Report:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    stretches = [Stretch(*period.edges(zone), sight) for zone, sight in await _clocks(turn, actor)]
    today = await today_of(turn, actor)
    asked = await numbers.asked(turn.transaction, stretches)
    waited = await numbers.waited(turn.transaction, stretches)
    volunteers = await numbers.volunteering(turn.transaction, stretches, today)
    called = await numbers.called(turn.transaction, stretches)
    return Report(
        requests=requests_told(everywhere, asked, waited),
        helpers=helpers_told(volunteers),
        calls=calls_told(called),
    )


async def _names(turn: PersonalTurn) -> Names:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    owners = await roles.organisations_by_name(turn.transaction)
    return Names({each.id: each.name for each in everywhere}, dict(owners))


async def _where(turn: PersonalTurn, actor: Actor) -> Line:
    if actor.is_owner:
        return T("report-everywhere")
    theirs = await _theirs(turn, actor)
    if not 0 < len(theirs) <= MOST_NAMES:
        return T("report-yours")
    return T("report-where", areas=Listed(tuple(PublicName(each.name) for each in theirs)))


async def _theirs(turn: PersonalTurn, actor: Actor) -> list[Neighbourhood]:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return [each for each in everywhere if actor.is_owner or each.id in actor.area.numbers]


# --- Clocks --------------------------------------------------------------------------------------


async def today_of(turn: PersonalTurn, actor: Actor) -> date:
    """Return which day it is where somebody looks after requests; in several zones, at home."""
    clocks = await _clocks(turn, actor)
    zone = clocks[0][0] if len(clocks) == 1 else actor.zone
    return turn.now.astimezone(zone).date()


async def _clocks(turn: PersonalTurn, actor: Actor) -> list[tuple[ZoneInfo, Sight]]:
    """Return what somebody sees, by whose clock its days begin.

    Where there are several, what has no place yet goes by the clock of the scheme.
    """
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    places: dict[str, set[int]] = {}
    for each in await _theirs(turn, actor):
        places.setdefault(each.time_zone, set()).add(each.id)
    own, sight = zone_of_scheme(turn.house, everywhere), sight_of(actor)
    if len(places) <= 1:
        return [(ZoneInfo(next(iter(places), own)), sight)]
    organisations = sight.organisations
    if sight.everything:
        partners = await roles.organisations_by_name(turn.transaction)
        organisations = frozenset({None, *(number for number, _ in partners)})
    return [
        (
            ZoneInfo(zone),
            Sight(frozenset(places.get(zone, ())), organisations if zone == own else frozenset()),
        )
        for zone in sorted({own, *places})
    ]


REPORT: Final = Conversation("report", know, which_days, act)
