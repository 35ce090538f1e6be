"""What forgetting, limits, hiding what is rare, and a line on the card need."""

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "wrong_links",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("tried", sa.Integer(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_wrong_links_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_wrong_links")),
    )
    with op.batch_alter_table("wrong_links") as batch_op:
        batch_op.create_index(batch_op.f("ix_wrong_links_since"), ["since"], unique=False)

    op.create_table(
        "admissions",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_admissions_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_admissions")),
    )
    op.create_table(
        "entry_links",
        sa.Column("token", sa.String(length=24), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_entry_links_made_by")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_entry_links")),
    )
    with op.batch_alter_table("entry_links") as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_links_made_by"), ["made_by"], unique=False)

    op.create_table(
        "reached_limits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", Moment(), nullable=True),
        sa.Column("lifted_until", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["lifted_by"], ["people.id"], name=op.f("fk_reached_limits_lifted_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reached_limits_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reached_limits")),
    )
    with op.batch_alter_table("reached_limits") as batch_op:
        batch_op.create_index(
            "ix_reached_limits_person_id_what_at", ["person_id", "what", "at"], unique=False
        )

    op.create_table(
        "no_shows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_no_shows_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_no_shows_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_no_shows")),
        sa.UniqueConstraint(
            "task_id", "claim_number", name=op.f("uq_no_shows_task_id_claim_number")
        ),
    )
    with op.batch_alter_table("no_shows") as batch_op:
        batch_op.create_index("ix_no_shows_person_id_at", ["person_id", "at"], unique=False)

    with op.batch_alter_table("approvals") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_approvals_kind_task_id_author_id"), type_="unique")
        batch_op.create_index("ix_approvals_task_id", ["task_id"], unique=False)
        batch_op.create_index(
            "uq_approvals_one_each",
            ["kind", "task_id", "author_id"],
            unique=True,
            sqlite_where=sa.text("kind <> 'card-line'"),
            postgresql_where=sa.text("kind <> 'card-line'"),
        )
        batch_op.create_index(
            "uq_approvals_waiting_line",
            ["task_id"],
            unique=True,
            sqlite_where=sa.text("kind = 'card-line' and status = 'waiting'"),
            postgresql_where=sa.text("kind = 'card-line' and status = 'waiting'"),
        )

    with op.batch_alter_table("repeats") as batch_op:
        batch_op.add_column(
            sa.Column("named", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("left_out", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )

    with op.batch_alter_table("reveals") as batch_op:
        batch_op.create_index("ix_reveals_person_id_at", ["person_id", "at"], unique=False)

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.add_column(
            sa.Column("named", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("left_out", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.create_index(
            "ix_tasks_telling",
            ["neighbourhood_id", "created_at"],
            unique=False,
            sqlite_where=sa.text(
                "(language_wanted is not null or needs <> '[]' or ceiling is not null)"
            ),
            postgresql_where=sa.text(
                "(language_wanted is not null or needs <> '[]' or ceiling is not null)"
            ),
        )


def downgrade() -> None:
    # An older version knows no lines for cards.
    op.execute("delete from approvals where kind = 'card-line'")
    with op.batch_alter_table("tasks") as batch_op:
        batch_op.drop_index(
            "ix_tasks_telling",
            sqlite_where=sa.text(
                "(language_wanted is not null or needs <> '[]' or ceiling is not null)"
            ),
            postgresql_where=sa.text(
                "(language_wanted is not null or needs <> '[]' or ceiling is not null)"
            ),
        )
        batch_op.drop_column("left_out")
        batch_op.drop_column("named")

    with op.batch_alter_table("reveals") as batch_op:
        batch_op.drop_index("ix_reveals_person_id_at")

    with op.batch_alter_table("repeats") as batch_op:
        batch_op.drop_column("left_out")
        batch_op.drop_column("named")

    with op.batch_alter_table("approvals") as batch_op:
        batch_op.drop_index(
            "uq_approvals_waiting_line",
            sqlite_where=sa.text("kind = 'card-line' and status = 'waiting'"),
            postgresql_where=sa.text("kind = 'card-line' and status = 'waiting'"),
        )
        batch_op.drop_index(
            "uq_approvals_one_each",
            sqlite_where=sa.text("kind <> 'card-line'"),
            postgresql_where=sa.text("kind <> 'card-line'"),
        )
        batch_op.drop_index("ix_approvals_task_id")
        batch_op.create_unique_constraint(
            batch_op.f("uq_approvals_kind_task_id_author_id"), ["kind", "task_id", "author_id"]
        )

    with op.batch_alter_table("no_shows") as batch_op:
        batch_op.drop_index("ix_no_shows_person_id_at")

    op.drop_table("no_shows")
    with op.batch_alter_table("reached_limits") as batch_op:
        batch_op.drop_index("ix_reached_limits_person_id_what_at")

    op.drop_table("reached_limits")
    with op.batch_alter_table("entry_links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_links_made_by"))

    op.drop_table("entry_links")
    op.drop_table("admissions")
    with op.batch_alter_table("wrong_links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_wrong_links_since"))

    op.drop_table("wrong_links")
