"""Everybody is shown all that is kept about them, and no word of anybody else."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import update

from handlers import settled
from handlers.keeping import mydata, privacy
from handlers.keeping.as_json import FORMAT, VERSION
from handlers.messages import Say
from handlers.payload import Json, Page
from handlers.texts import Line, T
from storage import (
    approvals,
    conversations,
    experiences,
    helped_people,
    outbox,
    people,
    relay,
    repeats,
    reveals,
    rings,
    shown_buttons,
    tasks,
    worries,
)
from storage.approvals import Matter
from storage.conversations import Stored
from storage.database import Transaction
from storage.experiences import How, Side
from storage.helped_people import Consent
from storage.model import ConsentHow, Kind, Person, Relation, Secrets, Stage, Task
from storage.private import PrivateText
from storage.retention import periods
from storage.tables import tasks as task_rows
from tests.clock import BEGINNING
from tests.endurance.marked import Marks, marks_in
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, TOKEN, Talks, talks_in
from tests.storage import neighbours

#: What each writes that they are shown word for word.
TOLD: Final = ("name", "thanks", "how it went", "worry", "relay", "held back")


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    async with talks_in(tmp_path) as made:
        yield made


class Party:
    """Somebody who writes a word of their own wherever somebody can write one."""

    def __init__(self, marks: Marks, who: str) -> None:
        self._marks = marks
        self._who = who
        self.words: dict[str, str] = {}

    def word(self, where: str) -> PrivateText:
        """Return a word that stands nowhere else."""
        self.words[where] = self._marks.word(f"{where} of {self._who}")
        return PrivateText(self.words[where])

    @property
    def all(self) -> set[str]:
        """All that they wrote."""
        return set(self.words.values())


async def _meet(talks: Talks, resident: Party, helper: Party) -> Task:
    """Let two do with each other all that is kept of people."""
    for account, party in ((RUTH, resident), (ANA, helper)):
        person = await talks.person(account)
        name = party.word("name")
        await talks.look(partial(people.set_name, person=person, name=name))
    await talks.offers(ANA, Kind.SHOPPING)

    async def scene(transaction: Transaction) -> Task:
        ruth, ana = [await people.find(transaction, each) for each in (RUTH, ANA)]
        assert ruth is not None
        assert ana is not None
        secrets = Secrets(**{name: resident.word(name) for name in repeats.SECRETS})
        task = await neighbours.request(transaction, ruth, TOKEN, secrets=secrets)
        await tasks.claim(transaction, task, ana.id, BEGINNING, 3)
        task = await tasks.get(transaction, task.id)
        for stage, person in ((Stage.CLAIMED, ana), (Stage.WORRY, ana), (Stage.READ, ana)):
            await reveals.record(transaction, task, person.id, stage, BEGINNING)
        note = Secrets(handover_note=helper.word("note"))
        await tasks.add_secrets(transaction, task, ruth, note)
        await _write(transaction, task, ruth, ana, resident)
        await _write(transaction, task, ana, ruth, helper)
        told = PrivateText("…").joined(
            " ", [ruth.first_name or PrivateText(""), ana.first_name or PrivateText("")]
        )
        await rings.put(transaction, ruth, told, BEGINNING, task=task)
        passed = helper.word("passed on").owned_by(ana.key)
        await rings.put(transaction, ruth, passed, BEGINNING, task=task, is_passed_on=True)
        waiting = neighbours.message(ruth.chat_id, helper.word("on its way").reveal(), key=ruth.key)
        await outbox.add(transaction, [waiting], BEGINNING)
        quoted = helper.word("quoted").owned_by(ana.key)
        await relay.hold(transaction, ruth, relay.Sent(999, quoted), BEGINNING)
        shown = [(helper.word("button").reveal(), "x")]
        shown_buttons.remember(transaction, ruth, shown, BEGINNING)
        state = Stored("ask", BEGINNING, BEGINNING, helper.word("draft"))
        conversations.save(transaction, ruth, state)
        agreed = Consent(ConsentHow.IN_PERSON, BEGINNING, BEGINNING.date())
        others = helper.word("name of somebody asked for")
        await helped_people.add(transaction, ruth.id, others, Relation.RELATIVE, None, agreed)
        wanted = {await neighbours.neighbourhood(transaction, "Northside"): 2}
        text, place = helper.word("call-out"), helper.word("place of a call-out")
        call_out = await neighbours.call_out_of(transaction, ana, wanted, text, place)
        await neighbours.called(transaction, call_out.id, ruth)
        return task

    return await talks.look(scene)


async def _write(
    transaction: Transaction, task: Task, person: Person, other: Person, party: Party
) -> None:
    sent = relay.Sent(person.id, party.word("relay"))
    await relay.add(transaction, task, person, other.id, sent, BEGINNING)
    held = relay.Sent(person.id + 100, party.word("held back"))
    await relay.hold(transaction, person, held, BEGINNING)
    words = party.word("thanks")
    await approvals.propose(transaction, Matter.THANKS, task, person, words, BEGINNING)
    side = Side.RESIDENT if person.id == task.resident_id else Side.HELPER
    await experiences.note(transaction, task, person, side, How.GOOD, BEGINNING)
    await experiences.add_words(transaction, task, person, party.word("how it went"))
    worry = party.word("worry")
    await worries.add(transaction, person, BEGINNING, task_id=task.id, words=worry)


async def _shown(talks: Talks, account: str) -> tuple[str, dict[str, Any], str]:
    """Return all that /mydata gives: what is written, the JSON, and the text."""
    await talks.act(account, mydata.mydata)
    return _read(talks, account)


def _read(talks: Talks, account: str) -> tuple[str, dict[str, Any], str]:
    documents = [each.document for each in talks.said if isinstance(each, Say)]
    (text,) = [each.text for each in documents if isinstance(each, Page)]
    jsons = [each.written for each in documents if isinstance(each, Json)]
    return talks.seen_by(account), json.loads(jsons[0]) if jsons else {}, text


async def test_no_word_of_the_other_side_is_in_it(talks: Talks) -> None:
    marks = Marks()
    resident, helper = Party(marks, "the resident"), Party(marks, "the helper")
    for account in (RUTH, ANA):
        await talks.arrives(account)
    await _meet(talks, resident, helper)
    for account, own, other in ((RUTH, resident, helper), (ANA, helper, resident)):
        written, found, text = await _shown(talks, account)
        everything = marks_in([written, json.dumps(found), text])
        assert not everything & other.all, sorted(
            marks.meaning[each] for each in everything & other.all
        )
        told = {own.words[each] for each in TOLD}
        assert marks_in([text]) >= told
        assert marks_in([json.dumps(found)]) >= told


async def test_what_others_wrote_is_said_to_be_there_and_when_it_goes(talks: Talks) -> None:
    marks = Marks()
    for account in (RUTH, ANA):
        await talks.arrives(account)
    await _meet(talks, Party(marks, "the resident"), Party(marks, "the helper"))
    _, found, text = await _shown(talks, RUTH)
    parts = {each["part"]: each["rows"] for each in found["parts"]}
    (row,) = parts["written-to-you"]
    assert row["withheld"] == ["words"]
    assert row["goes"] == [{"what": [], "days": 7, "at": "2026-04-20T09:00:00+00:00"}]
    assert (found["format"], found["version"], found["about"]) == (FORMAT, VERSION, "you")
    assert "What the other side wrote to you" in text
    # Nobody hears from it that somebody worries about them.
    assert [each["values"]["stage"] for each in parts["seen-by-others"]] == ["claimed", "read"]
    assert len(parts["worries"]) == 1


async def test_it_is_sent_once_an_hour(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.act(RUTH, mydata.mydata)
    assert len(talks.said) == 3
    # It is theirs: nothing hinders them from saving it.
    assert not any(each.protect for each in talks.said if isinstance(each, Say))
    talks.now += timedelta(minutes=59)
    await talks.act(RUTH, mydata.mydata)
    assert len(talks.said) == 1
    assert "not long ago" in talks.seen_by(RUTH)
    talks.now += timedelta(minutes=1)
    await talks.act(RUTH, mydata.mydata)
    assert len(talks.said) == 3


async def test_a_coordinator_reads_it_to_whoever_has_no_app(talks: Talks) -> None:
    await talks.arrives(OWNER, "Olive")
    await talks.arrives(RUTH, "Ruth")
    task = await talks.request(RUTH, by_phone=True)
    ruth = await talks.person(RUTH)
    worry = PrivateText("somebody shouts at me")
    await talks.look(lambda each: worries.add(each, ruth, BEGINNING, words=worry))
    await talks.taps(OWNER, f"{mydata.OF}:{task.token}")
    written, found, text = _read(talks, OWNER)
    assert "What is kept about Ruth" in text
    # Those who look after requests are no safeguarding leads.
    assert "shouts" not in written + text
    assert found == {}
    logged = await talks.look(lambda each: reveals.of_task(each, task))
    assert [each.stage for each in logged] == [Stage.READ]


@pytest.mark.parametrize("account", [BEN, RUTH])
async def test_nobody_else_reads_what_is_kept_about_others(talks: Talks, account: str) -> None:
    for each in (RUTH, BEN):
        await talks.arrives(each, "Somebody")
    task = await talks.request(RUTH, by_phone=True)
    await talks.taps(account, f"{mydata.OF}:{task.token}")
    assert not any(isinstance(each, Say) and each.document for each in talks.said)


async def test_whoever_can_ask_themselves_is_not_read_by_others(talks: Talks) -> None:
    await talks.arrives(OWNER, "Olive")
    await talks.arrives(RUTH, "Ruth")
    task = await talks.request(RUTH)
    await talks.taps(OWNER, f"{mydata.OF}:{task.token}")
    assert not any(isinstance(each, Say) and each.document for each in talks.said)


async def test_in_spanish_every_word_of_ours_is_spanish(talks: Talks) -> None:
    marks = Marks()
    for account in (RUTH, ANA):
        await talks.arrives(account, language="es")
    task = await _meet(talks, Party(marks, "the resident"), Party(marks, "the helper"))
    await talks.look(
        lambda each: each.connection.execute(
            update(task_rows).where(task_rows.c.id == task.id).values(needs=["car"], size="bags")
        )
    )
    _, _, text = await _shown(talks, RUTH)
    assert "Lo que ha pedido" in text
    assert "Un coche" in text
    for word in ("claimed", "resident", "open", "What", "yes"):
        assert word not in text.split()


async def test_what_people_are_told_follows_what_owners_set(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.look(lambda each: settled.put(each, keep_requests=5, keep_worries=900))
    await talks.act(RUTH, privacy.privacy)
    house = await talks.look(lambda each: settled.settled(each, talks.house))
    assert house.texts.say(T("done-closed-again"), "en").endswith("120 hours from now.")
    assert "go 5 days after it is closed" in house.texts.say_all(_lines_of(talks), "en")
    # More than may be is as long as may be.
    assert house.keeps(periods.WORRIES) == periods.WORRIES.most
    assert talks.house.texts.say(T("done-closed-again"), "en").endswith("72 hours from now.")


def _lines_of(talks: Talks) -> list[Line]:
    return [line for each in talks.said if isinstance(each, Say) for line in each.lines]
