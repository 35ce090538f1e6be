"""Giving the address later: who may, who sees it, and what a key changes."""

from functools import partial
from pathlib import Path

from handlers.asking.my_requests import mine
from handlers.messages import ChangeCard
from storage import card_posts, chats, tasks
from storage.model import CardPost, Level
from tests.handlers.talks import ANA, BEN, RUTH, TOKEN, Talks, press, talks_in, words

ADDRESS = (words("Elm Road"), words("12"), words("Blue gate"), *press("skip"))


async def _asks(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.request(RUTH)
    await talks.begins(RUTH, "address", TOKEN)


async def _secrets(talks: Talks) -> tuple[str | None, ...]:
    task = await talks.task()
    found = await talks.look(lambda transaction: tasks.secrets_of(transaction, task))
    parts = (found.words, found.street, found.door, found.entry_notes, found.phone)
    return tuple(part.reveal() if part else None for part in parts)


async def _claims(talks: Talks, account: str) -> None:
    helper, task = await talks.person(account), await talks.task()
    claim = partial(tasks.claim, task=task, person_id=helper.id, now=talks.now, at_once=1)
    assert await talks.look(claim)


async def test_what_is_given_is_kept_beside_what_was_there(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        await talks.answers(RUTH, *ADDRESS)
        assert await _secrets(talks) == ("Milk, please", "Elm Road", "12", "Blue gate", None)
        assert "Elm Road" in talks.seen_by(RUTH)
        await talks.begins(RUTH, "address", TOKEN)
        await talks.answers(RUTH, *press("skip"), words("14"), *press("skip", "skip"))
        assert await _secrets(talks) == ("Milk, please", "Elm Road", "14", "Blue gate", None)


async def test_a_helper_sees_the_street_first_and_the_door_on_the_way(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        ana = await talks.arrives(ANA, "Ana")
        await _claims(talks, ANA)
        await talks.answers(RUTH, *ADDRESS)
        assert "Elm Road" in talks.seen_by(ANA)
        assert "Blue gate" not in talks.seen_by(ANA)
        assert "Ana" in talks.seen_by(RUTH)
        set_off = partial(tasks.set_off, task=await talks.task(), person_id=ana.id, now=talks.now)
        assert await talks.look(set_off)
        await talks.begins(RUTH, "address", TOKEN)
        await talks.answers(RUTH, *ADDRESS)
        assert "Blue gate" in talks.seen_by(ANA)


async def test_a_key_leaves_the_choice_to_a_coordinator_and_changes_the_card(
    tmp_path: Path,
) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        task = await talks.task()
        group = await talks.look(
            lambda transaction: chats.remember(transaction, "telegram:-1", is_private=False)
        )
        await talks.look(
            lambda transaction: card_posts.note(transaction, CardPost(task.id, group, None, 5))
        )
        await talks.answers(RUTH, *press("skip", "skip"))
        await talks.answers(RUTH, words("The key safe is left of the door"), *press("skip"))
        assert (await talks.task()).level is Level.ASSIGNED
        changed = [each.card for each in talks.said if isinstance(each, ChangeCard)]
        assert [card.level for card in changed] == [Level.ASSIGNED]


async def test_whoever_holds_the_task_keeps_it_and_a_coordinator_chooses_the_next(
    tmp_path: Path,
) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        ana = await talks.arrives(ANA, "Ana")
        await _claims(talks, ANA)
        await talks.answers(RUTH, *press("skip", "skip"), words("Key safe"), *press("skip"))
        task = await talks.task()
        assert task.helper_id == ana.id
        assert await talks.look(partial(tasks.release, task=task, person_id=ana.id))
        assert (await talks.task()).level is Level.ASSIGNED


async def test_nothing_given_changes_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        await talks.answers(RUTH, *press("skip", "skip", "skip", "skip"))
        assert talks.seen_by(RUTH)
        assert await _secrets(talks) == ("Milk, please", None, None, None, None)


async def test_nobody_else_may_and_nobody_may_once_it_is_closed(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        await talks.arrives(BEN, "Ben")
        for token in (TOKEN, "nothing"):
            await talks.begins(BEN, "address", token)
            assert "skip" not in talks.seen_by(BEN)
        withdraw = partial(tasks.withdraw, task=await talks.task(), now=talks.now)
        assert await talks.look(withdraw)
        await talks.answers(RUTH, words("Elm Road"))
        assert talks.seen_by(RUTH)
        assert await _secrets(talks) == ("Milk, please", None, None, None, None)


async def test_an_address_that_is_there_can_be_changed(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _asks(talks)
        await talks.answers(RUTH, *ADDRESS)
        await talks.arrives(ANA, "Ana")
        await _claims(talks, ANA)
        await talks.act(RUTH, mine)
        assert f"[Change the address|where:{TOKEN}]" in talks.seen_by(RUTH)
        assert "[Give my address" not in talks.seen_by(RUTH)
        await talks.taps(RUTH, f"where:{TOKEN}")
        assert "What you skip stays as it was." in talks.seen_by(RUTH)
        await talks.answers(RUTH, words("Oak Lane"), words("3"), *press("skip", "skip"))
        assert await _secrets(talks) == ("Milk, please", "Oak Lane", "3", "Blue gate", None)
        assert "There is news of the address" in talks.seen_by(ANA)
        assert "Oak Lane" in talks.seen_by(ANA)
        assert "Blue gate" not in talks.seen_by(ANA)
