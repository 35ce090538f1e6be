"""What a person typed never lies readable on the disk."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from storage import (
    approvals,
    backups,
    call_outs,
    chats,
    conversations,
    experiences,
    forgetting,
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
from storage.tables import Encrypted, Moment, metadata
from storage.tables import inbox as arrived
from tests.clock import BEGINNING
from tests.sealed_rows import NOBODYS, opened_in
from tests.storage import neighbours
from tests.storage.test_backups import content_of

#: Every column that holds readable text, and why it may.
PUBLIC = {
    "a keyed hash, which tells nothing without its key": {
        "chats.address_hash",
        "people.account_hash",
        "kept_out.account_hash",
        # Whose line an update is in, emptied with it.
        "inbox.line",
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
        "inbox.status",
        "turns.name",
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
    "the owner's words for the bots": {
        "inbox.messenger",
        *(f"{name}.bot" for name in ("chats", "outbox", "relay_messages", "relay_held")),
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


#: What holds no words: numbers, moments, and what is sealed. Whatever else there is may.
WORDLESS = (Integer, Boolean, Moment, Date, Encrypted)


def readable(tables: MetaData) -> set[str]:
    """Return every column that may hold words for everybody to read who has the file."""
    return _columns(tables, lambda kind: not isinstance(kind, WORDLESS))


def _columns(tables: MetaData, are_meant: Callable[[TypeEngine[Any]], bool]) -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in tables.sorted_tables
        for column in table.columns
        if are_meant(column.type)
    }


class Words(TypeDecorator[str]):
    """A type of our own that is text underneath."""

    impl = String
    cache_ok = True


def test_every_readable_text_has_its_reason() -> None:
    assert readable(metadata) == set().union(*PUBLIC.values())


@pytest.mark.parametrize("kind", [String(9), Text(), JSON(), LargeBinary(), Words()])
def test_a_column_that_may_hold_words_is_found_whatever_its_type(kind: TypeEngine[Any]) -> None:
    tables = MetaData()
    Table("notes", tables, Column("id", Integer), Column("note", kind), Column("sealed", Encrypted))
    assert readable(tables) == {"notes.note"}


SEALED = _columns(metadata, lambda kind: isinstance(kind, Encrypted))
#: What a scene below stores in each private column.
WORDS = {column: f"Wisteria {column}" for column in sorted(SEALED)}
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


async def filled(transaction: Transaction) -> set[str]:
    """Return the private columns in which anything stands."""
    found = set()
    for name in WORDS:
        table, column = (metadata.tables[name.split(".")[0]], name.split(".")[1])
        anything = select(table.c[column]).where(table.c[column].is_not(None))
        if (await transaction.connection.execute(anything)).first() is not None:
            found.add(name)
    return found


def back_up(file: Path) -> Path:
    folder = file.parent / "backups"
    folder.mkdir()
    source = backups.Source(file, file.with_suffix(".keys"), "0.1.0")
    return backups.make(source, folder, BEGINNING).path


@pytest.mark.sqlite("looks into its files")
async def test_private_words_are_found_in_no_file(database: Database, file: Path) -> None:
    # The log is emptied once the service has started.
    assert await database.transact(filled) == {"vault.probe"}
    await database.transact(say_everything)
    assert await database.transact(filled) == set(WORDS)
    backup = await asyncio.to_thread(back_up, file)
    # Once while it stands in the log of SQLite, and once from there on in the file itself.
    in_log = _on_disk(file)
    assert b"shopping" in in_log[".sqlite-wal"]
    await database.stop()
    in_file = _on_disk(file)
    assert b"shopping" in in_file[".sqlite"]
    inside = content_of(backup, file.with_suffix(".keys"))
    assert b"shopping" in inside
    places = [*in_log.items(), *in_file.items(), (".backup", backup.read_bytes()), ("in", inside)]
    assert {".sqlite", ".sqlite-wal", ".keys", ".backup"} <= {place for place, _ in places}
    for place, content in places:
        for words in {"Wisteria", *WORDS.values()} - {"keys"}:
            for spelled in (words, words.lower()):
                assert spelled.encode() not in content, place
            assert words.encode("utf-16-le") not in content, place


def _on_disk(file: Path) -> dict[str, bytes]:
    return {each.suffix: each.read_bytes() for each in file.parent.iterdir() if each.is_file()}


@pytest.mark.sqlite("looks into its files")
async def test_nothing_of_whoever_was_forgotten_opens_with_the_keys_of_now(
    database: Database, file: Path, tmp_path: Path
) -> None:
    """The file, its log, and a copy and a backup of both from before."""
    await database.transact(say_everything)
    everything = await database.transact(filled)
    backup = await asyncio.to_thread(back_up, file)
    before = _copied(file, tmp_path / "before")
    keys = database.keys

    async def forget(transaction: Transaction) -> None:
        person = await people.find(transaction, "telegram:7001")
        assert person is not None
        farewell = await forgetting.forget(transaction, person, BEGINNING)
        assert farewell is not None
        await forgetting.end_farewell(transaction, farewell.chat_id, BEGINNING)
        # What they wrote before was dealt with before.
        await transaction.connection.execute(update(arrived).values(status="done", body=None))

    async def destroy(transaction: Transaction) -> None:
        await forgetting.destroy_keys(transaction, BEGINNING)
        forgetting.begin_new_transit(transaction)

    async def end(transaction: Transaction) -> bool:
        return await forgetting.end_former_transit(transaction, BEGINNING)

    opened_before = {column for column, words in opened_in(before, keys).items() if words}
    assert opened_before == everything == set(WORDS)
    await database.transact(forget)
    await database.transact(destroy)
    while not await database.transact(end):
        pass
    restored = tmp_path / "restored.sqlite"
    restored.write_bytes(content_of(backup, file.with_suffix(".keys")))
    for place in (_copied(file, tmp_path / "now"), before, restored):
        words = opened_in(place, keys)
        assert not [each for found in words.values() for each in found if b"Wisteria" in each]
        assert set(words) <= NOBODYS, place.name


def _copied(file: Path, folder: Path) -> Path:
    folder.mkdir()
    for each in file.parent.glob(f"{file.name}*"):
        shutil.copy(each, folder / each.name)
    return folder / file.name


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
