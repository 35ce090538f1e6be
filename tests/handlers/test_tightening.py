"""A stricter rule for a kind of help: what becomes of requests and weekly help that are there."""

from datetime import timedelta
from pathlib import Path

from handlers.messages import ChangeCard
from handlers.question import Picked
from handlers.settled import settled
from storage import card_posts, checks, repeats, tasks
from storage.model import CardPost, Kind, Level, NewRepeat, Task
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, Talks, press, talks_in


async def _rule(talks: Talks, kind: Kind, level: Level) -> str:
    await talks.begins(OWNER, "setup", "kinds")
    await talks.answers(OWNER, *press(kind.value, level.value, "send"))
    return talks.seen_by(OWNER)


async def _held_by_ben(talks: Talks, token: str = "t1") -> Task:  # noqa: S107 - it opens nothing
    task = await talks.request(ANA, token)
    ben = await talks.person(BEN)
    assert await talks.look(
        lambda transaction: tasks.claim(transaction, task, ben.id, talks.now, at_once=3)
    )
    return await talks.task(token)


async def _people(talks: Talks) -> None:
    for account, name in ((OWNER, "Olive"), (ANA, "Ana"), (BEN, "Ben"), (RUTH, "Ruth")):
        await talks.arrives(account, name)
    await talks.offers(BEN, Kind.SHOPPING)


async def test_open_requests_follow_at_once_and_their_cards_change(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        task = await talks.request(ANA)
        await talks.look(
            lambda transaction: card_posts.note(transaction, CardPost(task.id, 1, None, 5))
        )
        said = await _rule(talks, Kind.SHOPPING, Level.ASSIGNED)
        assert "Open requests of this kind" in said
        [card] = [each.card for each in talks.said if isinstance(each, ChangeCard)]
        assert card.level is Level.ASSIGNED
        assert (await talks.task()).level is Level.ASSIGNED


async def test_other_kinds_and_what_is_stricter_already_stay(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        await talks.request(ANA, "t1", Kind.SHOPPING, Level.ASSIGNED)
        await talks.request(ANA, "t2", Kind.HOT_MEAL)
        assert "Open requests of this kind" not in await _rule(talks, Kind.SHOPPING, Level.CHECKED)
        assert (await talks.task("t1")).level is Level.ASSIGNED
        assert (await talks.task("t2")).level is Level.OPEN


async def test_a_helper_without_a_check_hears_at_once_and_cannot_set_off(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        task = await _held_by_ben(talks)
        said = await _rule(talks, Kind.SHOPPING, Level.CHECKED)
        assert task.reference in said.partition("---")[0]
        assert "check:" in said
        assert task.reference in talks.seen_by(BEN)
        await talks.taps(BEN, f"off:{task.token}:{task.claim_number}")
        assert (await talks.task()).set_off_at is None


async def test_a_helper_with_a_check_goes_on_as_before(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        task = await _held_by_ben(talks)
        ben, olive = await talks.person(BEN), await talks.person(OWNER)
        until = (talks.now + timedelta(days=90)).date()
        await talks.look(
            lambda transaction: checks.record_check(transaction, ben.id, olive.id, talks.now, until)
        )
        said = await _rule(talks, Kind.SHOPPING, Level.CHECKED)
        assert task.reference not in said
        assert talks.seen_by(BEN) == ""
        await talks.taps(BEN, f"off:{task.token}:{task.claim_number}")
        assert (await talks.task()).set_off_at is not None


async def test_who_holds_a_request_keeps_it_where_coordinators_now_pick(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        task = await _held_by_ben(talks)
        await _rule(talks, Kind.SHOPPING, Level.ASSIGNED)
        assert talks.seen_by(BEN) == ""
        await talks.taps(BEN, f"off:{task.token}:{task.claim_number}")
        assert (await talks.task()).set_off_at is not None


async def test_weekly_help_follows_for_the_weeks_to_come(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        task, ana = await talks.request(ANA), await talks.person(ANA)
        secrets = await talks.look(lambda transaction: tasks.secrets_of(transaction, task))
        week = timedelta(days=7)
        new = NewRepeat(
            token="r1",  # noqa: S106 - it opens nothing
            task=task,
            wished_id=None,
            next_start=task.window_start + week,
            next_end=task.window_end + week,
            created_at=talks.now,
            secrets=secrets,
        )
        await talks.look(lambda transaction: repeats.add(transaction, ana, new))
        await _rule(talks, Kind.SHOPPING, Level.CHECKED)
        weekly = await talks.look(lambda transaction: repeats.with_token(transaction, "r1"))
        assert weekly is not None
        assert weekly.level is Level.CHECKED


async def test_a_looser_rule_is_for_new_requests_only(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        await talks.request(ANA)
        await _rule(talks, Kind.SHOPPING, Level.ASSIGNED)
        await talks.begins(OWNER, "setup", "kinds")
        await talks.answers(OWNER, *press("shopping", "open"))
        assert "keep the stricter rule" in talks.seen_by(OWNER)
        await talks.answers(OWNER, *press("send"))
        house = await talks.look(lambda transaction: settled(transaction, talks.house))
        assert house.levels[Kind.SHOPPING] is Level.OPEN
        assert (await talks.task()).level is Level.ASSIGNED


async def test_what_only_a_coordinator_gives_cannot_be_loosened(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        await talks.begins(OWNER, "setup", "kinds")
        said = talks.seen_by(OWNER)
        assert "lift]" in said
        assert "paperwork]" not in said
        await talks.answers(OWNER, *press("lift"))
        assert ":open]" not in talks.seen_by(OWNER)
        await talks.answers(OWNER, Picked("open"))
        assert "one of the buttons" in talks.seen_by(OWNER)


async def test_a_volunteer_hears_of_the_check_that_the_scheme_asks_for(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _people(talks)
        await _rule(talks, Kind.SHOPPING, Level.CHECKED)
        task = await talks.request(ANA)
        await talks.taps(BEN, f"off:{task.token}:0")
        await talks.begins(RUTH, "join", task.token)
        await talks.answers(RUTH, *press("yes"))
        assert "check" in talks.seen_by(RUTH)
        assert (await talks.task()).helper_id is None
