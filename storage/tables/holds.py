"""What is kept for a while longer, though somebody asked to be forgotten: for people's safety."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from storage.tables.columns import Moment, metadata

# What belongs to somebody is kept until a worry is settled; one row for each person.
holds = Table(
    "holds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("worry_id", ForeignKey("worries.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("set_by", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    # Nothing is kept for it from this moment on.
    Column("until", Moment, nullable=False),
    Index("uq_holds_worry_id_person_id", "worry_id", "person_id", unique=True),
)

# People who were blocked when they asked to be forgotten: so long as the block stands, nothing but
# what their account is found by.
kept_out = Table(
    "kept_out",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_hash", String(32), nullable=False, unique=True),
    Column("reason", String(16), nullable=False),
    Column("blocked_by", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
)
