"""What forgetting, limits, hiding what is rare, and a line on the card need."""

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    # These words go with a sweep from now on, not with a row of their own.
    op.execute("delete from due_work where kind = 'experience'")
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
        batch_op.create_index(batch_op.f("ix_entry_links_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_entry_links_made_by"), ["made_by"], unique=False)

    op.create_table(
        "kept_out",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_hash", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("blocked_by", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["blocked_by"], ["people.id"], name=op.f("fk_kept_out_blocked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_out")),
        sa.UniqueConstraint("account_hash", name=op.f("uq_kept_out_account_hash")),
    )
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
        batch_op.create_index("ix_reached_limits_at", ["at"], unique=False)
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
        batch_op.create_index("ix_no_shows_at", ["at"], unique=False)
        batch_op.create_index("ix_no_shows_person_id_at", ["person_id", "at"], unique=False)

    op.create_table(
        "holds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("worry_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_holds_person_id")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_holds_set_by")),
        sa.ForeignKeyConstraint(["worry_id"], ["worries.id"], name=op.f("fk_holds_worry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    with op.batch_alter_table("holds") as batch_op:
        batch_op.create_index(batch_op.f("ix_holds_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_holds_worry_id_person_id", ["worry_id", "person_id"], unique=True)

    with op.batch_alter_table("approvals") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_approvals_kind_task_id_author_id"), type_="unique")
        batch_op.create_index(
            "ix_approvals_decided",
            ["decided_at"],
            unique=False,
            sqlite_where=sa.text("decided_at is not null and words is not null"),
            postgresql_where=sa.text("decided_at is not null and words is not null"),
        )
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

    with op.batch_alter_table("blocks") as batch_op:
        batch_op.create_index(batch_op.f("ix_blocks_ended_at"), ["ended_at"], unique=False)

    with op.batch_alter_table("checks") as batch_op:
        batch_op.create_index(batch_op.f("ix_checks_ended_at"), ["ended_at"], unique=False)

    with op.batch_alter_table("expenses") as batch_op:
        batch_op.create_index("ix_expenses_created_at", ["created_at"], unique=False)
        batch_op.create_index(
            "ix_expenses_receipts",
            ["decided_at"],
            unique=False,
            sqlite_where=sa.text("receipt_id is not null"),
            postgresql_where=sa.text("receipt_id is not null"),
        )

    with op.batch_alter_table("experiences") as batch_op:
        batch_op.create_index(
            "ix_experiences_words",
            ["at"],
            unique=False,
            sqlite_where=sa.text("words is not null"),
            postgresql_where=sa.text("words is not null"),
        )

    with op.batch_alter_table("forgettings") as batch_op:
        batch_op.add_column(sa.Column("asked_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_forgettings_asked_by"), "people", ["asked_by"], ["id"]
        )

    with op.batch_alter_table("helped_people") as batch_op:
        batch_op.add_column(sa.Column("health_asked_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("health_agreed_at", Moment(), nullable=True))

    with op.batch_alter_table("invitations") as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_expires_at"), ["expires_at"], unique=False)

    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(
            sa.Column("with_file", sa.Boolean(), server_default=sa.text("0"), nullable=False)
        )

    with op.batch_alter_table("people") as batch_op:
        batch_op.add_column(sa.Column("health_asked_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("seen_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("asked_to_stay_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("data_sent_at", Moment(), nullable=True))
        batch_op.create_index(
            "ix_people_asked_to_stay",
            ["asked_to_stay_at"],
            unique=False,
            sqlite_where=sa.text("asked_to_stay_at is not null"),
            postgresql_where=sa.text("asked_to_stay_at is not null"),
        )
        batch_op.create_index(
            "ix_people_never_agreed",
            ["created_at"],
            unique=False,
            sqlite_where=sa.text("agreed_at is null"),
            postgresql_where=sa.text("agreed_at is null"),
        )
        batch_op.create_index("ix_people_seen_at", ["seen_at"], unique=False)

    with op.batch_alter_table("relay_choices") as batch_op:
        batch_op.create_index(batch_op.f("ix_relay_choices_at"), ["at"], unique=False)

    with op.batch_alter_table("repeats") as batch_op:
        batch_op.add_column(
            sa.Column("named", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("left_out", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(sa.Column("cleared_at", Moment(), nullable=True))
        batch_op.create_index(
            "ix_repeats_to_clear",
            ["ended_at"],
            unique=False,
            sqlite_where=sa.text("ended_at is not null and cleared_at is null"),
            postgresql_where=sa.text("ended_at is not null and cleared_at is null"),
        )

    with op.batch_alter_table("reveals") as batch_op:
        batch_op.create_index("ix_reveals_at", ["at"], unique=False)
        batch_op.create_index("ix_reveals_person_id_at", ["person_id", "at"], unique=False)

    with op.batch_alter_table("rings") as batch_op:
        batch_op.create_index(
            "ix_rings_settled_at",
            ["settled_at"],
            unique=False,
            sqlite_where=sa.text("settled_at is not null"),
            postgresql_where=sa.text("settled_at is not null"),
        )

    with op.batch_alter_table("roles") as batch_op:
        batch_op.create_index(batch_op.f("ix_roles_ended_at"), ["ended_at"], unique=False)

    with op.batch_alter_table("start_links") as batch_op:
        batch_op.create_index(batch_op.f("ix_start_links_expires_at"), ["expires_at"], unique=False)

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.add_column(
            sa.Column("named", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("left_out", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(sa.Column("cleared_at", Moment(), nullable=True))
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
        batch_op.create_index(
            "ix_tasks_to_clear",
            ["closed_at"],
            unique=False,
            sqlite_where=sa.text("closed_at is not null and cleared_at is null"),
            postgresql_where=sa.text("closed_at is not null and cleared_at is null"),
        )

    with op.batch_alter_table("worries") as batch_op:
        batch_op.create_index(
            "ix_worries_settled",
            ["settled_at"],
            unique=False,
            sqlite_where=sa.text("settled_at is not null"),
            postgresql_where=sa.text("settled_at is not null"),
        )

    # Numbers that old buttons carry, or messages under way, are never given out again.
    for name in ("people", "helped_people", "outbox"):
        kind = {"sqlite_autoincrement": True}
        with op.batch_alter_table(name, recreate="always", table_kwargs=kind):
            pass


def downgrade() -> None:
    # An older version knows no lines for cards.
    op.execute("delete from approvals where kind = 'card-line'")
    with op.batch_alter_table("worries") as batch_op:
        batch_op.drop_index(
            "ix_worries_settled",
            sqlite_where=sa.text("settled_at is not null"),
            postgresql_where=sa.text("settled_at is not null"),
        )

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.drop_index(
            "ix_tasks_to_clear",
            sqlite_where=sa.text("closed_at is not null and cleared_at is null"),
            postgresql_where=sa.text("closed_at is not null and cleared_at is null"),
        )
        batch_op.drop_index(
            "ix_tasks_telling",
            sqlite_where=sa.text(
                "(language_wanted is not null or needs <> '[]' or ceiling is not null)"
            ),
            postgresql_where=sa.text(
                "(language_wanted is not null or needs <> '[]' or ceiling is not null)"
            ),
        )
        batch_op.drop_column("cleared_at")
        batch_op.drop_column("left_out")
        batch_op.drop_column("named")

    with op.batch_alter_table("start_links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_start_links_expires_at"))

    with op.batch_alter_table("roles") as batch_op:
        batch_op.drop_index(batch_op.f("ix_roles_ended_at"))

    with op.batch_alter_table("rings") as batch_op:
        batch_op.drop_index(
            "ix_rings_settled_at",
            sqlite_where=sa.text("settled_at is not null"),
            postgresql_where=sa.text("settled_at is not null"),
        )

    with op.batch_alter_table("reveals") as batch_op:
        batch_op.drop_index("ix_reveals_person_id_at")
        batch_op.drop_index("ix_reveals_at")

    with op.batch_alter_table("repeats") as batch_op:
        batch_op.drop_index(
            "ix_repeats_to_clear",
            sqlite_where=sa.text("ended_at is not null and cleared_at is null"),
            postgresql_where=sa.text("ended_at is not null and cleared_at is null"),
        )
        batch_op.drop_column("cleared_at")
        batch_op.drop_column("left_out")
        batch_op.drop_column("named")

    with op.batch_alter_table("relay_choices") as batch_op:
        batch_op.drop_index(batch_op.f("ix_relay_choices_at"))

    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_index("ix_people_seen_at")
        batch_op.drop_index(
            "ix_people_never_agreed",
            sqlite_where=sa.text("agreed_at is null"),
            postgresql_where=sa.text("agreed_at is null"),
        )
        batch_op.drop_index(
            "ix_people_asked_to_stay",
            sqlite_where=sa.text("asked_to_stay_at is not null"),
            postgresql_where=sa.text("asked_to_stay_at is not null"),
        )
        batch_op.drop_column("data_sent_at")
        batch_op.drop_column("asked_to_stay_at")
        batch_op.drop_column("seen_at")
        batch_op.drop_column("health_asked_at")

    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_column("with_file")

    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitations_expires_at"))

    with op.batch_alter_table("helped_people") as batch_op:
        batch_op.drop_column("health_agreed_at")
        batch_op.drop_column("health_asked_at")

    with op.batch_alter_table("forgettings") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_forgettings_asked_by"), type_="foreignkey")
        batch_op.drop_column("asked_by")

    with op.batch_alter_table("experiences") as batch_op:
        batch_op.drop_index(
            "ix_experiences_words",
            sqlite_where=sa.text("words is not null"),
            postgresql_where=sa.text("words is not null"),
        )

    with op.batch_alter_table("expenses") as batch_op:
        batch_op.drop_index(
            "ix_expenses_receipts",
            sqlite_where=sa.text("receipt_id is not null"),
            postgresql_where=sa.text("receipt_id is not null"),
        )
        batch_op.drop_index("ix_expenses_created_at")

    with op.batch_alter_table("checks") as batch_op:
        batch_op.drop_index(batch_op.f("ix_checks_ended_at"))

    with op.batch_alter_table("blocks") as batch_op:
        batch_op.drop_index(batch_op.f("ix_blocks_ended_at"))

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
        batch_op.drop_index(
            "ix_approvals_decided",
            sqlite_where=sa.text("decided_at is not null and words is not null"),
            postgresql_where=sa.text("decided_at is not null and words is not null"),
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_approvals_kind_task_id_author_id"), ["kind", "task_id", "author_id"]
        )

    with op.batch_alter_table("holds") as batch_op:
        batch_op.drop_index("uq_holds_worry_id_person_id")
        batch_op.drop_index(batch_op.f("ix_holds_person_id"))

    op.drop_table("holds")
    with op.batch_alter_table("no_shows") as batch_op:
        batch_op.drop_index("ix_no_shows_person_id_at")
        batch_op.drop_index("ix_no_shows_at")

    op.drop_table("no_shows")
    with op.batch_alter_table("reached_limits") as batch_op:
        batch_op.drop_index("ix_reached_limits_person_id_what_at")
        batch_op.drop_index("ix_reached_limits_at")

    op.drop_table("reached_limits")
    op.drop_table("kept_out")
    with op.batch_alter_table("entry_links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_links_made_by"))
        batch_op.drop_index(batch_op.f("ix_entry_links_expires_at"))

    op.drop_table("entry_links")
    op.drop_table("admissions")
    with op.batch_alter_table("wrong_links") as batch_op:
        batch_op.drop_index(batch_op.f("ix_wrong_links_since"))

    op.drop_table("wrong_links")
    for name in ("people", "helped_people", "outbox"):
        with op.batch_alter_table(name, recreate="always"):
            pass
