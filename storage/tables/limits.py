"""How much people may begin, who did not turn up, and who may come in at all."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from storage.tables.columns import Moment, metadata

# That somebody had taken a task and nobody came, or nobody heard from them.
no_shows = Table(
    "no_shows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("claim_number", Integer, nullable=False),
    # Whether a resident said so, or no contact was confirmed in time.
    Column("why", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("task_id", "claim_number"),
    Index("ix_no_shows_person_id_at", "person_id", "at"),
    Index("ix_no_shows_at", "at"),
)

# That somebody reached a limit of which those hear who look after them.
reached_limits = Table(
    "reached_limits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    # Which limit: see `limits.Reached`.
    Column("what", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    # Who let them go on, and until when they may whatever they do.
    Column("lifted_by", ForeignKey("people.id")),
    Column("lifted_at", Moment),
    Column("lifted_until", Moment),
    Index("ix_reached_limits_person_id_what_at", "person_id", "what", "at"),
    Index("ix_reached_limits_at", "at"),
)

# Links by which residents and volunteers come in.
entry_links = Table(
    "entry_links",
    metadata,
    Column("token", String(24), primary_key=True),
    # What whoever follows it begins with: asking or offering.
    Column("purpose", String(16), nullable=False),
    Column("made_by", ForeignKey("people.id"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    # For how many people it is, and how many have come by it.
    Column("most", Integer, nullable=False),
    Column("used", Integer, nullable=False, server_default=text("0")),
    Column("revoked_at", Moment),
)

# Who came in by a link or by a group of the scheme, where not everybody may.
admissions = Table(
    "admissions",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("at", Moment, nullable=False),
)

# How many links that lead nowhere were tried in a chat, within the hour since the first of them.
wrong_links = Table(
    "wrong_links",
    metadata,
    Column("chat_id", ForeignKey("chats.id"), primary_key=True),
    Column("tried", Integer, nullable=False),
    Column("since", Moment, nullable=False, index=True),
)
