"""Recording a check: by an owner, for somebody who offers help, and not for ever."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handlers.days import understand_day
from storage import checks
from storage.model import Check, Kind
from tests.handlers.talks import ANA, OWNER, Talks, press, talks_in, words


@pytest.mark.parametrize(
    "text",
    [
        *("2027-05-31", "31/05/2027", "31.5.2027", "31 May 2027", "May 31, 2027"),
        *("until the 31st of May 2027", "31 de mayo de 2027", "  31   MAYO 2027 "),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str) -> None:
    assert understand_day(text) == date(2027, 5, 31)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31/13/2027", "29 Feb 2027", "31 May", "31/05/27", "May June 2027", "1 2 3 2027"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert understand_day(text) is None


async def _begins(talks: Talks) -> int:
    await talks.arrives(OWNER, "Olive")
    ana = await talks.arrives(ANA, "Ana")
    await talks.offers(ANA, Kind.LIFT)
    await talks.begins(OWNER, "check", str(ana.id))
    return ana.id


async def _check(talks: Talks, person_id: int) -> Check | None:
    return await talks.look(
        lambda transaction: checks.check_of(transaction, person_id, talks.now.date())
    )


async def test_a_check_is_good_until_the_day_that_was_written(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, words("31 May 2027"))
        assert await _check(talks, ana) is None
        await talks.answers(OWNER, *press("send"))
        assert await _check(talks, ana) == Check(ana, date(2027, 5, 31))
        assert "2027" in talks.seen_by(ANA)
        assert "Ana" in talks.seen_by(OWNER)


async def test_wrong_days_are_refused_and_the_next_one_is_taken(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        for wrong in ("12 April 2026", "14 April 2031", "when the cows come home"):
            await talks.answers(OWNER, words(wrong))
            assert "2028-04-13" in talks.seen_by(OWNER)
        await talks.answers(OWNER, words("2"), *press("send"))
        assert await _check(talks, ana) == Check(ana, date(2028, 4, 13))


async def test_an_owner_who_is_none_any_more_records_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, words("31 May 2027"))
        talks.house = replace(talks.house, owners=frozenset())
        await talks.answers(OWNER, *press("send"))
        assert await _check(talks, ana) is None


@pytest.mark.parametrize("number", ["", "0", "999", "-1", "²", "9" * 40, "1; drop"])
async def test_a_button_about_nobody_does_nothing(tmp_path: Path, number: str) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.begins(OWNER, "check", number)
        assert talks.seen_by(OWNER)
