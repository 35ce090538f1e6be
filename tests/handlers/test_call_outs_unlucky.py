"""Call-outs with somebody unlucky in them: out of reach, gone, blocked, or very late."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from handlers.call_outs import joining
from handlers.call_outs.roster import going_on as going_on_call_outs
from handlers.volunteering.leaving import left
from storage import blocks, fates
from storage.call_outs import CallOut, Standing, going_on
from storage.database import Transaction
from storage.fates import Fate
from storage.model import WhyBlocked
from tests.handlers.called import AHEAD, Hall, hall_in
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, press, words

CORA: Final = "telegram:7100"
MINUTE: Final = timedelta(minutes=1)
ASKED: Final = "Can you come?"


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    async with hall_in(tmp_path) as scheme:
        yield scheme


async def becomes(hall: Hall, call_out: CallOut, account: str, fate: Fate) -> None:
    """Let it be known what became of the message to somebody."""
    recipient = await hall.stands(call_out, account)
    assert recipient is not None

    async def note(transaction: Transaction) -> None:
        fates.note(transaction, recipient.id, fate)

    await hall.talks.look(note)


@pytest.mark.parametrize("fate", [Fate.UNREACHABLE, Fate.STOOD_DOWN, Fate.STOPPED, Fate.DUE])
async def test_whoever_said_yes_hears_that_it_was_stopped(hall: Hall, fate: Fate) -> None:
    await hall.helper(ANA, 0)
    call_out = await hall.calls({0: 1})
    await becomes(hall, call_out, ANA, fate)
    await hall.taps(ANA, f"call-yes:{call_out.token}")
    assert "You have a place" in hall.talks.seen_by(ANA)
    await hall.taps(OWNER, f"call-stop-yes:{call_out.token}")
    await hall.passes(MINUTE)
    assert "Nobody has to come" in await hall.reads(ANA)


async def full_and_free_again(hall: Hall, wanted: int = 1) -> CallOut:
    """Let as many as are wanted have a place, Ben and Ruth be thanked, and the others drop out."""
    coming = (ANA, CORA)[:wanted]
    for account in (*coming, BEN, RUTH):
        await hall.helper(account, 0)
    call_out = await hall.calls({0: wanted})
    for account in coming:
        await hall.taps(account, f"call-yes:{call_out.token}")
    await hall.passes(MINUTE)
    assert "Enough people have said yes" in await hall.reads(BEN)
    for account in coming:
        await hall.taps(account, f"call-out:{call_out.token}")
    return call_out


async def test_the_next_are_not_called_who_left_or_were_blocked_meanwhile(hall: Hall) -> None:
    call_out = await full_and_free_again(hall)
    await hall.talks.act(BEN, left)
    ruth = await hall.talks.person(RUTH)
    await hall.talks.look(
        lambda transaction: blocks.block(transaction, ruth.id, WhyBlocked.HARM, 1, hall.talks.now)
    )
    await hall.taps(OWNER, f"call-next:{call_out.token}")
    assert "nobody else whom I could call" in hall.talks.seen_by(OWNER)
    await hall.passes(MINUTE)
    for account in (BEN, RUTH):
        assert not any(ASKED in each for each in await hall.all_on_phone(account))


async def test_whoever_answers_before_the_morning_is_not_called_once_more(hall: Hall) -> None:
    call_out = await full_and_free_again(hall, 2)
    night = hall.talks.now.replace(hour=23, minute=0)
    await hall.passes(night - hall.talks.now)
    await hall.taps(OWNER, f"call-next:{call_out.token}")
    await hall.taps(BEN, f"call-yes:{call_out.token}")
    assert "You have a place" in hall.talks.seen_by(BEN)
    await hall.passes(timedelta(hours=9) + MINUTE)
    assert "You have a place" in await hall.reads(BEN)
    assert ASKED in await hall.reads(RUTH)
    await hall.passes(MINUTE)
    assert "Still to be sent" not in "".join(await hall.all_on_phone(OWNER))


async def test_whoever_left_is_not_asked_again(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    call_out = await hall.calls({0: 1})
    await hall.taps(ANA, f"call-later:{call_out.token}")
    assert "ask you once more" in hall.talks.seen_by(ANA)
    await hall.talks.act(ANA, left)
    await hall.passes(AHEAD)
    assert not any("ask you later" in each for each in await hall.all_on_phone(ANA))


async def called_today(hall: Hall) -> None:
    """Let the owner call more people than one person may, for what begins at once."""
    for account in (ANA, BEN):
        await hall.helper(account, 0)
    await hall.talks.arrives(CORA, "Cora")
    hall.talks.house = replace(
        hall.talks.house, agreement_above=1, owners=hall.talks.house.owners | {CORA}
    )
    await hall.talks.begins(OWNER, "callout")
    await hall.talks.answers(OWNER, *press("emergency", "skip"), words("Church hall"))
    await hall.talks.answers(OWNER, *press(str(hall.areas[0]), "done"))
    await hall.talks.answers(OWNER, words("today"), words("2"))
    await hall.talks.answers(OWNER, *press("done", "done", "no", "no", "send"))


async def only_call_out(transaction: Transaction) -> CallOut:
    (found,) = await going_on(transaction)
    return found


async def test_what_begins_at_once_can_still_be_agreed_to(hall: Hall) -> None:
    await called_today(hall)
    call_out = await hall.talks.look(only_call_out)
    await hall.passes(timedelta(minutes=10))
    assert (await hall.now(call_out)).standing is Standing.WAITING
    assert "still waits" not in await hall.reads(CORA)
    await hall.passes(timedelta(minutes=10))
    assert "still waits" in await hall.reads(CORA)
    await hall.taps(CORA, f"call-agree:{call_out.token}")
    await hall.passes(MINUTE)
    assert ASKED in await hall.reads(ANA)


async def test_what_nobody_agrees_to_ends_with_its_time(hall: Hall) -> None:
    await called_today(hall)
    call_out = await hall.talks.look(only_call_out)
    await hall.passes(timedelta(days=1))
    assert (await hall.now(call_out)).standing is Standing.REFUSED
    assert "Nobody agreed to your call-out in time" in await hall.reads(OWNER)
    await hall.taps(CORA, f"call-agree:{call_out.token}")
    assert "Nothing has been sent" in hall.talks.seen_by(CORA)
    assert await hall.reads(ANA) == ""


async def test_whoever_was_never_reached_is_not_counted_as_silent(hall: Hall) -> None:
    for account in (ANA, BEN, RUTH):
        await hall.helper(account, 0)
    call_out = await hall.calls({0: 1})
    await becomes(hall, call_out, BEN, Fate.UNREACHABLE)
    await becomes(hall, call_out, RUTH, Fate.STOOD_DOWN)
    await hall.passes(AHEAD + timedelta(hours=4))
    assert any("Did not say: 1" in each for each in await hall.all_on_phone(OWNER))


async def test_more_than_one_person_may_call_are_not_called_next_by_one(hall: Hall) -> None:
    call_out = await full_and_free_again(hall)
    hall.talks.house = replace(hall.talks.house, agreement_above=3)
    await hall.helper(CORA, 0)
    await hall.taps(OWNER, f"call-next:{call_out.token}")
    assert "a second coordinator can agree" in hall.talks.seen_by(OWNER)
    await hall.passes(MINUTE)
    assert await hall.reads(CORA) == ""
    assert ASKED not in await hall.reads(BEN)


async def test_whoever_is_blocked_reads_nothing_of_it_by_the_link(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    await hall.helper(BEN, 1)
    call_out = await hall.calls({0: 1})
    for account in (ANA, BEN):
        person = await hall.talks.person(account)
        await hall.talks.look(
            partial(
                blocks.block,
                person_id=person.id,
                reason=WhyBlocked.HARM,
                blocked_by=1,
                now=hall.talks.now,
            )
        )
        await hall.talks.act(account, lambda turn: joining.followed(turn, call_out.token))
        assert "Church hall" not in hall.talks.seen_by(account)
        assert hall.talks.seen_by(account).startswith("You cannot do that here")


async def test_whoever_calls_people_at_night_is_told_so(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    await hall.passes(hall.talks.now.replace(hour=22) - hall.talks.now)
    await hall.talks.begins(OWNER, "callout")
    await hall.talks.answers(OWNER, *press("emergency", "skip"), words("Church hall"))
    await hall.talks.answers(OWNER, *press(str(hall.areas[0]), "done"))
    await hall.talks.answers(OWNER, words("tomorrow 8 to 12"), words("2"))
    await hall.talks.answers(OWNER, *press("done", "done", "no", "no"))
    assert "may wake them" in hall.talks.seen_by(OWNER)


async def test_whoever_could_agree_finds_what_waits_for_it(hall: Hall) -> None:
    await called_today(hall)
    call_out = await hall.talks.look(only_call_out)
    await hall.talks.act(CORA, going_on_call_outs)
    assert "Church hall" in hall.talks.seen_by(CORA)
    assert "I agree, please send it" in hall.talks.seen_by(CORA)
    await hall.talks.act(OWNER, going_on_call_outs)
    assert "I agree" not in hall.talks.seen_by(OWNER)
    await hall.taps(CORA, f"call-agree:{call_out.token}")
    assert not any("I agree" in each for each in await hall.all_on_phone(CORA))
