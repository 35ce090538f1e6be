"""Call-outs to many."""

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
from storage.tables.columns import Encrypted, Moment, metadata

call_outs = Table(
    "call_outs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", String(16), nullable=False, unique=True),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    # waiting (for a second coordinator), sending, answering (all sent), stopped, over.
    Column("status", String(16), nullable=False),
    # What it is for, of a fixed list.
    Column("purpose", String(16), nullable=False),
    # What its author wrote of it, for those who are called only.
    Column("words", Encrypted("token")),
    # Where to come.
    Column("place", Encrypted("token")),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    # Who is called: kinds of help and languages, any where empty; whether they have to be checked.
    Column("kinds", JsonList, nullable=False),
    Column("languages", JsonList, nullable=False),
    Column("checked_only", Boolean, nullable=False),
    Column("takes_strangers", Boolean, nullable=False, server_default=false()),
    # How many it was to reach when it was sent off.
    Column("reaches", Integer, nullable=False, server_default=text("0")),
    # A digest of what those who sent it were last told of it, so that only news is told.
    Column("digest", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("agreed_by", ForeignKey("people.id")),
    Column("agreed_at", Moment),
    Column("stopped_by", ForeignKey("people.id")),
    Column("stopped_at", Moment),
    Index("ix_call_outs_status", "status"),
    Index("ix_call_outs_created_at", "created_at"),
)

call_out_places = Table(
    "call_out_places",
    metadata,
    Column("call_out_id", ForeignKey("call_outs.id"), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True),
    Column("wanted", Integer, nullable=False),
    # How many have a place; never more than are wanted.
    Column("taken", Integer, nullable=False, server_default=text("0")),
    # People are called in the order of their numbers: the last one called, and whether that is all.
    Column("called_up_to", Integer, nullable=False, server_default=text("0")),
    Column("all_called", Boolean, nullable=False, server_default=false()),
)

call_out_recipients = Table(
    "call_out_recipients",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("call_out_id", ForeignKey("call_outs.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    # What became of the message: due, queued, sent, unreachable, unknown, stopped, stood-down (not
    # sent because enough had said yes), or joined (no message: they came by the link).
    Column("fate", String(16), nullable=False),
    # yes, no or later; None until they answer.
    Column("answer", String(8)),
    Column("answered_at", Moment),
    # Where they have a place, or are on the reserve for one; until they answer, where they help.
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    Column("has_place", Boolean, nullable=False, server_default=false()),
    # Their turn on the reserve: lower is first. Rises over the whole call-out.
    Column("turn", Integer),
    Column("reminded_at", Moment),
    # Whoever said "later" is asked once more.
    Column("asked_again_at", Moment),
    # When they were told that they are not needed: enough had said yes, or it was stopped or over.
    Column("stood_down_at", Moment),
    UniqueConstraint("call_out_id", "person_id"),
    Index("ix_call_out_recipients_fate", "call_out_id", "fate", "id"),
    Index("ix_call_out_recipients_answer", "call_out_id", "answer", "has_place", "turn"),
)
