"""Call-outs: who is called, what becomes of places, and what goes wrong."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import func, select, update

from handlers.call_outs import sending
from handlers.volunteering.leaving import left
from storage import blocks, call_outs, chats, checks, fates, roles, volunteers
from storage.call_outs import Audience, CallOut, Standing
from storage.database import Transaction
from storage.fates import Fate
from storage.model import Checked, Kind, Role, WhyBlocked
from storage.roles import Appointed
from storage.tables import call_out_recipients, people
from tests.handlers.called import Hall, hall_in
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, press, words

CORA: Final = "telegram:7100"
DORA: Final = "telegram:7101"
DAY: Final = timedelta(days=1)


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    async with hall_in(tmp_path) as scheme:
        yield scheme


async def coordinator(hall: Hall, account: str, *areas: int) -> None:
    """Let somebody look after some of the neighbourhoods."""
    person = await hall.talks.arrives(account, f"Name of {account}")
    held = Appointed(neighbourhoods=frozenset(hall.areas[area] for area in areas))
    await hall.talks.look(
        lambda transaction: roles.appoint(
            transaction, person.id, Role.COORDINATOR, held, person.id, hall.talks.now
        )
    )


async def reached(hall: Hall, **other: object) -> int:
    """Return how many people a call-out in the first neighbourhood would reach."""
    plain = {
        "places": frozenset(hall.areas[:1]),
        "kinds": frozenset[Kind](),
        "languages": frozenset[str](),
        "checked_on": None,
        "today": hall.talks.now.date(),
        "author": 0,
    }
    audience = Audience(**{**plain, **other})  # type: ignore[arg-type] # any field of it, by name
    numbers = await hall.talks.look(partial(call_outs.reached, audience=audience))
    return sum(numbers.values())


async def fates_of(hall: Hall, call_out: CallOut) -> dict[str, int]:
    table = call_out_recipients

    async def read(transaction: Transaction) -> dict[str, int]:
        result = await transaction.connection.execute(
            select(table.c.fate, func.count())
            .where(table.c.call_out_id == call_out.id)
            .group_by(table.c.fate)
        )
        return {row[0]: row[1] for row in result}

    return await hall.talks.look(read)


# --- Whom it reaches -----------------------------------------------------------------------------


async def test_only_those_who_fit_are_called(hall: Hall) -> None:
    await hall.helper(ANA, 0, kinds=(Kind.LIFT,), languages=("en", "es"))
    await hall.helper(BEN, 0, 1, checked_until=hall.talks.now.date() + DAY)
    await hall.helper(RUTH, 1)
    assert await reached(hall) == 2
    assert await reached(hall, places=frozenset(hall.areas)) == 3
    assert await reached(hall, kinds=frozenset({Kind.LIFT, Kind.POST})) == 1
    assert await reached(hall, languages=frozenset({"es"})) == 1
    assert await reached(hall, languages=frozenset({"en", "fr"})) == 2
    tomorrow = hall.talks.now.date() + DAY
    assert await reached(hall, checked_on=tomorrow) == 1
    assert await reached(hall, checked_on=tomorrow + DAY) == 0
    ben = await hall.talks.person(BEN)
    assert await reached(hall, author=ben.id) == 1


async def test_those_left_in_peace_are_not_called(hall: Hall) -> None:
    for account in (ANA, BEN, RUTH, CORA, DORA, "telegram:7102"):
        await hall.helper(account, 0, asked_at_most="never" if account == ANA else "weekly")
    numbers = {each: (await hall.talks.person(each)).id for each in (BEN, RUTH, CORA, DORA)}
    chat = (await hall.talks.person(RUTH)).chat_id
    now = hall.talks.now

    async def leave_alone(transaction: Transaction) -> None:
        await volunteers.pause(transaction, numbers[BEN], now.date())
        await chats.set_reachable(transaction, chat, reachable=False)
        await blocks.block(transaction, numbers[CORA], WhyBlocked.HARM, 1, now)
        await transaction.connection.execute(
            update(people).where(people.c.id == numbers[DORA]).values(bereaved_at=now)
        )

    await hall.talks.look(leave_alone)
    assert await reached(hall) == 1


async def test_many_are_called_in_several_goes_and_each_of_them_once(hall: Hall) -> None:
    many = sending.BATCH * 2 + 50
    for number in range(many):
        await hall.helper(f"telegram:{8000 + number}", *((0, 1) if number % 3 == 0 else (0,)))
    call_out = await hall.calls({0: 5, 1: 5})
    assert await fates_of(hall, call_out) == {Fate.SENT: many}
    assert (await hall.now(call_out)).standing is Standing.ANSWERING
    for number in range(many):
        assert len(await hall.all_on_phone(f"telegram:{8000 + number}")) == 1


# --- Answers -------------------------------------------------------------------------------------


async def test_what_waits_to_be_sent_to_a_full_place_is_not_sent(hall: Hall) -> None:
    for account in (ANA, BEN, RUTH):
        await hall.helper(account, 0)
    call_out = await hall.calls({0: 1})
    table = call_out_recipients
    ruth = await hall.talks.person(RUTH)

    async def not_sent_yet(transaction: Transaction) -> None:
        await transaction.connection.execute(
            update(table).where(table.c.person_id == ruth.id).values(fate=Fate.DUE)
        )

    await hall.talks.look(not_sent_yet)
    await hall.taps(ANA, f"call-yes:{call_out.token}")
    await hall.passes(timedelta(minutes=1))
    assert (await fates_of(hall, call_out))[Fate.STOOD_DOWN] == 1
    assert "Enough people have said yes" in await hall.reads(BEN)

    await hall.taps(ANA, f"call-out:{call_out.token}")
    await hall.taps(OWNER, f"call-next:{call_out.token}")
    await hall.passes(timedelta(minutes=1))
    for account in (BEN, RUTH):
        assert "Can you come?" in await hall.reads(account)


async def test_a_check_that_ended_meanwhile_gives_no_place(hall: Hall) -> None:
    await hall.helper(ANA, 0, checked_until=hall.talks.now.date() + 30 * DAY)
    call_out = await hall.calls({0: 1}, checked_only=True)
    ana = await hall.talks.person(ANA)
    await hall.talks.look(
        lambda transaction: checks.end(
            transaction, ana.id, ana.id, hall.talks.now, Checked.BACKGROUND
        )
    )
    await hall.taps(ANA, f"call-yes:{call_out.token}")
    assert "whose check is good" in hall.talks.seen_by(ANA)
    assert [each.taken for each in await hall.places(call_out)] == [0]


async def test_the_place_of_somebody_who_leaves_goes_to_the_reserve(hall: Hall) -> None:
    for account in (ANA, BEN):
        await hall.helper(account, 0)
    call_out = await hall.calls({0: 1})
    await hall.taps(ANA, f"call-yes:{call_out.token}")
    await hall.taps(BEN, f"call-yes:{call_out.token}")
    await hall.talks.act(ANA, left)
    await hall.arrives()
    assert "it is your turn" in await hall.reads(BEN)
    assert [each.taken for each in await hall.places(call_out)] == [1]


async def test_whoever_was_not_called_or_is_blocked_has_no_say(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    call_out = await hall.calls({0: 1})
    await hall.helper(BEN, 0)
    await hall.taps(BEN, f"call-yes:{call_out.token}")
    assert "You were not called" in hall.talks.seen_by(BEN)
    ana = await hall.talks.person(ANA)
    await hall.talks.look(
        lambda transaction: blocks.block(transaction, ana.id, WhyBlocked.HARM, 1, hall.talks.now)
    )
    await hall.taps(ANA, f"call-yes:{call_out.token}")
    assert [each.taken for each in await hall.places(call_out)] == [0]
    await hall.taps(ANA, "call-yes:nothing")
    assert hall.talks.seen_by(ANA) == ""


async def test_what_its_author_wrote_is_forgotten_in_the_end(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    call_out = await hall.calls({0: 1})
    await hall.passes(4 * DAY)
    assert (await hall.now(call_out)).words is not None
    await hall.passes(8 * DAY)
    await hall.talks.tidied()
    ended = await hall.now(call_out)
    assert (ended.words, ended.place) == (None, None)
    await hall.taps(OWNER, f"call-roster:{call_out.token}")
    assert "Nobody has said yes" in hall.talks.seen_by(OWNER)


# --- Those who look after it ---------------------------------------------------------------------


async def composed(hall: Hall, account: str) -> None:
    """Let somebody answer every question of a call-out, up to the preview."""
    await hall.talks.begins(account, "callout")
    await hall.talks.answers(account, *press("packing", "skip"), words("Church hall"))
    await hall.talks.answers(account, *press(str(hall.areas[0]), "done"))
    await hall.talks.answers(account, words("Saturday 9 to 12"), words("2"))
    await hall.talks.answers(account, *press("done", "done", "no", "no"))


async def test_a_role_that_ended_while_somebody_typed_calls_nobody(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    await coordinator(hall, CORA, 0, 1)
    await composed(hall, CORA)
    assert "Send the call-out" in hall.talks.seen_by(CORA)
    cora = await hall.talks.person(CORA)
    await hall.talks.look(
        lambda transaction: roles.end(transaction, cora.id, Role.COORDINATOR, hall.talks.now)
    )
    await hall.talks.answers(CORA, *press("send"))
    assert "so I have called nobody" in hall.talks.seen_by(CORA)
    await hall.passes(timedelta(minutes=1))
    assert await hall.reads(ANA) == ""


async def test_without_a_second_one_too_many_cannot_be_called(hall: Hall) -> None:
    for account in (ANA, BEN):
        await hall.helper(account, 0)
    await coordinator(hall, DORA, 1)
    hall.talks.house = replace(hall.talks.house, agreement_above=1)
    await composed(hall, OWNER)
    seen = hall.talks.seen_by(OWNER)
    assert "Nobody else looks after all of these neighbourhoods" in seen
    assert "Send the call-out" not in seen


async def test_coordinators_of_elsewhere_see_and_do_nothing(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    await coordinator(hall, DORA, 1)
    call_out = await hall.calls({0: 1, 1: 1})
    for button in ("roster", "stop", "stop-yes", "stop-no", "agree", "refuse", "next"):
        await hall.taps(DORA, f"call-{button}:{call_out.token}")
        assert hall.talks.seen_by(DORA).startswith("You cannot do that here")
    assert (await hall.now(call_out)).standing is Standing.ANSWERING


async def test_unknown_sends_stand_in_the_queue_until_somebody_says_what_became_of_them(
    hall: Hall,
) -> None:
    await hall.helper(ANA, 0)
    await coordinator(hall, CORA, 0)
    await coordinator(hall, DORA, 1)
    call_out = await hall.calls({0: 1})
    recipient = await hall.stands(call_out, ANA)
    assert recipient is not None

    async def lose(transaction: Transaction) -> None:
        fates.note(transaction, recipient.id, Fate.UNKNOWN)

    await hall.talks.look(lose)
    await hall.taps(CORA, "queue:")
    assert "I do not know whether my message reached Name of" in hall.talks.seen_by(CORA)
    await hall.taps(DORA, "queue:")
    assert "Name of" not in hall.talks.seen_by(DORA)
    await hall.taps(DORA, f"call-arrived:{recipient.id}")
    assert hall.talks.seen_by(DORA).startswith("You cannot do that here")

    await hall.taps(CORA, f"call-not-arrived:{recipient.id}")
    assert await fates_of(hall, call_out) == {Fate.UNREACHABLE: 1}
    await hall.taps(CORA, f"call-arrived:{recipient.id}")
    assert "already seen to this" in hall.talks.seen_by(CORA)
    for forged in ("", "99", "no number"):
        await hall.taps(CORA, f"call-arrived:{forged}")
        assert hall.talks.seen_by(CORA) == ""


async def test_a_call_out_whose_role_ended_is_told_to_the_owners(hall: Hall) -> None:
    await hall.helper(ANA, 0)
    await coordinator(hall, CORA, 0)
    call_out = await hall.calls({0: 1}, CORA)
    cora = await hall.talks.person(CORA)
    await hall.talks.look(
        lambda transaction: roles.end(transaction, cora.id, Role.COORDINATOR, hall.talks.now)
    )
    before = await hall.reads(CORA)
    await hall.taps(ANA, f"call-yes:{call_out.token}")
    await hall.passes(timedelta(minutes=1))
    assert "1 of 1 places taken" in await hall.reads(OWNER)
    assert await hall.reads(CORA) == before
