"""What arrives and what leaves, conversations, and timed work."""

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

from storage.tables.columns import Encrypted, Moment, bot_column, metadata, partial_index

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("name", String(32), nullable=False),
    Column("state", Encrypted("person_id"), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

shown_buttons = Table(
    "shown_buttons",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("buttons", Encrypted("person_id", "at"), nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Index("ix_shown_buttons_person_id_id", "person_id", "id"),
)

inbox = Table(
    "inbox",
    metadata,
    # The bot to which it was sent; each counts by itself.
    Column("messenger", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("status", String(16), nullable=False),
    # Emptied when the update has been dealt with.
    Column("body", Encrypted("messenger", "number")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("received_at", Moment, nullable=False),
    # Both only while it waits, and where several processes receive: a keyed hash of whose line it
    # is in, and the number of the process that has it.
    Column("line", String(32)),
    Column("receiver", Integer),
    partial_index(
        "ix_inbox_line",
        "line",
        where="line IS NOT NULL",
    ),
    partial_index(
        "ix_inbox_waiting",
        "messenger",
        "number",
        where="status = 'new'",
    ),
    Index("ix_inbox_received_at", "received_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    # None for the answer to a tap, which goes to no chat.
    Column("chat_id", ForeignKey("chats.id")),
    # Who sends it; what changes a message goes by the bot that sent that one.
    bot_column(),
    Column("thread", Integer),
    Column("action", String(16), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    # Emptied when it has been sent.
    Column("payload", Encrypted("created_at")),
    # Whether it brings a picture or a file, which are changed in another way than a text.
    Column("with_file", Boolean, nullable=False, server_default=false()),
    # The task whose public card this is, if it is one.
    Column("task_id", ForeignKey("tasks.id")),
    # What a later edit finds this message by.
    Column("label", String(64)),
    # Whom of a call-out it is to; its fate is noted there too.
    Column("recipient_id", ForeignKey("call_out_recipients.id")),
    # The earlier message that this one changes or takes back, where its number is not known yet.
    Column("changes", ForeignKey("outbox.id")),
    Column("message", Integer),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("finished_at", Moment),
    partial_index(
        "ix_outbox_due",
        "bot",
        "priority",
        "id",
        where="status in ('pending', 'retry')",
    ),
    partial_index(
        "ix_outbox_next_in_chat",
        "chat_id",
        "priority",
        "id",
        where="status in ('pending', 'retry')",
    ),
    Index("ix_outbox_chat_id_status", "chat_id", "status"),
    partial_index(
        "ix_outbox_waiting",
        "created_at",
        where="status = 'waiting'",
    ),
    partial_index(
        "ix_outbox_changes",
        "changes",
        where="changes is not null",
    ),
    partial_index(
        "ix_outbox_task_id",
        "task_id",
        where="task_id is not null",
    ),
    partial_index(
        "ix_outbox_label",
        "label",
        where="label is not null",
    ),
    partial_index(
        "ix_outbox_recipient_id",
        "recipient_id",
        where="recipient_id is not null",
    ),
    Index("ix_outbox_finished_at", "finished_at"),
    # What is under way is known by its number, which is never given out again.
    sqlite_autoincrement=True,
)

due_work = Table(
    "due_work",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("subject", Integer, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("leased_until", Moment),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("kind", "subject"),
    partial_index(
        "ix_due_work_leased_until",
        "leased_until",
        where="leased_until is not null",
    ),
)

#: What several processes agree on, by its name: see `storage/turns.py` and `storage/seats.py`.
turns = Table(
    "turns",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("number", Integer, nullable=False, server_default=text("0")),
)
