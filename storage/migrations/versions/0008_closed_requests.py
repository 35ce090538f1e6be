"""Closed requests with something private in them are found without looking at the others."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

CLOSED = "closed_at is not null and cleared_at is null"
PRIVATE = (
    *("first_name", "words", "place", "street", "door", "entry_notes", "phone"),
    *("resident_word", "helper_word", "handover_note"),
)
TO_EMPTY = f"{CLOSED} and ({' or '.join(f'{name} is not null' for name in PRIVATE)})"
TO_CLEAR = f"{CLOSED} and {' and '.join(f'{name} is null' for name in PRIVATE)}"


def upgrade() -> None:
    op.drop_index("ix_tasks_to_clear", "tasks")
    _index("ix_tasks_to_empty", TO_EMPTY)
    _index("ix_tasks_to_clear", TO_CLEAR)


def downgrade() -> None:
    op.drop_index("ix_tasks_to_empty", "tasks")
    op.drop_index("ix_tasks_to_clear", "tasks")
    _index("ix_tasks_to_clear", CLOSED)


def _index(name: str, which: str) -> None:
    where = sa.text(which)
    op.create_index(name, "tasks", ["closed_at"], sqlite_where=where, postgresql_where=where)
