"""Who is asked directly: a test for each criterion, and a plain model of them all."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from handlers.cards import DEFAULT_ZONE
from handlers.house import Turn
from handlers.kinds import KINDS
from handlers.messages import Say
from handlers.waiting import direct_asks
from storage import chats, checks, neighbourhoods, people, reveals, silence, tasks, volunteers
from storage.asks import PAUSES
from storage.database import Transaction
from storage.model import Kind, Level, Need, NewTask, Person, Secrets, Stage, Status, Task
from storage.tables import asks
from storage.tables import volunteers as rows
from storage.volunteers import Offer
from tests.handlers.talks import Talks, talks_in

#: A Tuesday in summer; help is wanted in its afternoon.
NOW: Final = datetime(2026, 6, 9, 11, tzinfo=DEFAULT_ZONE)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
RESIDENT: Final = "telegram:7003"


@dataclass(frozen=True)
class Helper:
    """A volunteer; `asked` is how long ago they were last asked, `check` for how many days more
    their check is good, `paused` for how many days more they pause."""

    area: str = "home"
    kind: Kind = Kind.SHOPPING
    times: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset({"en"})
    has_car: bool = False
    at_once: int = 1
    holds: int = 0
    asked_at_most: str = "as-needed"
    asked: timedelta | None = None
    paused: int | None = None
    check: int | None = None
    reachable: bool = True
    is_left_in_peace: bool = False
    before: str = "nothing"
    is_resident: bool = False


@dataclass(frozen=True)
class Wish:
    """What a request asks of its helper, and when they are looked for."""

    kind: Kind = Kind.SHOPPING
    needs: frozenset[Need] = frozenset()
    language: str | None = None
    now: datetime = NOW


class _Undo(Exception):  # noqa: N818 - not an error: what was tried is taken back
    pass


async def asked(talks: Talks, helpers: Sequence[Helper], wish: Wish) -> list[int]:
    """Return who of the helpers is asked, in order, by their place among them; changes nothing."""
    found: list[int] = []

    async def work(transaction: Transaction) -> None:
        areas = {
            name: await neighbourhoods.make(transaction, name, DEFAULT_ZONE.key, NOW)
            for name in ("home", "beside", "far")
        }
        await neighbourhoods.set_adjacent(
            transaction, areas["beside"], [areas["home"], areas["far"]]
        )
        resident = await people.add(transaction, RESIDENT, "en", NOW)
        task = await _request(transaction, resident, areas["home"], wish, "wanted")
        known = [
            await _helper(transaction, number, each, areas, resident, task)
            for number, each in enumerate(helpers)
        ]
        turn = Turn(transaction, wish.now, talks.house)
        said = await direct_asks.asked(turn, task)
        found.extend(known.index(each.to.id) for each in said if isinstance(each, Say))
        raise _Undo

    with pytest.raises(_Undo):
        await talks.look(work)
    return found


async def _request(
    transaction: Transaction, resident: Person, area: int, wish: Wish, token: str
) -> Task:
    day = wish.now.replace(hour=14, minute=0)
    new = NewTask(
        reference=token.upper(),
        token=token,
        resident_id=resident.id,
        neighbourhood_id=area,
        status=Status.OPEN,
        kind=wish.kind,
        level=KINDS[wish.kind].level,
        size=None,
        needs=wish.needs,
        language_wanted=wish.language,
        who_pays=None,
        ceiling=None,
        window_start=day,
        window_end=day + 2 * HOUR,
        created_at=NOW,
        secrets=Secrets(),
    )
    return await tasks.add(transaction, resident, new)


async def _helper(
    transaction: Transaction,
    number: int,
    helper: Helper,
    areas: dict[str, int],
    resident: Person,
    task: Task,
) -> int:
    """Make a helper known and return their number."""
    person = resident
    if not helper.is_resident:
        person = await people.add(transaction, f"telegram:{100 + number}", "en", NOW)
    offer = Offer(
        kinds=frozenset({helper.kind}),
        neighbourhoods=frozenset({areas[helper.area]}),
        times=helper.times,
        languages=helper.languages,
        has_car=helper.has_car,
        tasks_at_once=helper.at_once,
        asked_at_most=helper.asked_at_most,
    )
    await volunteers.save(transaction, person.id, offer, NOW)
    await _has_been_asked(transaction, person.id, helper)
    await _holds(transaction, person, helper, areas["far"])
    if helper.check is not None:
        until = _day(helper.check)
        await checks.record_check(transaction, person.id, person.id, NOW, until)
    if not helper.reachable:
        await chats.set_reachable(transaction, person.chat_id, reachable=False)
    if helper.is_left_in_peace:
        await silence.leave_in_peace(transaction, person, NOW)
    if helper.before == "asked":
        await transaction.connection.execute(
            insert(asks).values(task_id=task.id, person_id=person.id, asked_at=NOW - 30 * DAY)
        )
    if helper.before == "held":
        await reveals.record(transaction, task, person.id, Stage.CLAIMED, NOW)
    return person.id


async def _has_been_asked(transaction: Transaction, person_id: int, helper: Helper) -> None:
    asked_at = None if helper.asked is None else NOW - helper.asked
    paused_until = None if helper.paused is None else _day(helper.paused)
    await transaction.connection.execute(
        update(rows)
        .where(rows.c.person_id == person_id)
        .values(last_asked_at=asked_at, paused_until=paused_until)
    )


async def _holds(transaction: Transaction, person: Person, helper: Helper, area: int) -> None:
    other = await people.add(transaction, f"telegram:{900 + person.id}", "en", NOW)
    for number in range(helper.holds):
        token = f"{person.id}-{number}"
        held = await _request(transaction, other, area, Wish(), token)
        assert await tasks.claim(transaction, held, person.id, NOW, 9)


def _day(days: int) -> date:
    return NOW.date() + timedelta(days=days)


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    async with talks_in(tmp_path) as talks:
        yield talks


WEEKDAYS: Final = frozenset({"weekday-afternoon"})
WEEKENDS: Final = frozenset({"weekend-morning", "weekend-afternoon", "weekend-evening"})
PHARMACY: Final = Wish(kind=Kind.PHARMACY_RUN)


@pytest.mark.parametrize(
    ("helper", "wish"),
    [
        pytest.param(Helper(), Wish(), id="somebody of the neighbourhood"),
        pytest.param(Helper(area="beside"), Wish(), id="somebody beside it"),
        pytest.param(Helper(times=WEEKDAYS), Wish(), id="the right time"),
        pytest.param(Helper(has_car=True), Wish(needs=frozenset({Need.CAR})), id="a car"),
        pytest.param(Helper(languages=frozenset({"es"})), Wish(language="es"), id="the language"),
        pytest.param(Helper(at_once=2, holds=1), Wish(), id="room for one more"),
        pytest.param(Helper(kind=Kind.PHARMACY_RUN, check=0), PHARMACY, id="check ends today"),
        pytest.param(Helper(asked_at_most="daily", asked=DAY), Wish(), id="asked a day ago"),
        pytest.param(Helper(asked_at_most="weekly", asked=7 * DAY), Wish(), id="a week ago"),
        pytest.param(Helper(asked=HOUR), Wish(), id="as often as needed"),
        pytest.param(Helper(paused=-1), Wish(), id="paused until yesterday"),
    ],
)
async def test_whoever_fits_is_asked(talks: Talks, helper: Helper, wish: Wish) -> None:
    assert await asked(talks, [helper], wish) == [0]


@pytest.mark.parametrize(
    ("helper", "wish"),
    [
        pytest.param(Helper(area="far"), Wish(), id="too far away"),
        pytest.param(Helper(kind=Kind.ERRAND), Wish(), id="another kind"),
        pytest.param(Helper(times=WEEKENDS), Wish(), id="another time"),
        pytest.param(Helper(), Wish(needs=frozenset({Need.CAR})), id="no car"),
        pytest.param(Helper(), Wish(language="es"), id="another language"),
        pytest.param(Helper(languages=frozenset()), Wish(language="en"), id="no language named"),
        pytest.param(Helper(holds=1), Wish(), id="no room"),
        pytest.param(Helper(kind=Kind.PHARMACY_RUN), PHARMACY, id="no check"),
        pytest.param(Helper(kind=Kind.PHARMACY_RUN, check=-1), PHARMACY, id="check is over"),
        pytest.param(Helper(asked_at_most="daily", asked=23 * HOUR), Wish(), id="asked today"),
        pytest.param(Helper(asked_at_most="weekly", asked=6 * DAY), Wish(), id="this week"),
        pytest.param(Helper(asked_at_most="never"), Wish(), id="never to be asked"),
        pytest.param(Helper(paused=0), Wish(), id="paused up to today"),
        pytest.param(Helper(before="asked"), Wish(), id="asked for this before"),
        pytest.param(Helper(before="held"), Wish(), id="handed this back"),
        pytest.param(Helper(is_resident=True), Wish(), id="who asked for help"),
        pytest.param(Helper(reachable=False), Wish(), id="who blocked the bot"),
        pytest.param(Helper(is_left_in_peace=True), Wish(), id="who is left in peace"),
        pytest.param(Helper(), Wish(now=NOW.replace(hour=21)), id="in the evening"),
        pytest.param(Helper(), Wish(now=NOW.replace(hour=7, minute=59)), id="in the morning"),
    ],
)
async def test_whoever_does_not_fit_is_not_asked(talks: Talks, helper: Helper, wish: Wish) -> None:
    assert await asked(talks, [helper], wish) == []


async def test_those_asked_least_recently_come_first_then_those_nearby(talks: Talks) -> None:
    helpers = [Helper(asked=DAY), Helper(area="beside"), Helper(asked=2 * DAY), Helper()]
    assert await asked(talks, helpers, Wish()) == [3, 1, 2]


async def test_many_who_do_not_fit_hide_nobody(talks: Talks) -> None:
    helpers = [Helper(times=WEEKENDS)] * volunteers.PAGE + [Helper()]
    assert await asked(talks, helpers, Wish()) == [volunteers.PAGE]


@pytest.mark.parametrize("noon", [(3, 29), (10, 25)], ids=["forward", "back"])
async def test_quiet_hours_are_kept_when_the_clocks_change(
    talks: Talks, noon: tuple[int, int]
) -> None:
    month, day = noon
    morning = datetime(2026, month, day, 8, tzinfo=DEFAULT_ZONE)
    assert await asked(talks, [Helper()], Wish(now=morning - timedelta(minutes=1))) == []
    assert await asked(talks, [Helper()], Wish(now=morning)) == [0]


HELPERS = st.builds(
    Helper,
    area=st.sampled_from(["home", "home", "beside", "far"]),
    kind=st.sampled_from([Kind.SHOPPING, Kind.PHARMACY_RUN]),
    times=st.sampled_from([frozenset[str](), WEEKDAYS, WEEKENDS]),
    languages=st.sampled_from([frozenset({"en"}), frozenset({"en", "es"})]),
    has_car=st.booleans(),
    at_once=st.integers(1, 2),
    holds=st.integers(0, 2),
    asked_at_most=st.sampled_from(["as-needed", "daily", "weekly", "never"]),
    asked=st.sampled_from([None, HOUR, DAY, 2 * DAY, 8 * DAY]),
    paused=st.sampled_from([None, -1, 0, 5]),
    check=st.sampled_from([None, -1, 0, 90]),
    reachable=st.sampled_from([True, True, False]),
    before=st.sampled_from(["nothing", "nothing", "asked", "held"]),
)
WISHES = st.builds(
    Wish,
    kind=st.sampled_from([Kind.SHOPPING, Kind.PHARMACY_RUN]),
    needs=st.sampled_from([frozenset[Need](), frozenset({Need.CAR})]),
    language=st.sampled_from([None, None, "es"]),
    now=st.sampled_from([NOW, NOW, NOW, NOW.replace(hour=23)]),
)


def _may_be_asked(helper: Helper, wish: Wish) -> bool:
    """Say the same in plain words."""
    pause = PAUSES.get(helper.asked_at_most)
    return (
        8 <= wish.now.hour < 21
        and helper.area != "far"
        and helper.kind is wish.kind
        and (KINDS[wish.kind].level is Level.OPEN or (helper.check or 0) >= 0)
        and (KINDS[wish.kind].level is Level.OPEN or helper.check is not None)
        and (not helper.times or helper.times == WEEKDAYS)
        and (wish.language is None or wish.language in helper.languages)
        and (helper.has_car or not wish.needs)
        and helper.holds < helper.at_once
        and pause is not None
        and (helper.asked is None or helper.asked >= pause)
        and (helper.paused is None or helper.paused < 0)
        and helper.reachable
        and helper.before == "nothing"
    )


def _in_order(helpers: Sequence[Helper], wish: Wish) -> list[int]:
    fitting = [number for number, each in enumerate(helpers) if _may_be_asked(each, wish)]

    def rank(number: int) -> tuple[timedelta, bool, int]:
        helper = helpers[number]
        longest = 365 * DAY if helper.asked is None else helper.asked
        return -longest, helper.area != "home", number

    return sorted(fitting, key=rank)[: direct_asks.BATCH]


def test_everybody_is_asked_as_a_plain_model_says() -> None:
    with TemporaryDirectory() as folder, asyncio.Runner() as runner:
        scheme = talks_in(Path(folder))
        talks = runner.run(scheme.__aenter__())

        @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.lists(HELPERS, max_size=8), WISHES)
        def holds(helpers: list[Helper], wish: Wish) -> None:
            assert runner.run(asked(talks, helpers, wish)) == _in_order(helpers, wish)

        try:
            holds()
        finally:
            runner.run(scheme.__aexit__(None, None, None))
