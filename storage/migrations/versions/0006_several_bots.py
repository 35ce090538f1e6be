"""Several bots: who sends a message, and by which of them a chat is reached."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_TABLES = ("chats", "outbox", "relay_messages", "relay_held")
_IS_DUE = sa.text("status in ('pending', 'retry')")


def upgrade() -> None:
    """Let everything there is belong to the first bot, and find what is due by its bot."""
    for table in _TABLES:
        op.add_column(
            table, sa.Column("bot", sa.String(16), nullable=False, server_default="telegram")
        )
    op.create_index("ix_chats_bot", "chats", ["bot"])
    _find_what_is_due_by("bot", "priority", "id")


def downgrade() -> None:
    """Give up what belongs to other bots: an older version would have the first one send it."""
    _find_what_is_due_by("priority", "id")
    op.execute(
        "update outbox set status = 'dead', payload = null, finished_at = due_at"
        " where bot <> 'telegram' and status not in ('sent', 'unknown', 'dead')"
    )
    op.execute("delete from inbox where messenger <> 'telegram'")
    op.drop_index("ix_chats_bot", "chats")
    # Whoever writes to the first bot is reached by it again.
    op.execute("update chats set reachable = false where bot <> 'telegram'")
    for table in reversed(_TABLES):
        # In place: a table that is made anew forgets that it never gives out a number again.
        op.drop_column(table, "bot")


def _find_what_is_due_by(*columns: str) -> None:
    op.drop_index("ix_outbox_due", "outbox", sqlite_where=_IS_DUE, postgresql_where=_IS_DUE)
    op.create_index(
        "ix_outbox_due", "outbox", list(columns), sqlite_where=_IS_DUE, postgresql_where=_IS_DUE
    )
