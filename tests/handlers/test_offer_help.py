"""Offering help: what is kept, what is left out, and who hears of a check."""

from datetime import date
from pathlib import Path

from handlers.texts import T, Texts
from storage import checks
from storage.model import Kind
from tests.handlers.talks import ANA, BEN, OWNER, press, talks_in, words

CHANGE = Texts().say(T("offer-is-change"), "en")
LAST_QUESTIONS = press("weekday-morning", "done", "en", "done", "yes", "2", "weekly")


async def test_somebody_new_offers_help_and_owners_hear_of_the_check(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        ana = await talks.arrives(ANA)
        area = await talks.neighbourhood()
        await talks.begins(ANA, "offer")
        await talks.answers(ANA, *press("yes"), words("Ana"), *press(str(area), "done"))
        await talks.answers(ANA, *press("shopping", "lift", "done", "yes", "yes"), *LAST_QUESTIONS)
        assert "Ana" in talks.seen_by(ANA)
        assert await talks.volunteer(ANA) is None
        await talks.answers(ANA, *press("send"))
        volunteer = await talks.volunteer(ANA)
        assert volunteer is not None
        assert volunteer.kinds == {Kind.SHOPPING, Kind.LIFT}
        assert volunteer.neighbourhoods == {area}
        assert volunteer.tasks_at_once == 2
        assert (await talks.person(ANA)).agreed_at is not None
        assert f"check:{ana.id}" in talks.seen_by(OWNER)
        assert "Ana" in talks.seen_by(OWNER)


async def test_a_kind_without_a_yes_to_its_guidance_is_left_out(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(ANA, "Ana")
        await talks.begins(ANA, "offer")
        await talks.answers(ANA, *press("shopping", "lift", "done", "yes", "no"), *LAST_QUESTIONS)
        await talks.answers(ANA, *press("send"))
        volunteer = await talks.volunteer(ANA)
        assert volunteer is not None
        assert volunteer.kinds == {Kind.SHOPPING}
        assert "Lift" not in talks.seen_by(OWNER)


async def test_nothing_is_kept_of_an_offer_without_kinds(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA, "Ana")
        await talks.begins(ANA, "offer")
        await talks.answers(ANA, *press("lift", "done", "no"))
        await talks.answers(ANA, *press("back", "yes", "back", "no", "send"))
        assert await talks.volunteer(ANA) is None


async def test_an_offer_is_replaced_and_the_check_is_asked_for_once(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(ANA, "Ana")
        await talks.neighbourhood()
        for kind in ("lift", "pharmacy-run"):
            await talks.begins(ANA, "offer")
            is_change = await talks.volunteer(ANA) is not None
            assert is_change == (kind == "pharmacy-run")
            assert (CHANGE in talks.seen_by(ANA)) == is_change
            await talks.answers(ANA, *press("1", "done", kind, "done", "yes"), *LAST_QUESTIONS)
            await talks.answers(ANA, *press("send"))
            assert bool(talks.seen_by(OWNER)) != is_change
        volunteer = await talks.volunteer(ANA)
        assert volunteer is not None
        assert volunteer.kinds == {Kind.PHARMACY_RUN}


async def test_no_check_is_asked_for_where_a_good_one_is_recorded(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        owner = await talks.arrives(OWNER, "Olive")
        ben = await talks.arrives(BEN, "Ben")
        await talks.look(
            lambda transaction: checks.record_check(
                transaction, ben.id, owner.id, talks.now, date(2027, 1, 1)
            )
        )
        await talks.begins(BEN, "offer")
        await talks.answers(BEN, *press("lift", "done", "yes"), *LAST_QUESTIONS, *press("send"))
        assert await talks.volunteer(BEN) is not None
        assert "Ben" in talks.seen_by(OWNER)
        assert f"[Record a check|check:{ben.id}]" not in talks.seen_by(OWNER)
