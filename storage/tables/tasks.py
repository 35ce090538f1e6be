"""Requests, who was asked or shown what of them, and where their cards hang."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
)

from storage.dialects import JsonList
from storage.tables.columns import Encrypted, Moment, metadata, partial_index

#: The condition under which a request has something that could tell whose it is. It stands in the
#: index and in the statement alike, word for word, so that the one serves the other.
TELLING = "(language_wanted is not null or needs <> '[]' or ceiling is not null)"

tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    # Stands on the card, for people to speak of; opens nothing.
    Column("reference", String(12), nullable=False, unique=True),
    # Stands in buttons; opens nothing by itself either.
    Column("token", String(16), nullable=False, unique=True),
    Column("resident_id", ForeignKey("people.id"), nullable=False, index=True),
    # The person helped, where somebody else asked for them; news goes to whoever asked.
    Column("helped_id", ForeignKey("helped_people.id"), index=True),
    # Shared by the tasks of a request that takes several helpers: one task for each.
    Column("request", String(16), nullable=False, index=True, server_default=text("''")),
    Column("slot", Integer, nullable=False, server_default=text("1")),
    Column("slots", Integer, nullable=False, server_default=text("1")),
    Column("repeat_id", ForeignKey("repeats.id"), index=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    # The partner organisation that it was handed over to, where it was.
    Column("organisation_id", ForeignKey("organisations.id"), index=True),
    # Whether its resident has no app and is rung: see `people.rung`.
    Column("by_phone", Boolean, nullable=False, server_default=false()),
    Column("status", String(16), nullable=False),
    # How far an unclaimed task has been carried: see `model.Reach`.
    Column("reach", String(16), nullable=False, server_default=text("'posted'")),
    Column("kind", String(32), nullable=False),
    Column("level", String(16), nullable=False),
    Column("size", String(16)),
    Column("needs", JsonList, nullable=False),
    Column("language_wanted", String(8)),
    Column("who_pays", String(16)),
    Column("ceiling", Integer),
    # The neighbourhoods that its card named when it was posted.
    Column("named", JsonList, nullable=False, server_default=text("'[]'")),
    # What is not on its card, since it would tell whose it is: see `model.Detail`.
    Column("left_out", JsonList, nullable=False, server_default=text("'[]'")),
    Column("window_start", Moment, nullable=False),
    Column("window_end", Moment, nullable=False),
    Column("first_name", Encrypted("token")),
    Column("words", Encrypted("token")),
    Column("place", Encrypted("token")),
    Column("street", Encrypted("token")),
    Column("door", Encrypted("token")),
    Column("entry_notes", Encrypted("token")),
    Column("phone", Encrypted("token")),
    # What each asks the other for at the door.
    Column("resident_word", Encrypted("token")),
    Column("helper_word", Encrypted("token")),
    # What a helper who handed the task back wrote for the next one.
    Column("handover_note", Encrypted("token")),
    Column("helper_id", ForeignKey("people.id"), index=True),
    # Rises with every claim, so that what was said for one claim is never taken for the next.
    Column("claim_number", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Moment, nullable=False),
    # Since when it has waited for somebody to take it: from the last time that it was opened.
    Column("opened_at", Moment),
    Column("claimed_at", Moment),
    # When the helper said that they are in touch, or showed it by writing or setting off.
    Column("contact_at", Moment),
    # When the helper said that they would come.
    Column("coming_from", Moment),
    Column("coming_until", Moment),
    Column("set_off_at", Moment),
    Column("closed_at", Moment),
    # Why a coordinator closed it, and who; None where its resident or its helper did.
    Column("closed_as", String(16)),
    Column("closed_by", ForeignKey("people.id")),
    # When the resident said that it was done, or was taken to have said so.
    Column("confirmed_at", Moment),
    # When all was emptied that numbers do not need.
    Column("cleared_at", Moment),
    Index("ix_tasks_status_neighbourhood_id", "status", "neighbourhood_id"),
    Index("ix_tasks_created_at", "created_at"),
    # Those with something that could tell whose they are: how many share it is counted.
    partial_index(
        "ix_tasks_telling",
        "neighbourhood_id",
        "created_at",
        where=TELLING,
    ),
)
_PRIVATE = tuple(each.name for each in tasks.c if isinstance(each.type, Encrypted))
_CLOSED = "closed_at is not null and cleared_at is null"
#: Those that are closed, with something private in them yet, and with nothing of that any more.
_TO_EMPTY = f"{_CLOSED} and ({' or '.join(f'{name} is not null' for name in _PRIVATE)})"
_TO_CLEAR = f"{_CLOSED} and {' and '.join(f'{name} is null' for name in _PRIVATE)}"
for _name, _which in (("ix_tasks_to_empty", _TO_EMPTY), ("ix_tasks_to_clear", _TO_CLEAR)):
    partial_index(_name, tasks.c.closed_at, where=_which)

asks = Table(
    "asks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("asked_at", Moment, nullable=False),
    # "no" where they said so; a yes is a claim.
    Column("answer", String(8)),
    UniqueConstraint("task_id", "person_id"),
)

interests = Table(
    "interests",
    metadata,
    Column("task_id", ForeignKey("tasks.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("at", Moment, nullable=False),
)

reveals = Table(
    "reveals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("claim_number", Integer, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("task_id", "person_id", "claim_number", "stage"),
    Index("ix_reveals_at", "at"),
    Index("ix_reveals_person_id_at", "person_id", "at"),
)

card_posts = Table(
    "card_posts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False, index=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    # As in `groups`: a chat with topics may show the card of one task in several of them.
    Column("thread", Integer, nullable=False, server_default=text("0")),
    Column("message", Integer, nullable=False),
    # When it was posted or first heard of; apps take back what is young only.
    Column("posted_at", Moment),
    UniqueConstraint("chat_id", "message"),
)

start_links = Table(
    "start_links",
    metadata,
    Column("token", String(24), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

# What somebody without an app is to be told by a coordinator who rings them.
rings = Table(
    "rings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("task_id", ForeignKey("tasks.id"), index=True),
    # The claim that its words are about: what another one brings takes their place.
    Column("claim_number", Integer, nullable=False, server_default=text("0")),
    Column("words", Encrypted("person_id", "task_id")),
    # What the other side wrote: it is told whatever becomes of the claim.
    Column("passed_on", Encrypted("person_id", "task_id")),
    # Whether it cannot wait for the day.
    Column("is_urgent", Boolean, nullable=False, server_default=false()),
    # When its newest words came.
    Column("created_at", Moment, nullable=False),
    Column("settled_by", ForeignKey("people.id")),
    Column("settled_at", Moment),
    partial_index(
        "uq_rings_of_task",
        "task_id",
        unique=True,
        where="settled_at is null and task_id is not null",
    ),
    partial_index(
        "ix_rings_settled_at",
        "settled_at",
        where="settled_at is not null",
    ),
    partial_index(
        "ix_rings_waiting",
        "created_at",
        where="settled_at is null",
    ),
)

hand_overs = Table(
    "hand_overs",
    metadata,
    Column("id", Integer, primary_key=True),
    # The request, with all of its tasks.
    Column("request", String(16), nullable=False, index=True),
    # None stands for the scheme's own.
    Column("from_id", ForeignKey("organisations.id")),
    Column("to_id", ForeignKey("organisations.id")),
    # Where it was until it moved.
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", Moment, nullable=False),
    # Whether the resident agreed; None where they were not asked, or did not answer.
    Column("agreed", Boolean),
    # Who gave the answer, or noted it on the phone, and when the question was over.
    Column("answered_by", ForeignKey("people.id")),
    Column("answered_at", Moment),
    # When it went to the other one; before that nobody there hears of it.
    Column("moved_at", Moment),
    partial_index(
        "uq_hand_overs_asked",
        "request",
        unique=True,
        where="answered_at is null",
    ),
)
