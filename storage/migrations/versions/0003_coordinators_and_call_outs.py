"""Coordinators, checks of several kinds, requests by phone and call-outs."""

import sqlalchemy as sa
from alembic import op

from storage.tables import Encrypted, Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "blocks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("blocked_by", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["blocked_by"], ["people.id"], name=op.f("fk_blocks_blocked_by")),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name=op.f("fk_blocks_ended_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_blocks_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocks")),
    )
    with op.batch_alter_table("blocks") as batch_op:
        batch_op.create_index(
            "uq_blocks_standing",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )

    op.create_table(
        "call_outs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("place", Encrypted(), nullable=True),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("checked_only", sa.Boolean(), nullable=False),
        sa.Column("takes_strangers", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("reaches", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("agreed_by", sa.Integer(), nullable=True),
        sa.Column("agreed_at", Moment(), nullable=True),
        sa.Column("stopped_by", sa.Integer(), nullable=True),
        sa.Column("stopped_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["agreed_by"], ["people.id"], name=op.f("fk_call_outs_agreed_by")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_call_outs_made_by")),
        sa.ForeignKeyConstraint(
            ["stopped_by"], ["people.id"], name=op.f("fk_call_outs_stopped_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_outs")),
        sa.UniqueConstraint("token", name=op.f("uq_call_outs_token")),
    )
    with op.batch_alter_table("call_outs") as batch_op:
        batch_op.create_index("ix_call_outs_created_at", ["created_at"], unique=False)
        batch_op.create_index("ix_call_outs_status", ["status"], unique=False)

    op.create_table(
        "hand_overs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request", sa.String(length=16), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=True),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("moved_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["people.id"], name=op.f("fk_hand_overs_answered_by")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_hand_overs_asked_by")),
        sa.ForeignKeyConstraint(
            ["from_id"], ["organisations.id"], name=op.f("fk_hand_overs_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk_hand_overs_neighbourhood_id")
        ),
        sa.ForeignKeyConstraint(["to_id"], ["organisations.id"], name=op.f("fk_hand_overs_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_overs")),
    )
    with op.batch_alter_table("hand_overs") as batch_op:
        batch_op.create_index(batch_op.f("ix_hand_overs_request"), ["request"], unique=False)
        batch_op.create_index(
            "uq_hand_overs_asked",
            ["request"],
            unique=True,
            sqlite_where=sa.text("answered_at is null"),
            postgresql_where=sa.text("answered_at is null"),
        )

    op.create_table(
        "call_out_places",
        sa.Column("call_out_id", sa.Integer(), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("called_up_to", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("all_called", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_out_id"], ["call_outs.id"], name=op.f("fk_call_out_places_call_out_id")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_call_out_places_neighbourhood_id"),
        ),
        sa.PrimaryKeyConstraint("call_out_id", "neighbourhood_id", name=op.f("pk_call_out_places")),
    )
    op.create_table(
        "call_out_recipients",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_out_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("fate", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=True),
        sa.Column("has_place", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("reminded_at", Moment(), nullable=True),
        sa.Column("asked_again_at", Moment(), nullable=True),
        sa.Column("stood_down_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["call_out_id"], ["call_outs.id"], name=op.f("fk_call_out_recipients_call_out_id")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_call_out_recipients_neighbourhood_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_out_recipients_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_out_recipients")),
        sa.UniqueConstraint(
            "call_out_id", "person_id", name=op.f("uq_call_out_recipients_call_out_id_person_id")
        ),
    )
    with op.batch_alter_table("call_out_recipients") as batch_op:
        batch_op.create_index(
            "ix_call_out_recipients_answer",
            ["call_out_id", "answer", "has_place", "turn"],
            unique=False,
        )
        batch_op.create_index(
            "ix_call_out_recipients_fate", ["call_out_id", "fate", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_call_out_recipients_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "role_neighbourhoods",
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_role_neighbourhoods_neighbourhood_id"),
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_role_neighbourhoods_role_id")
        ),
        sa.PrimaryKeyConstraint("role_id", "neighbourhood_id", name=op.f("pk_role_neighbourhoods")),
    )
    with op.batch_alter_table("role_neighbourhoods") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_role_neighbourhoods_neighbourhood_id"),
            ["neighbourhood_id"],
            unique=False,
        )

    op.create_table(
        "rings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("claim_number", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("passed_on", Encrypted(), nullable=True),
        sa.Column("is_urgent", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_rings_person_id")),
        sa.ForeignKeyConstraint(["settled_by"], ["people.id"], name=op.f("fk_rings_settled_by")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_rings_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rings")),
    )
    with op.batch_alter_table("rings") as batch_op:
        batch_op.create_index(batch_op.f("ix_rings_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rings_task_id"), ["task_id"], unique=False)
        batch_op.create_index(
            "ix_rings_waiting",
            ["created_at"],
            unique=False,
            sqlite_where=sa.text("settled_at is null"),
            postgresql_where=sa.text("settled_at is null"),
        )
        batch_op.create_index(
            "uq_rings_of_task",
            ["task_id"],
            unique=True,
            sqlite_where=sa.text("settled_at is null and task_id is not null"),
            postgresql_where=sa.text("settled_at is null and task_id is not null"),
        )

    with op.batch_alter_table("checks") as batch_op:
        batch_op.add_column(
            sa.Column(
                "what", sa.String(length=16), server_default=sa.text("'background'"), nullable=False
            )
        )
        batch_op.add_column(sa.Column("issued_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ended_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("ended_by", sa.Integer(), nullable=True))
        batch_op.alter_column("expires_on", existing_type=sa.DATE(), nullable=True)
        batch_op.create_index(batch_op.f("ix_checks_expires_on"), ["expires_on"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_checks_ended_by"), "people", ["ended_by"], ["id"]
        )

    with op.batch_alter_table("expenses") as batch_op:
        batch_op.add_column(sa.Column("neighbourhood_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_expenses_neighbourhood_id"),
            "neighbourhoods",
            ["neighbourhood_id"],
            ["id"],
        )

    with op.batch_alter_table("helped_people") as batch_op:
        batch_op.create_index(
            "ix_helped_people_review_on",
            ["review_on"],
            unique=False,
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )

    with op.batch_alter_table("invitations") as batch_op:
        batch_op.add_column(
            sa.Column("areas", sa.JSON(), server_default=sa.text("'[]'"), nullable=False)
        )
        batch_op.add_column(sa.Column("used_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("answered_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("was_right", sa.Boolean(), nullable=True))

    with op.batch_alter_table("neighbourhoods") as batch_op:
        batch_op.add_column(sa.Column("organisation_id", sa.Integer(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_neighbourhoods_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_neighbourhoods_organisation_id"),
            "organisations",
            ["organisation_id"],
            ["id"],
        )

    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(sa.Column("recipient_id", sa.Integer(), nullable=True))
        batch_op.create_index(
            "ix_outbox_recipient_id",
            ["recipient_id"],
            unique=False,
            sqlite_where=sa.text("recipient_id is not null"),
            postgresql_where=sa.text("recipient_id is not null"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_outbox_recipient_id"), "call_out_recipients", ["recipient_id"], ["id"]
        )

    with op.batch_alter_table("people") as batch_op:
        batch_op.add_column(
            sa.Column("rung", sa.Boolean(), server_default=sa.text("0"), nullable=False)
        )
        batch_op.add_column(sa.Column("phone", Encrypted(), nullable=True))
        batch_op.create_index(
            "ix_people_rung",
            ["id"],
            unique=False,
            sqlite_where=sa.text("rung = 1"),
            postgresql_where=sa.text("rung"),
        )

    with op.batch_alter_table("repeats") as batch_op:
        batch_op.create_index(
            "ix_repeats_without_helper",
            ["next_start"],
            unique=False,
            sqlite_where=sa.text("ended_at is null and helper_id is null"),
            postgresql_where=sa.text("ended_at is null and helper_id is null"),
        )

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.add_column(sa.Column("organisation_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("by_phone", sa.Boolean(), server_default=sa.text("0"), nullable=False)
        )
        batch_op.add_column(sa.Column("closed_as", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("closed_by", sa.Integer(), nullable=True))
        batch_op.create_index("ix_tasks_created_at", ["created_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_tasks_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_tasks_organisation_id"), "organisations", ["organisation_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_tasks_closed_by"), "people", ["closed_by"], ["id"]
        )

    with op.batch_alter_table("volunteer_neighbourhoods") as batch_op:
        batch_op.drop_index(batch_op.f("ix_volunteer_neighbourhoods_neighbourhood_id"))
        batch_op.create_index(
            "ix_volunteer_neighbourhoods_people", ["neighbourhood_id", "person_id"], unique=False
        )

    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.add_column(sa.Column("offered_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("reviewed_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("reviewed_by", sa.Integer(), nullable=True))
        batch_op.create_index(
            "ix_volunteers_to_review",
            ["offered_at", "person_id"],
            unique=False,
            sqlite_where=sa.text("reviewed_at is null"),
            postgresql_where=sa.text("reviewed_at is null"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_volunteers_reviewed_by"), "people", ["reviewed_by"], ["id"]
        )

    with op.batch_alter_table("worries") as batch_op:
        batch_op.create_index(
            "ix_worries_open",
            ["created_at"],
            unique=False,
            sqlite_where=sa.text("settled_at is null"),
            postgresql_where=sa.text("settled_at is null"),
        )
    # A check was of identity and background in one.
    op.execute(
        "INSERT INTO checks (person_id, recorded_by, recorded_at, expires_on, what)"
        " SELECT person_id, recorded_by, recorded_at, NULL, 'identity' FROM checks"
        " GROUP BY person_id"
    )
    op.execute("UPDATE volunteers SET offered_at = created_at")
    # What was reminded of thing by thing is now said in one word of the day.
    op.execute(
        "UPDATE OR IGNORE due_work SET kind = 'queue-day', subject = 0"
        " WHERE kind IN ('approvals-wait', 'expense')"
    )
    op.execute("DELETE FROM due_work WHERE kind IN ('approvals-wait', 'expense')")
    # Whoever was checked was looked at.
    op.execute(
        "UPDATE volunteers SET reviewed_at = created_at"
        " WHERE person_id IN (SELECT person_id FROM checks)"
    )


def downgrade() -> None:
    op.execute("DELETE FROM checks WHERE what <> 'background' OR ended_at IS NOT NULL")
    op.execute("DELETE FROM checks WHERE expires_on IS NULL")
    with op.batch_alter_table("worries") as batch_op:
        batch_op.drop_index(
            "ix_worries_open",
            sqlite_where=sa.text("settled_at is null"),
            postgresql_where=sa.text("settled_at is null"),
        )

    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_volunteers_reviewed_by"), type_="foreignkey")
        batch_op.drop_index(
            "ix_volunteers_to_review",
            sqlite_where=sa.text("reviewed_at is null"),
            postgresql_where=sa.text("reviewed_at is null"),
        )
        batch_op.drop_column("reviewed_by")
        batch_op.drop_column("reviewed_at")
        batch_op.drop_column("offered_at")

    with op.batch_alter_table("volunteer_neighbourhoods") as batch_op:
        batch_op.drop_index("ix_volunteer_neighbourhoods_people")
        batch_op.create_index(
            batch_op.f("ix_volunteer_neighbourhoods_neighbourhood_id"),
            ["neighbourhood_id"],
            unique=False,
        )

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_tasks_closed_by"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_tasks_organisation_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_tasks_organisation_id"))
        batch_op.drop_index("ix_tasks_created_at")
        batch_op.drop_column("closed_by")
        batch_op.drop_column("closed_as")
        batch_op.drop_column("by_phone")
        batch_op.drop_column("organisation_id")

    with op.batch_alter_table("repeats") as batch_op:
        batch_op.drop_index(
            "ix_repeats_without_helper",
            sqlite_where=sa.text("ended_at is null and helper_id is null"),
            postgresql_where=sa.text("ended_at is null and helper_id is null"),
        )

    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_index(
            "ix_people_rung", sqlite_where=sa.text("rung = 1"), postgresql_where=sa.text("rung")
        )
        batch_op.drop_column("phone")
        batch_op.drop_column("rung")

    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_outbox_recipient_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_outbox_recipient_id",
            sqlite_where=sa.text("recipient_id is not null"),
            postgresql_where=sa.text("recipient_id is not null"),
        )
        batch_op.drop_column("recipient_id")

    with op.batch_alter_table("neighbourhoods") as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_neighbourhoods_organisation_id"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_neighbourhoods_organisation_id"))
        batch_op.drop_column("organisation_id")

    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_column("was_right")
        batch_op.drop_column("answered_at")
        batch_op.drop_column("used_at")
        batch_op.drop_column("areas")

    with op.batch_alter_table("helped_people") as batch_op:
        batch_op.drop_index(
            "ix_helped_people_review_on",
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )

    with op.batch_alter_table("expenses") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_expenses_neighbourhood_id"), type_="foreignkey")
        batch_op.drop_column("neighbourhood_id")

    with op.batch_alter_table("checks") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_checks_ended_by"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_checks_expires_on"))
        batch_op.alter_column("expires_on", existing_type=sa.DATE(), nullable=False)
        batch_op.drop_column("ended_by")
        batch_op.drop_column("ended_at")
        batch_op.drop_column("issued_on")
        batch_op.drop_column("what")

    with op.batch_alter_table("rings") as batch_op:
        batch_op.drop_index(
            "uq_rings_of_task",
            sqlite_where=sa.text("settled_at is null and task_id is not null"),
            postgresql_where=sa.text("settled_at is null and task_id is not null"),
        )
        batch_op.drop_index(
            "ix_rings_waiting",
            sqlite_where=sa.text("settled_at is null"),
            postgresql_where=sa.text("settled_at is null"),
        )
        batch_op.drop_index(batch_op.f("ix_rings_task_id"))
        batch_op.drop_index(batch_op.f("ix_rings_person_id"))

    op.drop_table("rings")
    with op.batch_alter_table("role_neighbourhoods") as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_neighbourhoods_neighbourhood_id"))

    op.drop_table("role_neighbourhoods")
    with op.batch_alter_table("call_out_recipients") as batch_op:
        batch_op.drop_index(batch_op.f("ix_call_out_recipients_person_id"))
        batch_op.drop_index("ix_call_out_recipients_fate")
        batch_op.drop_index("ix_call_out_recipients_answer")

    op.drop_table("call_out_recipients")
    op.drop_table("call_out_places")
    with op.batch_alter_table("hand_overs") as batch_op:
        batch_op.drop_index(
            "uq_hand_overs_asked",
            sqlite_where=sa.text("answered_at is null"),
            postgresql_where=sa.text("answered_at is null"),
        )
        batch_op.drop_index(batch_op.f("ix_hand_overs_request"))

    op.drop_table("hand_overs")
    with op.batch_alter_table("call_outs") as batch_op:
        batch_op.drop_index("ix_call_outs_status")
        batch_op.drop_index("ix_call_outs_created_at")

    op.drop_table("call_outs")
    with op.batch_alter_table("blocks") as batch_op:
        batch_op.drop_index(
            "uq_blocks_standing",
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )

    op.drop_table("blocks")
    op.drop_table("settings")
