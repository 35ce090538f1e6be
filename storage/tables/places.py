"""Neighbourhoods, what belongs to them, and the groups where their cards hang."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.columns import Moment, metadata

neighbourhoods = Table(
    "neighbourhoods",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("name_folded", String(64), nullable=False, unique=True),
    # The partner organisation that owns it, or None where it is the scheme's own.
    Column("organisation_id", ForeignKey("organisations.id"), index=True),
    Column("homes", Integer),
    Column("time_zone", String(64), nullable=False),
    Column("outline", Text),
    Column("created_at", Moment, nullable=False),
)

postcodes = Table(
    "postcodes",
    metadata,
    Column("prefix", String(16), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), nullable=False, index=True),
)

adjacent_neighbourhoods = Table(
    "adjacent_neighbourhoods",
    metadata,
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True),
    Column("adjacent_id", ForeignKey("neighbourhoods.id"), primary_key=True),
)

groups = Table(
    "groups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    # 0 stands for a group without topics, so that uniqueness holds for it too.
    Column("thread", Integer, nullable=False, server_default=text("0")),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), nullable=False, index=True),
    Column("language", String(8), nullable=False),
    UniqueConstraint("chat_id", "thread"),
)

overviews = Table(
    "overviews",
    metadata,
    Column("group_id", ForeignKey("groups.id"), primary_key=True),
    # None from when it is written until its number is known.
    Column("message", Integer),
    # A digest of what it says, so that it is written anew only when that changes.
    Column("digest", String(64), nullable=False),
)
