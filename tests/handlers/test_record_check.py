"""Recording a check: by whoever looks after somebody who offers help, and not for ever."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from handlers.days import understand_day
from handlers.settled import put
from storage import checks, due_work
from storage.checks import Seen
from storage.model import Check, Checked, Kind
from tests.handlers.talks import ANA, OWNER, RUTH, Talks, press, talks_in, words


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
    await talks.taps(OWNER, f"check:{ana.id}")
    return ana.id


async def _check(talks: Talks, person_id: int) -> Check | None:
    return await talks.look(
        lambda transaction: checks.check_of(transaction, person_id, talks.now.date())
    )


async def _standing(talks: Talks, person_id: int) -> dict[Checked, Seen]:
    return await talks.look(lambda transaction: checks.standing_of(transaction, person_id))


async def test_a_check_is_good_until_the_day_that_was_written(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("both"), words("1 April 2026"), words("31 May 2027"))
        assert await _check(talks, ana) is None
        await talks.answers(OWNER, *press("send"))
        assert await _check(talks, ana) == Check(ana, date(2027, 5, 31))
        background = (await _standing(talks, ana))[Checked.BACKGROUND]
        assert background.issued_on == date(2026, 4, 1)
        assert "2027" in talks.seen_by(ANA)
        assert "Ana" in talks.seen_by(OWNER)


@pytest.mark.parametrize(
    "wrong", ["14 April 2026", "1 March 2099", "12 April 2021", "the other day"]
)
async def test_the_day_on_the_paper_is_neither_to_come_nor_long_ago(
    tmp_path: Path, wrong: str
) -> None:
    async with talks_in(tmp_path) as talks:
        await _begins(talks)
        await talks.answers(OWNER, *press("background"), words(wrong))
        assert "Which day stands on the background check?" in talks.seen_by(OWNER)
        await talks.answers(OWNER, words("13 April 2026"))
        assert "2028-04-13" in talks.seen_by(OWNER)


async def test_wrong_last_days_are_refused_and_the_next_one_is_taken(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("both"), words("13 April 2026"))
        for wrong in ("12 April 2026", "14 April 2031", "when the cows come home"):
            await talks.answers(OWNER, words(wrong))
            assert "2028-04-13" in talks.seen_by(OWNER)
        await talks.answers(OWNER, words("2"), *press("send"))
        assert await _check(talks, ana) == Check(ana, date(2028, 4, 13))


async def test_identity_alone_makes_nobody_checked_and_they_are_told_what_is_missing(
    tmp_path: Path,
) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("identity", "send"))
        assert await _check(talks, ana) is None
        assert "background check" in talks.seen_by(ANA)
        await talks.taps(OWNER, f"check:{ana}")
        assert "This was seen before:" in talks.seen_by(OWNER)
        await talks.answers(
            OWNER, *press("background"), words("1 April 2026"), words("31 May 2027")
        )
        await talks.answers(OWNER, *press("send"))
        assert await _check(talks, ana) == Check(ana, date(2027, 5, 31))


async def test_references_stand_beside_it(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("references", "send"))
        assert set(await _standing(talks, ana)) == {Checked.REFERENCES}
        await talks.taps(OWNER, f"check:{ana}")
        await talks.answers(OWNER, *press("end-references", "send"))
        assert await _standing(talks, ana) == {}
        # Nothing that they may take depends on it.
        assert talks.seen_by(ANA) == ""


async def test_an_owner_who_is_none_any_more_records_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("both"), words("1 April 2026"), words("31 May 2027"))
        talks.house = replace(talks.house, owners=frozenset())
        await talks.answers(OWNER, *press("send"))
        assert await _check(talks, ana) is None


async def test_of_two_who_record_it_the_second_is_told(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(RUTH, "Ruth")
        talks.house = replace(talks.house, owners=frozenset({OWNER, RUTH}))
        ana = await _begins(talks)
        await talks.taps(RUTH, f"check:{ana}")
        for owner, day in ((OWNER, "31 May 2027"), (RUTH, "31 May 2029")):
            await talks.answers(owner, *press("both"), words("1 April 2026"), words(day))
            await talks.answers(owner, *press("send"))
        assert "Somebody else" in talks.seen_by(RUTH)
        assert talks.seen_by(ANA) == ""
        assert await _check(talks, ana) == Check(ana, date(2027, 5, 31))


async def test_what_was_taken_back_meanwhile_is_not_recorded_again_unseen(tmp_path: Path) -> None:
    """Ruth has found out that a paper is not genuine, while Olive notes what she saw earlier."""
    async with talks_in(tmp_path) as talks:
        await talks.arrives(RUTH, "Ruth")
        talks.house = replace(talks.house, owners=frozenset({OWNER, RUTH}))
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("identity", "send"))
        await talks.taps(OWNER, f"check:{ana}")
        await talks.answers(OWNER, *press("both"), words("1 April 2026"), words("31 May 2027"))
        await talks.taps(RUTH, f"check:{ana}")
        await talks.answers(RUTH, *press("end-identity", "send"))
        await talks.answers(OWNER, *press("send"))
        assert "Somebody else" in talks.seen_by(OWNER)
        assert await _standing(talks, ana) == {}


async def test_the_day_on_the_paper_is_that_of_the_place(tmp_path: Path) -> None:
    """In Auckland it is tomorrow already."""
    async with talks_in(tmp_path) as talks:
        await talks.look(partial(put, time_zone="Pacific/Auckland"))
        talks.now = datetime(2026, 4, 6, 20, tzinfo=UTC)
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("both"), words("7 April 2026"), words("31 May 2027"))
        await talks.answers(OWNER, *press("send"))
        background = (await _standing(talks, ana))[Checked.BACKGROUND]
        assert background.issued_on == date(2026, 4, 7)


async def test_of_two_who_take_it_back_the_second_is_told(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(RUTH, "Ruth")
        talks.house = replace(talks.house, owners=frozenset({OWNER, RUTH}))
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("identity", "send"))
        for owner in (OWNER, RUTH):
            await talks.taps(owner, f"check:{ana}")
            await talks.answers(owner, *press("end-identity"))
        await talks.answers(OWNER, *press("send"))
        # What Ruth was shown to take back does not stand any more, and she is asked anew.
        await talks.answers(RUTH, *press("send"))
        assert "What have you seen of Ana?" in talks.seen_by(RUTH)
        assert await _standing(talks, ana) == {}


@pytest.mark.parametrize("number", ["", "0", "999", "-1", "²", "9" * 40, "1; drop"])
async def test_a_button_about_nobody_does_nothing(tmp_path: Path, number: str) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.taps(OWNER, f"check:{number}")
        assert talks.seen_by(OWNER)


async def test_nobody_checks_themself_while_there_is_anybody_else(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(RUTH, "Ruth")
        olive = await talks.arrives(OWNER, "Olive")
        talks.house = replace(talks.house, owners=frozenset({OWNER, RUTH}))
        await talks.offers(OWNER, Kind.LIFT)
        await talks.taps(OWNER, f"check:{olive.id}")
        assert "This is about yourself." in talks.seen_by(OWNER)
        talks.house = replace(talks.house, owners=frozenset({OWNER}))
        await talks.taps(OWNER, f"check:{olive.id}")
        assert "What have you seen of Olive?" in talks.seen_by(OWNER)


async def test_both_hear_in_good_time_and_a_renewed_check_is_spoken_of_anew(
    tmp_path: Path,
) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await _begins(talks)
        await talks.answers(OWNER, *press("both"), words("1 April 2026"), words("31 July 2026"))
        await talks.answers(OWNER, *press("send"))
        days = []
        for last_day in (date(2026, 7, 31), date(2027, 7, 31)):
            for before in (60, 14, -1):
                planned = await talks.look(
                    lambda transaction: due_work.planned_at(transaction, "check-expiry", ana)
                )
                assert planned is not None
                days.append(planned.date() == last_day - timedelta(days=before))
                await talks.passes(planned - talks.now)
                if last_day.year == 2026 and before == 14:
                    await talks.taps(OWNER, f"check:{ana}")
                    await talks.answers(OWNER, *press("background"), words("1 July 2026"))
                    await talks.answers(OWNER, words("31 July 2027"), *press("send"))
                    break
        assert all(days)
