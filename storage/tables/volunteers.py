"""What volunteers offer, and what was checked of them."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, text

from storage.dialects import JsonList
from storage.tables.columns import Moment, metadata, partial_index

volunteers = Table(
    "volunteers",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("times", JsonList, nullable=False),
    Column("languages", JsonList, nullable=False),
    Column("has_car", Boolean, nullable=False),
    Column("tasks_at_once", Integer, nullable=False),
    Column("asked_at_most", String(16), nullable=False),
    Column("paused_until", Date),
    Column("last_asked_at", Moment),
    Column("created_at", Moment, nullable=False),
    # When they last offered more than before.
    Column("offered_at", Moment),
    # When a coordinator last looked at what they offer; until then it stands in the queue.
    Column("reviewed_at", Moment),
    Column("reviewed_by", ForeignKey("people.id")),
    partial_index(
        "ix_volunteers_to_review",
        "offered_at",
        "person_id",
        where="reviewed_at is null",
    ),
)

volunteer_neighbourhoods = Table(
    "volunteer_neighbourhoods",
    metadata,
    Column("person_id", ForeignKey("volunteers.person_id"), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True),
    # In the order of the people, since a call-out goes through them in it.
    Index("ix_volunteer_neighbourhoods_people", "neighbourhood_id", "person_id"),
)

volunteer_kinds = Table(
    "volunteer_kinds",
    metadata,
    Column("person_id", ForeignKey("volunteers.person_id"), primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("guidance_read_at", Moment, nullable=False),
)

checks = Table(
    "checks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("recorded_by", ForeignKey("people.id"), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    # What was seen: identity, background or references.
    Column("what", String(16), nullable=False, server_default=text("'background'")),
    # The day that stands on the paper.
    Column("issued_on", Date),
    # Its last day; None where it does not run out.
    Column("expires_on", Date, index=True),
    # Taken back, or replaced by a newer one of the same kind.
    Column("ended_at", Moment, index=True),
    Column("ended_by", ForeignKey("people.id")),
)
