"""From the card to the thank-you."""

import sqlalchemy as sa
from alembic import op

from storage.tables import Encrypted, Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("name_folded", sa.String(length=64), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("name_folded", name=op.f("uq_organisations_name_folded")),
    )
    op.create_table(
        "pictures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content", Encrypted(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("kept_until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pictures")),
    )
    with op.batch_alter_table("pictures") as batch_op:
        batch_op.create_index(batch_op.f("ix_pictures_kept_until"), ["kept_until"], unique=False)

    op.create_table(
        "helped_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("requester_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("first_name", Encrypted(), nullable=False),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=True),
        sa.Column("consent_how", sa.String(length=16), nullable=False),
        sa.Column("consent_at", Moment(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_helped_people_neighbourhood_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_helped_people_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["requester_id"], ["people.id"], name=op.f("fk_helped_people_requester_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helped_people")),
    )
    with op.batch_alter_table("helped_people") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_helped_people_requester_id"), ["requester_id"], unique=False
        )

    op.create_table(
        "invitations",
        sa.Column("token", sa.String(length=24), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_invitations_made_by")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_invitations_organisation_id")
        ),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_invitations")),
    )
    op.create_table(
        "overviews",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_overviews_group_id")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_overviews")),
    )
    op.create_table(
        "relay_held",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_relay_held_person_id")),
        sa.ForeignKeyConstraint(
            ["picture_id"],
            ["pictures.id"],
            name=op.f("fk_relay_held_picture_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relay_held")),
    )
    with op.batch_alter_table("relay_held") as batch_op:
        batch_op.create_index(batch_op.f("ix_relay_held_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_relay_held_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_relay_held_picture_id"), ["picture_id"], unique=False)

    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("appointed_by", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointed_by"], ["people.id"], name=op.f("fk_roles_appointed_by")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_roles_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_roles_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
    )
    with op.batch_alter_table("roles") as batch_op:
        batch_op.create_index(batch_op.f("ix_roles_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_roles_held",
            ["person_id", "role"],
            unique=True,
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )

    op.create_table(
        "shown_buttons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("buttons", Encrypted(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_shown_buttons_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shown_buttons")),
    )
    with op.batch_alter_table("shown_buttons") as batch_op:
        batch_op.create_index(batch_op.f("ix_shown_buttons_at"), ["at"], unique=False)
        batch_op.create_index("ix_shown_buttons_person_id_id", ["person_id", "id"], unique=False)

    op.create_table(
        "repeats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("helped_id", sa.Integer(), nullable=True),
        sa.Column("request", sa.String(length=16), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=True),
        sa.Column("wished_id", sa.Integer(), nullable=True),
        sa.Column("helper_away_until", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.String(length=16), nullable=True),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("language_wanted", sa.String(length=8), nullable=True),
        sa.Column("who_pays", sa.String(length=16), nullable=True),
        sa.Column("ceiling", sa.Integer(), nullable=True),
        sa.Column("first_start", Moment(), nullable=False),
        sa.Column("first_end", Moment(), nullable=False),
        sa.Column("next_start", Moment(), nullable=False),
        sa.Column("next_end", Moment(), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("first_name", Encrypted(), nullable=True),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("street", Encrypted(), nullable=True),
        sa.Column("door", Encrypted(), nullable=True),
        sa.Column("entry_notes", Encrypted(), nullable=True),
        sa.Column("phone", Encrypted(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["helped_id"], ["helped_people.id"], name=op.f("fk_repeats_helped_id")
        ),
        sa.ForeignKeyConstraint(["helper_id"], ["people.id"], name=op.f("fk_repeats_helper_id")),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk_repeats_neighbourhood_id")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["people.id"], name=op.f("fk_repeats_resident_id")
        ),
        sa.ForeignKeyConstraint(["wished_id"], ["people.id"], name=op.f("fk_repeats_wished_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repeats")),
        sa.UniqueConstraint("token", name=op.f("uq_repeats_token")),
    )
    with op.batch_alter_table("repeats") as batch_op:
        batch_op.create_index(batch_op.f("ix_repeats_helper_id"), ["helper_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_repeats_resident_id"), ["resident_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_repeats_wished_id"), ["wished_id"], unique=False)
        batch_op.create_index(
            "uq_repeats_going",
            ["request"],
            unique=True,
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )

    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_approvals_author_id")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_approvals_decided_by")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_approvals_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sa.UniqueConstraint(
            "kind", "task_id", "author_id", name=op.f("uq_approvals_kind_task_id_author_id")
        ),
    )
    with op.batch_alter_table("approvals") as batch_op:
        batch_op.create_index("ix_approvals_status", ["status"], unique=False)

    op.create_table(
        "asks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_asks_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_asks_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asks")),
        sa.UniqueConstraint("task_id", "person_id", name=op.f("uq_asks_task_id_person_id")),
    )
    with op.batch_alter_table("asks") as batch_op:
        batch_op.create_index(batch_op.f("ix_asks_person_id"), ["person_id"], unique=False)

    op.create_table(
        "expenses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_expenses_decided_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_expenses_person_id")),
        sa.ForeignKeyConstraint(
            ["receipt_id"],
            ["pictures.id"],
            name=op.f("fk_expenses_receipt_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_expenses_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expenses")),
        sa.UniqueConstraint("task_id", "person_id", name=op.f("uq_expenses_task_id_person_id")),
    )
    with op.batch_alter_table("expenses") as batch_op:
        batch_op.create_index(batch_op.f("ix_expenses_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_expenses_receipt_id"), ["receipt_id"], unique=False)
        batch_op.create_index("ix_expenses_status", ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_expenses_task_id"), ["task_id"], unique=False)

    op.create_table(
        "experiences",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_experiences_person_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_experiences_task_id")),
        sa.PrimaryKeyConstraint("task_id", "person_id", name=op.f("pk_experiences")),
    )
    with op.batch_alter_table("experiences") as batch_op:
        batch_op.create_index(batch_op.f("ix_experiences_person_id"), ["person_id"], unique=False)

    op.create_table(
        "relay_choices",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("claim_number", sa.Integer(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_relay_choices_person_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_relay_choices_task_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_relay_choices")),
    )
    op.create_table(
        "relay_messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("message_from", sa.Integer(), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_relay_messages_from_id")),
        sa.ForeignKeyConstraint(
            ["picture_id"],
            ["pictures.id"],
            name=op.f("fk_relay_messages_picture_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_relay_messages_task_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_relay_messages_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relay_messages")),
    )
    with op.batch_alter_table("relay_messages") as batch_op:
        batch_op.create_index(batch_op.f("ix_relay_messages_at"), ["at"], unique=False)
        batch_op.create_index(
            "ix_relay_messages_from_id_message_from", ["from_id", "message_from"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_relay_messages_picture_id"), ["picture_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_relay_messages_task_id"), ["task_id"], unique=False)
        batch_op.create_index("ix_relay_messages_to_id", ["to_id"], unique=False)

    op.create_table(
        "worries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("is_danger", sa.Boolean(), nullable=False),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.Column("acknowledged_by", sa.Integer(), nullable=True),
        sa.Column("acknowledged_at", Moment(), nullable=True),
        sa.Column("settled_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["acknowledged_by"], ["people.id"], name=op.f("fk_worries_acknowledged_by")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_worries_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_worries_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worries")),
    )
    with op.batch_alter_table("worries") as batch_op:
        batch_op.create_index(batch_op.f("ix_worries_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_worries_task_id"), ["task_id"], unique=False)

    with op.batch_alter_table("card_posts") as batch_op:
        batch_op.add_column(
            sa.Column("thread", sa.Integer(), server_default=sa.text("0"), nullable=False)
        )
        batch_op.add_column(sa.Column("posted_at", Moment(), nullable=True))

    with op.batch_alter_table("people") as batch_op:
        batch_op.add_column(sa.Column("asked_to_offer_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("bereaved_at", Moment(), nullable=True))
        batch_op.create_index(
            "ix_people_bereaved",
            ["bereaved_at", "chat_id"],
            unique=False,
            sqlite_where=sa.text("bereaved_at is not null"),
            postgresql_where=sa.text("bereaved_at is not null"),
        )

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.add_column(sa.Column("helped_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("request", sa.String(length=16), server_default=sa.text("''"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("slot", sa.Integer(), server_default=sa.text("1"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("slots", sa.Integer(), server_default=sa.text("1"), nullable=False)
        )
        batch_op.add_column(sa.Column("repeat_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "reach", sa.String(length=16), server_default=sa.text("'posted'"), nullable=False
            )
        )
        batch_op.add_column(sa.Column("resident_word", Encrypted(), nullable=True))
        batch_op.add_column(sa.Column("helper_word", Encrypted(), nullable=True))
        batch_op.add_column(sa.Column("handover_note", Encrypted(), nullable=True))
        batch_op.add_column(sa.Column("opened_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("contact_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("coming_from", Moment(), nullable=True))
        batch_op.add_column(sa.Column("coming_until", Moment(), nullable=True))
        batch_op.add_column(sa.Column("confirmed_at", Moment(), nullable=True))
        batch_op.create_index(batch_op.f("ix_tasks_helped_id"), ["helped_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tasks_repeat_id"), ["repeat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tasks_request"), ["request"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_tasks_helped_id"), "helped_people", ["helped_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_tasks_repeat_id"), "repeats", ["repeat_id"], ["id"]
        )

    with op.batch_alter_table("volunteer_neighbourhoods") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_volunteer_neighbourhoods_neighbourhood_id"),
            ["neighbourhood_id"],
            unique=False,
        )

    op.execute("UPDATE tasks SET request = token")
    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.add_column(sa.Column("paused_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("last_asked_at", Moment(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.drop_column("last_asked_at")
        batch_op.drop_column("paused_until")

    with op.batch_alter_table("volunteer_neighbourhoods") as batch_op:
        batch_op.drop_index(batch_op.f("ix_volunteer_neighbourhoods_neighbourhood_id"))

    with op.batch_alter_table("tasks") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_tasks_repeat_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_tasks_helped_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_tasks_request"))
        batch_op.drop_index(batch_op.f("ix_tasks_repeat_id"))
        batch_op.drop_index(batch_op.f("ix_tasks_helped_id"))
        batch_op.drop_column("confirmed_at")
        batch_op.drop_column("coming_until")
        batch_op.drop_column("coming_from")
        batch_op.drop_column("contact_at")
        batch_op.drop_column("opened_at")
        batch_op.drop_column("handover_note")
        batch_op.drop_column("helper_word")
        batch_op.drop_column("resident_word")
        batch_op.drop_column("reach")
        batch_op.drop_column("repeat_id")
        batch_op.drop_column("slots")
        batch_op.drop_column("slot")
        batch_op.drop_column("request")
        batch_op.drop_column("helped_id")

    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_index(
            "ix_people_bereaved",
            sqlite_where=sa.text("bereaved_at is not null"),
            postgresql_where=sa.text("bereaved_at is not null"),
        )
        batch_op.drop_column("bereaved_at")
        batch_op.drop_column("asked_to_offer_at")

    with op.batch_alter_table("card_posts") as batch_op:
        batch_op.drop_column("posted_at")
        batch_op.drop_column("thread")

    with op.batch_alter_table("worries") as batch_op:
        batch_op.drop_index(batch_op.f("ix_worries_task_id"))
        batch_op.drop_index(batch_op.f("ix_worries_person_id"))

    op.drop_table("worries")
    with op.batch_alter_table("relay_messages") as batch_op:
        batch_op.drop_index("ix_relay_messages_to_id")
        batch_op.drop_index(batch_op.f("ix_relay_messages_task_id"))
        batch_op.drop_index(batch_op.f("ix_relay_messages_picture_id"))
        batch_op.drop_index("ix_relay_messages_from_id_message_from")
        batch_op.drop_index(batch_op.f("ix_relay_messages_at"))

    op.drop_table("relay_messages")
    op.drop_table("relay_choices")
    with op.batch_alter_table("experiences") as batch_op:
        batch_op.drop_index(batch_op.f("ix_experiences_person_id"))

    op.drop_table("experiences")
    with op.batch_alter_table("expenses") as batch_op:
        batch_op.drop_index(batch_op.f("ix_expenses_task_id"))
        batch_op.drop_index("ix_expenses_status")
        batch_op.drop_index(batch_op.f("ix_expenses_receipt_id"))
        batch_op.drop_index(batch_op.f("ix_expenses_person_id"))

    op.drop_table("expenses")
    with op.batch_alter_table("asks") as batch_op:
        batch_op.drop_index(batch_op.f("ix_asks_person_id"))

    op.drop_table("asks")
    with op.batch_alter_table("approvals") as batch_op:
        batch_op.drop_index("ix_approvals_status")

    op.drop_table("approvals")
    with op.batch_alter_table("repeats") as batch_op:
        batch_op.drop_index(
            "uq_repeats_going",
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )
        batch_op.drop_index(batch_op.f("ix_repeats_wished_id"))
        batch_op.drop_index(batch_op.f("ix_repeats_resident_id"))
        batch_op.drop_index(batch_op.f("ix_repeats_helper_id"))

    op.drop_table("repeats")
    with op.batch_alter_table("shown_buttons") as batch_op:
        batch_op.drop_index("ix_shown_buttons_person_id_id")
        batch_op.drop_index(batch_op.f("ix_shown_buttons_at"))

    op.drop_table("shown_buttons")
    with op.batch_alter_table("roles") as batch_op:
        batch_op.drop_index(
            "uq_roles_held",
            sqlite_where=sa.text("ended_at is null"),
            postgresql_where=sa.text("ended_at is null"),
        )
        batch_op.drop_index(batch_op.f("ix_roles_person_id"))

    op.drop_table("roles")
    with op.batch_alter_table("relay_held") as batch_op:
        batch_op.drop_index(batch_op.f("ix_relay_held_picture_id"))
        batch_op.drop_index(batch_op.f("ix_relay_held_person_id"))
        batch_op.drop_index(batch_op.f("ix_relay_held_at"))

    op.drop_table("relay_held")
    op.drop_table("overviews")
    op.drop_table("invitations")
    with op.batch_alter_table("helped_people") as batch_op:
        batch_op.drop_index(batch_op.f("ix_helped_people_requester_id"))

    op.drop_table("helped_people")
    with op.batch_alter_table("pictures") as batch_op:
        batch_op.drop_index(batch_op.f("ix_pictures_kept_until"))

    op.drop_table("pictures")
    op.drop_table("organisations")
