"""What several processes on one server need: lines across them, and turns."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "turns",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_turns")),
    )
    op.add_column("inbox", sa.Column("line", sa.String(length=32), nullable=True))
    op.add_column("inbox", sa.Column("receiver", sa.Integer(), nullable=True))
    op.create_index(
        "ix_inbox_line",
        "inbox",
        ["line"],
        sqlite_where=sa.text("line IS NOT NULL"),
        postgresql_where=sa.text("line IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_inbox_line", "inbox")
    with op.batch_alter_table("inbox") as batch_op:
        batch_op.drop_column("receiver")
        batch_op.drop_column("line")
    op.drop_table("turns")
