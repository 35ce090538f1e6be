"""What both sides of a request write to each other."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from storage.tables.columns import Encrypted, Moment, bot_column, metadata

pictures = Table(
    "pictures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content", Encrypted("created_at"), nullable=False),
    Column("created_at", Moment, nullable=False),
    # Dropped from this moment on.
    Column("kept_until", Moment, nullable=False, index=True),
)

relay_messages = Table(
    "relay_messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False, index=True),
    Column("claim_number", Integer, nullable=False),
    Column("from_id", ForeignKey("people.id"), nullable=False),
    Column("to_id", ForeignKey("people.id"), nullable=False),
    # Its number in the chat of whoever wrote it, with the bot that they wrote it to; the outbox
    # knows that of whoever got it.
    Column("message_from", Integer, nullable=False),
    bot_column(),
    Column("words", Encrypted("from_id", "message_from")),
    Column("picture_id", ForeignKey("pictures.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False, index=True),
    Index("ix_relay_messages_from_id_message_from", "from_id", "message_from"),
    Index("ix_relay_messages_to_id", "to_id"),
)

relay_choices = Table(
    "relay_choices",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    # Whom their words go to while nothing is asked; None where they said that they had finished.
    Column("task_id", ForeignKey("tasks.id")),
    Column("claim_number", Integer),
    Column("at", Moment, nullable=False, index=True),
)

relay_held = Table(
    "relay_held",
    metadata,
    Column("id", Integer, primary_key=True),
    # What somebody wrote before it was known whom it is for.
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("message", Integer, nullable=False),
    bot_column(),
    Column("words", Encrypted("person_id", "message")),
    Column("picture_id", ForeignKey("pictures.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False, index=True),
)
