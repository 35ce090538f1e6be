"""What follows when help is done, as far as stories do not tell it: who may, until when."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest

from handlers import timed
from handlers.afterwards import approving, confirming, how_it_went, reciprocity, thanks
from handlers.card_line import noticing
from handlers.card_line.noticing import Surroundings
from handlers.helping import doorstep_words
from handlers.house import PersonalTurn
from handlers.messages import Message
from handlers.outcomes import Outcome, Refused, Went
from handlers.question import Picked
from handlers.texts import Line, Paragraph, Personal, Texts, folded
from handlers.understanding.identifiers.kinds import Identifier
from storage import approvals, due_work, experiences, people, tasks, worries
from storage.approvals import Matter
from storage.database import Transaction
from storage.due_work import DueWork
from storage.experiences import How, Side
from storage.model import Kind, Secrets, Task
from storage.private import PrivateText
from storage.queue import EVERYTHING
from storage.retention.periods import HOW_IT_WENT, THANKS
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, TOKEN, Talks, talks_in, words

DAY: Final = timedelta(days=1)


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ruth asks, Ana helps, and an owner looks after the scheme."""
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(RUTH, "Ruth")
        await talks.arrives(ANA, "Ana")
        yield talks


async def _helped(talks: Talks, kind: Kind = Kind.SHOPPING) -> Task:
    """Let Ana have helped Ruth, and return the task."""
    task = await talks.request(RUTH, kind=kind)
    ana = await talks.person(ANA)

    async def work(transaction: Transaction) -> None:
        assert await tasks.claim(transaction, task, ana.id, talks.now, 3)
        assert await tasks.finish(transaction, task, ana.id, talks.now)

    await talks.look(work)
    return await talks.task()


def _messages(outcome: Outcome) -> list[Message]:
    match outcome:
        case Went(messages=messages):
            return messages
        case _:
            return []


async def _confirms(talks: Talks) -> None:
    async def does(turn: PersonalTurn) -> list[Message]:
        return _messages(await confirming.confirm(turn, await _task(turn)))

    await talks.act(RUTH, does)


async def _task(turn: PersonalTurn) -> Task:
    found = await tasks.with_token(turn.transaction, TOKEN)
    assert found is not None
    return found


async def _time_comes(talks: Talks, kind: str, subject: int) -> None:
    """Do timed work as the service does it."""

    async def work(transaction: Transaction) -> None:
        await timed.do(transaction, DueWork(0, kind, subject, talks.now), talks.now, talks.house)

    await talks.look(work)


async def _may_be_asked_to_offer(talks: Talks) -> bool:
    ruth = await talks.person(RUTH)
    return await talks.look(lambda each: experiences.ask_to_offer(each, ruth.id, talks.now))


# --- Words at the door ---------------------------------------------------------------------------


def _apart(first: str, second: str) -> int:
    """Return in how many letters two words differ, by the fewest changes."""
    row = list(range(len(second) + 1))
    for number, letter in enumerate(first, 1):
        above, row = row, [number]
        for place, other in enumerate(second, 1):
            same = above[place - 1] + (letter != other)
            row.append(min(above[place] + 1, row[-1] + 1, same))
    return row[-1]


@pytest.mark.parametrize("language", Texts().languages)
def test_every_language_has_a_word_for_every_thing(language: str) -> None:
    known = doorstep_words.words_in(language)
    assert known.keys() == doorstep_words.words_in("en").keys()
    assert len(known) >= 200
    for first, second in combinations(map(folded, known.values()), 2):
        assert _apart(first, second) > 1, (first, second)
    assert max(map(len, known.values())) <= 20


async def test_each_claim_has_two_new_words(talks: Talks) -> None:
    task = await talks.request(RUTH)
    given: list[Secrets] = []

    async def renew(turn: PersonalTurn) -> list[Message]:
        await doorstep_words.renew(turn, task, await people.get(turn.transaction, task.resident_id))
        given.append(await tasks.secrets_of(turn.transaction, task))
        return []

    for _ in range(20):
        await talks.act(ANA, renew)
    pairs = {(each.resident_word, each.helper_word) for each in given}
    assert len(pairs) == 20
    assert all(mine and theirs and mine != theirs for mine, theirs in pairs)


async def test_a_claim_without_words_is_helped_without_them(talks: Talks) -> None:
    task = await _helped(talks)
    ruth, ana = await talks.person(RUTH), await talks.person(ANA)
    assert doorstep_words.for_resident(task, Secrets(), ruth, ana) == []
    assert doorstep_words.for_helper(Secrets(), ruth, ana) == []


async def test_a_thing_that_left_the_list_is_still_one_word_for_both(talks: Talks) -> None:
    task = await _helped(talks)
    ruth, ana = await talks.person(RUTH), replace(await talks.person(ANA), language="es")
    old = Secrets(resident_word=PrivateText("gramophone"), helper_word=PrivateText("apricot"))
    (line,) = doorstep_words.for_helper(old, ruth, ana)
    said = talks.house.texts.say(line, "es")
    assert "gramophone" in said
    assert "albaricoque (apricot)" in said
    (line,) = doorstep_words.for_resident(task, old, ruth, ana)
    assert "apricot (albaricoque)" in talks.house.texts.say(line, "en")


# --- Thanks --------------------------------------------------------------------------------------


async def _wants_to_thank(talks: Talks) -> None:
    task = await talks.task()
    await talks.begins(RUTH, "thanks", f"{task.token}:{task.claim_number}")


async def test_thanks_wait_for_the_word_that_it_is_done(talks: Talks) -> None:
    await _helped(talks)
    await _wants_to_thank(talks)
    assert "once you have said that it is done" in talks.seen_by(RUTH)


async def test_thanks_can_be_sent_for_two_days(talks: Talks) -> None:
    await _helped(talks)
    await _confirms(talks)
    talks.now += thanks.THANKS_FOR
    await _wants_to_thank(talks)
    assert "What would you like to say to Ana?" in talks.seen_by(RUTH)
    talks.now += timedelta(seconds=1)
    await talks.answers(RUTH, Picked("simply"))
    assert "two days only" in talks.seen_by(RUTH)
    assert talks.seen_by(ANA) == ""


async def test_who_was_rung_is_glad_to_have_talked(talks: Talks) -> None:
    await _helped(talks, Kind.PHONE_CALL)
    await _confirms(talks)
    await _wants_to_thank(talks)
    assert "It was good to talk" in talks.seen_by(RUTH)
    assert "glad to see you" not in talks.seen_by(RUTH)


async def test_thanks_of_an_earlier_claim_reach_nobody(talks: Talks) -> None:
    await _helped(talks)
    await _confirms(talks)
    await talks.begins(RUTH, "thanks", f"{TOKEN}:0")
    assert talks.seen_by(ANA) == ""
    assert "Thank you" not in talks.seen_by(RUTH)


async def test_nobody_else_thanks_in_the_name_of_a_resident(talks: Talks) -> None:
    await _helped(talks)
    await _confirms(talks)
    await talks.begins(ANA, "thanks", f"{TOKEN}:1")
    assert "What would you like to say" not in talks.seen_by(ANA)


async def test_words_go_to_every_owner_with_what_was_found_in_them(talks: Talks) -> None:
    await _helped(talks)
    await _confirms(talks)
    await _wants_to_thank(talks)
    await talks.answers(RUTH, Picked("own"), words("Ring me: 020 7946 0000"), Picked("send"))
    assert "A phone number: 020 7946 0000" in talks.seen_by(OWNER)


# --- How it went ---------------------------------------------------------------------------------


async def _says(talks: Talks, account: str, detail: str) -> Outcome:
    heard: list[Outcome] = []

    async def does(turn: PersonalTurn) -> list[Message]:
        outcome = await how_it_went.say(turn, await _task(turn), detail)
        heard.append(outcome)
        return _messages(outcome)

    await talks.act(account, does)
    return heard[0]


@pytest.mark.parametrize("detail", ["1:wonderful", "2:good", "0:good", "", "good"])
async def test_a_forged_answer_is_no_answer(talks: Talks, detail: str) -> None:
    await _helped(talks)
    assert isinstance(await _says(talks, ANA, detail), Refused)


async def test_only_the_two_sides_say_how_it_went(talks: Talks) -> None:
    await talks.arrives(BEN, "Ben")
    await _helped(talks)
    assert isinstance(await _says(talks, BEN, "1:good"), Refused)
    assert isinstance(await _says(talks, RUTH, "1:good"), Refused)
    await _confirms(talks)
    assert isinstance(await _says(talks, RUTH, "1:good"), Went)
    assert isinstance(await _says(talks, ANA, "1:mixed"), Went)


async def test_words_for_coordinators_are_deleted_after_their_time(talks: Talks) -> None:
    task = await _helped(talks)
    await _says(talks, ANA, "1:mixed")
    await talks.begins(ANA, "how-it-went", f"{TOKEN}:1")
    await talks.answers(ANA, words("The stairs are steep."))
    assert "The stairs are steep." in talks.seen_by(OWNER)
    await talks.tidied(HOW_IT_WENT.default)
    ana = await talks.person(ANA)
    kept = await talks.look(lambda each: experiences.find(each, task.id, ana.id))
    assert kept is not None
    assert (kept.how, kept.words) == (How.MIXED, None)


# --- Approvals -----------------------------------------------------------------------------------


async def test_words_are_deleted_a_week_after_they_were_decided_about(talks: Talks) -> None:
    task = await _helped(talks)
    await talks.begins(ANA, "thought", f"{TOKEN}:1")
    await talks.answers(ANA, words("Bring two bags."), Picked("send"))
    proposal = await talks.look(
        lambda each: approvals.handed_in(each, Matter.THOUGHT, task.id, task.helper_id or 0)
    )
    assert proposal is not None
    await talks.act(OWNER, lambda turn: _approves(turn, proposal.id))
    await talks.tidied(THANKS.default)
    kept = await talks.look(lambda each: approvals.find(each, proposal.id))
    assert kept is not None
    assert kept.words is None


async def _approves(turn: PersonalTurn, number: int) -> list[Message]:
    proposal = await approvals.find(turn.transaction, number)
    assert proposal is not None
    stamp = int(proposal.created_at.timestamp())
    return await approving.TAPS["approve"](turn, f"{number}:{stamp}") or []


async def test_a_button_for_earlier_words_decides_nothing_about_new_ones(talks: Talks) -> None:
    await _helped(talks)
    await talks.begins(ANA, "thought", f"{TOKEN}:1")
    await talks.answers(ANA, words("Bring two bags."), Picked("send"))

    async def approves(turn: PersonalTurn) -> list[Message]:
        return await approving.TAPS["approve"](turn, "1:12345") or []

    await talks.act(OWNER, approves)
    assert "already" in talks.seen_by(OWNER)
    waiting = await talks.look(partial(approvals.waiting, sight=EVERYTHING))
    assert [each.words for each in waiting] == [PrivateText("Bring two bags.")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("bring two bags", []),
        ("Flat 3 has no bell", ["found-flat"]),
        ("ask @ana_helps", ["found-handle"]),
        ("see shop.example for bread", ["found-link"]),
        ("RUTH’s cat bites", ["found-name"]),
        ("mind the cat of ruth", ["found-name"]),
        ("the lift in albion works", ["found-street"]),
    ],
)
def test_it_is_told_what_may_point_at_somebody(text: str, kinds: list[str]) -> None:
    own = ((Identifier.NAME, "Ruth"), (Identifier.STREET, "Albion Road"), (Identifier.NAME, "Jo"))
    around = Surroundings(own=tuple((kind, PrivateText(name)) for kind, name in own))
    found = noticing.told(PrivateText(text), around)
    assert [each.id for each in parts_of(found)] == kinds


def parts_of(lines: list[Line]) -> list[Personal]:
    """Return what was told of each kind that was found."""
    paragraphs = [each for each in lines if isinstance(each, Paragraph)]
    return [each for one in paragraphs for each in one.lines if isinstance(each, Personal)]


# --- Offering something too ----------------------------------------------------------------------


async def test_whoever_was_helped_is_asked_to_offer_once(talks: Talks) -> None:
    task = await _helped(talks)
    await _time_comes(talks, reciprocity.ASK_TO_OFFER, task.id)
    assert not await _may_be_asked_to_offer(talks)


async def test_nobody_is_asked_to_offer_at_night(talks: Talks) -> None:
    task = await _helped(talks)
    talks.now += timedelta(hours=12)
    await _time_comes(talks, reciprocity.ASK_TO_OFFER, task.id)
    assert await _may_be_asked_to_offer(talks)


@pytest.mark.parametrize("kind", [Kind.LISTENING, Kind.SHOPPING])
async def test_whoever_wanted_to_be_listened_to_is_left_in_peace(talks: Talks, kind: Kind) -> None:
    task = await _helped(talks, kind)
    await _confirms(talks)
    planned = await talks.look(
        lambda each: due_work.is_planned(each, reciprocity.ASK_TO_OFFER, task.id)
    )
    assert planned is (kind is Kind.SHOPPING)


async def test_nobody_is_asked_to_offer_who_offers_already(talks: Talks) -> None:
    await talks.offers(RUTH, Kind.POST)
    assert not await _may_be_asked_to_offer(talks)


async def test_nobody_is_asked_to_offer_for_whom_it_did_not_go_well(talks: Talks) -> None:
    task = await _helped(talks)
    ruth = await talks.person(RUTH)

    async def work(transaction: Transaction) -> None:
        await experiences.note(transaction, task, ruth, Side.RESIDENT, How.NOT_GOOD, talks.now)

    await talks.look(work)
    assert not await _may_be_asked_to_offer(talks)


async def test_nobody_is_asked_to_offer_who_reported_a_worry(talks: Talks) -> None:
    ruth = await talks.person(RUTH)

    async def work(transaction: Transaction) -> None:
        await worries.add(transaction, ruth, talks.now, task_id=None, words=None)

    await talks.look(work)
    assert not await _may_be_asked_to_offer(talks)
