"""Help that comes again."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, text

from storage.dialects import JsonList
from storage.tables.columns import Encrypted, Moment, metadata, partial_index

repeats = Table(
    "repeats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", String(16), nullable=False, unique=True),
    Column("resident_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("helped_id", ForeignKey("helped_people.id")),
    # The token of the request that it goes back to.
    Column("request", String(16), nullable=False),
    # The volunteer of a pair, once both have said that they wish it.
    Column("helper_id", ForeignKey("people.id"), index=True),
    # The volunteer whom the resident wishes for, until they have answered.
    Column("wished_id", ForeignKey("people.id"), index=True),
    # The last day on which the volunteer of the pair is away; cards go out meanwhile.
    Column("helper_away_until", Date),
    Column("status", String(16), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("level", String(16), nullable=False),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), nullable=False),
    Column("size", String(16)),
    Column("needs", JsonList, nullable=False),
    Column("language_wanted", String(8)),
    Column("who_pays", String(16)),
    Column("ceiling", Integer),
    # As on the card of that request.
    Column("named", JsonList, nullable=False, server_default=text("'[]'")),
    Column("left_out", JsonList, nullable=False, server_default=text("'[]'")),
    # The window of that request; every later one is whole weeks after, by the clock on the wall.
    Column("first_start", Moment, nullable=False),
    Column("first_end", Moment, nullable=False),
    # The window of the next time for which no task has been made yet.
    Column("next_start", Moment, nullable=False),
    Column("next_end", Moment, nullable=False),
    Column("paused_until", Date),
    Column("first_name", Encrypted("token")),
    Column("words", Encrypted("token")),
    Column("street", Encrypted("token")),
    Column("door", Encrypted("token")),
    Column("entry_notes", Encrypted("token")),
    Column("phone", Encrypted("token")),
    Column("created_at", Moment, nullable=False),
    Column("ended_at", Moment),
    # When all was emptied that numbers do not need.
    Column("cleared_at", Moment),
    partial_index(
        "ix_repeats_to_clear",
        "ended_at",
        where="ended_at is not null and cleared_at is null",
    ),
    partial_index(
        "uq_repeats_going",
        "request",
        unique=True,
        where="ended_at is null",
    ),
    partial_index(
        "ix_repeats_without_helper",
        "next_start",
        where="ended_at is null and helper_id is null",
    ),
)
