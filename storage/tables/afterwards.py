"""What comes of a visit: thanks and thoughts, how it went, costs, worries."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.tables.columns import Encrypted, Moment, metadata, partial_index

#: Each author hands in one of these for a task. Of lines for a card one stands while another waits,
#: and of a request one waits at a time.
ONE_EACH = "kind <> 'card-line'"
WAITING_LINE = "kind = 'card-line' and status = 'waiting'"

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    # What it is: thanks to a helper, a thought for the group, or a line for a card.
    Column("kind", String(16), nullable=False),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("words", Encrypted("kind", "task_id")),
    Column("status", String(16), nullable=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", Moment),
    Column("created_at", Moment, nullable=False),
    Index("ix_approvals_status", "status"),
    Index("ix_approvals_task_id", "task_id"),
    partial_index(
        "ix_approvals_decided",
        "decided_at",
        where="decided_at is not null and words is not null",
    ),
    partial_index(
        "uq_approvals_one_each",
        *("kind", "task_id", "author_id"),
        unique=True,
        where=ONE_EACH,
    ),
    partial_index(
        "uq_approvals_waiting_line",
        "task_id",
        unique=True,
        where=WAITING_LINE,
    ),
)

experiences = Table(
    "experiences",
    metadata,
    Column("task_id", ForeignKey("tasks.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True, index=True),
    Column("side", String(16), nullable=False),
    Column("how", String(16), nullable=False),
    Column("words", Encrypted("task_id")),
    Column("at", Moment, nullable=False),
    partial_index(
        "ix_experiences_words",
        "at",
        where="words is not null",
    ),
)

expenses = Table(
    "expenses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    # Where it was paid, for a request that was handed over to others since.
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    # In the smallest unit of the currency, such as pence.
    Column("amount", Integer, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("receipt_id", ForeignKey("pictures.id", ondelete="SET NULL"), index=True),
    Column("status", String(16), nullable=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", Moment),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("task_id", "person_id"),
    Index("ix_expenses_status", "status"),
    partial_index(
        "ix_expenses_receipts",
        "decided_at",
        where="receipt_id is not null",
    ),
    Index("ix_expenses_created_at", "created_at"),
)

worries = Table(
    "worries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("task_id", ForeignKey("tasks.id"), index=True),
    # Whether words of danger called the lead, rather than the person.
    Column("is_danger", Boolean, nullable=False),
    Column("words", Encrypted("person_id", "created_at")),
    Column("created_at", Moment, nullable=False),
    # When its newest words were typed.
    Column("updated_at", Moment, nullable=False),
    Column("acknowledged_by", ForeignKey("people.id")),
    Column("acknowledged_at", Moment),
    Column("settled_at", Moment),
    partial_index(
        "ix_worries_settled",
        "settled_at",
        where="settled_at is not null",
    ),
    partial_index(
        "ix_worries_open",
        "created_at",
        where="settled_at is null",
    ),
)
