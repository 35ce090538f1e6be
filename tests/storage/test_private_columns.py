"""What a person typed never lies readable on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import JSON, String, select

from storage import (
    approvals,
    call_outs,
    chats,
    conversations,
    experiences,
    helped_people,
    inbox,
    outbox,
    people,
    pictures,
    relay,
    repeats,
    rings,
    shown_buttons,
    tasks,
    worries,
)
from storage.approvals import Matter
from storage.conversations import Stored
from storage.database import Database, Transaction
from storage.experiences import How, Side
from storage.helped_people import Consent
from storage.model import ConsentHow, Relation, Secrets
from storage.private import PrivateText
from storage.tables import Encrypted, metadata
from tests.clock import BEGINNING
from tests.storage import neighbours

#: Every column that holds readable text, and why it may.
PUBLIC = {
    "a keyed hash, which tells nothing without its key": {
        "chats.address_hash",
        "people.account_hash",
        "kept_out.account_hash",
    },
    "name of a key, random": {"people.key", "helped_people.key", "forgettings.key"},
    "code of a language": {
        "people.language",
        "groups.language",
        "tasks.language_wanted",
        "repeats.language_wanted",
        "volunteers.languages",
        "call_outs.languages",
    },
    "set by the owner of the scheme for everybody to see": {
        "settings.name",
        "settings.value",
        "neighbourhoods.name",
        "neighbourhoods.name_folded",
        "neighbourhoods.time_zone",
        "neighbourhoods.outline",
        "organisations.name",
        "organisations.name_folded",
        "postcodes.prefix",
    },
    "one of a few words of ours": {
        "volunteers.times",
        "volunteers.asked_at_most",
        "volunteer_kinds.kind",
        "tasks.status",
        "tasks.kind",
        "tasks.level",
        "tasks.size",
        "tasks.needs",
        "tasks.who_pays",
        "tasks.closed_as",
        "blocks.reason",
        "kept_out.reason",
        *("no_shows.why", "reached_limits.what", "entry_links.purpose"),
        "checks.what",
        "reveals.stage",
        "conversations.name",
        "inbox.messenger",
        "inbox.status",
        "outbox.action",
        "outbox.purpose",
        "outbox.status",
        "outbox.label",
        "due_work.kind",
        "roles.role",
        "invitations.role",
        "helped_people.relation",
        "helped_people.consent_how",
        "tasks.reach",
        "asks.answer",
        "approvals.kind",
        "approvals.status",
        "experiences.side",
        "experiences.how",
        "expenses.status",
        *(f"call_outs.{name}" for name in ("status", "purpose", "kinds")),
        *("call_out_recipients.fate", "call_out_recipients.answer"),
        *(f"repeats.{name}" for name in ("status", "kind", "level", "size", "needs", "who_pays")),
        *("tasks.left_out", "repeats.left_out"),
    },
    "made up by us": {
        *(
            "tasks.reference",
            "tasks.token",
            "tasks.request",
            "repeats.request",
            "hand_overs.request",
        ),
        *("start_links.token", "invitations.token", "repeats.token", "entry_links.token"),
        "call_outs.token",
    },
    "numbers of neighbourhoods": {"invitations.areas", "tasks.named", "repeats.named"},
    "a digest of what a group reads anyway": {"overviews.digest"},
    "a digest of numbers": {"call_outs.digest"},
    "code of a currency": {"expenses.currency"},
}


def _columns_of(*types: type) -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, types)
    }


def test_every_readable_text_has_its_reason() -> None:
    assert _columns_of(String, JSON) == set().union(*PUBLIC.values())


#: What a scene below stores in each private column.
WORDS = {column: f"Wisteria {column}" for column in sorted(_columns_of(Encrypted))}
#: What was not typed: made by the app, or by ourselves.
WORDS |= {people.ACCOUNT: "telegram:7001", chats.ADDRESS: "telegram:7001", "vault.probe": "keys"}


async def say_everything(transaction: Transaction) -> None:
    private = {column: PrivateText(words) for column, words in WORDS.items()}
    person = await neighbours.person(transaction, 7001)
    await people.set_name(transaction, person, private[people.NAME])
    await people.set_phone(transaction, person, private[people.PHONE])
    await rings.put(transaction, person, private[rings.WORDS], BEGINNING)
    await rings.put(transaction, person, private[rings.PASSED_ON], BEGINNING, is_passed_on=True)
    await pictures.keep(
        transaction, person.key, WORDS[pictures.CONTENT].encode(), BEGINNING, BEGINNING
    )
    agreed = Consent(ConsentHow.IN_PERSON, BEGINNING, BEGINNING.date())
    helped = private[helped_people.NAME]
    await helped_people.add(transaction, person.id, helped, Relation.RELATIVE, None, agreed)
    secrets = Secrets(**{name: private[f"tasks.{name}"] for name in tasks.SECRETS})
    task = await neighbours.request(transaction, person, secrets=secrets)
    written = relay.Sent(11, private[relay.WORDS])
    await relay.add(transaction, task, person, person.id, written, BEGINNING)
    await relay.hold(transaction, person, relay.Sent(12, private[relay.HELD_WORDS]), BEGINNING)
    thanks = private[approvals.WORDS]
    await approvals.propose(transaction, Matter.THANKS, task, person, thanks, BEGINNING)
    await experiences.note(transaction, task, person, Side.RESIDENT, How.GOOD, BEGINNING)
    await experiences.add_words(transaction, task, person, private[experiences.WORDS])
    await worries.add(transaction, person, BEGINNING, words=private[worries.WORDS])
    weekly = Secrets(**{name: private[f"repeats.{name}"] for name in repeats.SECRETS})
    assert await repeats.add(transaction, person, neighbours.repeat(task, weekly)) is not None
    words, place = private[call_outs.WORDS], private[call_outs.PLACE]
    wanted = {await neighbours.neighbourhood(transaction): 2}
    await neighbours.call_out_of(transaction, person, wanted, words, place)
    stored = Stored("ask", BEGINNING, BEGINNING, private[conversations.STATE])
    conversations.save(transaction, person, stored)
    shown_buttons.remember(transaction, person, [(WORDS[shown_buttons.BUTTONS], "x")], BEGINNING)
    await inbox.keep(transaction, "telegram", [(1, WORDS[inbox.BODY])], BEGINNING)
    message = neighbours.message(person.chat_id, WORDS[outbox.PAYLOAD], key=person.key)
    await outbox.add(transaction, [message], BEGINNING)


@pytest.mark.sqlite("looks into its files")
async def test_private_words_are_found_in_no_file(database: Database, file: Path) -> None:
    await database.transact(say_everything)

    async def said(transaction: Transaction) -> set[str]:
        found = set()
        for name in WORDS:
            table, column = (metadata.tables[name.split(".")[0]], name.split(".")[1])
            filled = select(table.c[column]).where(table.c[column].is_not(None))
            if (await transaction.connection.execute(filled)).first() is not None:
                found.add(name)
        return found

    assert await database.transact(said) == set(WORDS)
    files = [each for each in file.parent.iterdir() if each.is_file()]
    assert {each.suffix for each in files} >= {".sqlite", ".sqlite-wal", ".keys"}
    on_disk = b"".join(each.read_bytes() for each in files)
    assert b"shopping" in on_disk
    assert b"telegram:7001" not in on_disk
    assert b"Wisteria" not in on_disk


async def test_private_words_come_back_to_whoever_may_read_them(database: Database) -> None:
    await database.transact(say_everything)

    async def read(transaction: Transaction) -> None:
        person = await people.find(transaction, "telegram:7001")
        assert person is not None
        assert person.first_name == PrivateText(WORDS[people.NAME])
        stored = await conversations.load(transaction, person)
        assert stored is not None
        assert stored.state.reveal() == WORDS[conversations.STATE]
        (arrived,) = await inbox.waiting(transaction, "telegram")
        assert arrived.body.reveal() == WORDS[inbox.BODY]

    await database.transact(read)


async def test_a_conversation_is_kept_once_and_forgotten(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        later = BEGINNING + timedelta(minutes=1)
        for moment, words in ((BEGINNING, "{}"), (later, "{1}")):
            stored = Stored("ask", BEGINNING, moment, PrivateText(words))
            conversations.save(transaction, person, stored)
        assert await conversations.load(transaction, person) == stored
        assert await conversations.forget(transaction, person)
        assert not await conversations.forget(transaction, person)
        assert await conversations.load(transaction, person) is None

    await database.transact(scene)


@pytest.mark.parametrize("show", [repr, str, lambda private: f"{private}", "{!r:>20}".format])
def test_private_text_shows_nothing(show: object) -> None:
    assert callable(show)
    assert "Wisteria" not in show(PrivateText("Wisteria"))
