"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage.tables import Encrypted, Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "chats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("quiet_until", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("address", name=op.f("uq_chats_address")),
    )
    op.create_table(
        "due_work",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_work")),
        sa.UniqueConstraint("kind", "subject", name=op.f("uq_due_work_kind_subject")),
    )
    with op.batch_alter_table("due_work", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_due_work_due_at"), ["due_at"], unique=False)
        batch_op.create_index(
            "ix_due_work_leased_until",
            ["leased_until"],
            unique=False,
            sqlite_where=sa.text("leased_until is not null"),
            postgresql_where=sa.text("leased_until is not null"),
        )

    op.create_table(
        "inbox",
        sa.Column("messenger", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("body", Encrypted(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("messenger", "number", name=op.f("pk_inbox")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index("ix_inbox_received_at", ["received_at"], unique=False)
        batch_op.create_index(
            "ix_inbox_waiting",
            ["messenger", "number"],
            unique=False,
            sqlite_where=sa.text("status = 'new'"),
            postgresql_where=sa.text("status = 'new'"),
        )

    op.create_table(
        "neighbourhoods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("name_folded", sa.String(length=64), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("outline", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_neighbourhoods")),
        sa.UniqueConstraint("name_folded", name=op.f("uq_neighbourhoods_name_folded")),
    )
    op.create_table(
        "adjacent_neighbourhoods",
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.Column("adjacent_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["adjacent_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_adjacent_neighbourhoods_adjacent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_adjacent_neighbourhoods_neighbourhood_id"),
        ),
        sa.PrimaryKeyConstraint(
            "neighbourhood_id", "adjacent_id", name=op.f("pk_adjacent_neighbourhoods")
        ),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_groups_chat_id")),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk_groups_neighbourhood_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sa.UniqueConstraint("chat_id", "thread", name=op.f("uq_groups_chat_id_thread")),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_groups_neighbourhood_id"), ["neighbourhood_id"], unique=False
        )

    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("language_chosen", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("first_name", Encrypted(), nullable=True),
        sa.Column("agreed_at", Moment(), nullable=True),
        sa.Column("health_agreed_at", Moment(), nullable=True),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_people_chat_id")),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk_people_neighbourhood_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("account", name=op.f("uq_people_account")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_people_chat_id")),
    )
    op.create_table(
        "postcodes",
        sa.Column("prefix", sa.String(length=16), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk_postcodes_neighbourhood_id")
        ),
        sa.PrimaryKeyConstraint("prefix", name=op.f("pk_postcodes")),
    )
    with op.batch_alter_table("postcodes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_postcodes_neighbourhood_id"), ["neighbourhood_id"], unique=False
        )

    op.create_table(
        "checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_checks_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name=op.f("fk_checks_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
    )
    with op.batch_alter_table("checks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_checks_person_id"), ["person_id"], unique=False)

    op.create_table(
        "conversations",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("state", Encrypted(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_conversations_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_conversations")),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("size", sa.String(length=16), nullable=True),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("language_wanted", sa.String(length=8), nullable=True),
        sa.Column("who_pays", sa.String(length=16), nullable=True),
        sa.Column("ceiling", sa.Integer(), nullable=True),
        sa.Column("window_start", Moment(), nullable=False),
        sa.Column("window_end", Moment(), nullable=False),
        sa.Column("first_name", Encrypted(), nullable=True),
        sa.Column("words", Encrypted(), nullable=True),
        sa.Column("place", Encrypted(), nullable=True),
        sa.Column("street", Encrypted(), nullable=True),
        sa.Column("door", Encrypted(), nullable=True),
        sa.Column("entry_notes", Encrypted(), nullable=True),
        sa.Column("phone", Encrypted(), nullable=True),
        sa.Column("helper_id", sa.Integer(), nullable=True),
        sa.Column("claim_number", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("claimed_at", Moment(), nullable=True),
        sa.Column("set_off_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["helper_id"], ["people.id"], name=op.f("fk_tasks_helper_id")),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk_tasks_neighbourhood_id")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["people.id"], name=op.f("fk_tasks_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("reference", name=op.f("uq_tasks_reference")),
        sa.UniqueConstraint("token", name=op.f("uq_tasks_token")),
    )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tasks_helper_id"), ["helper_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tasks_resident_id"), ["resident_id"], unique=False)
        batch_op.create_index(
            "ix_tasks_status_neighbourhood_id", ["status", "neighbourhood_id"], unique=False
        )

    op.create_table(
        "volunteers",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("times", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("has_car", sa.Boolean(), nullable=False),
        sa.Column("tasks_at_once", sa.Integer(), nullable=False),
        sa.Column("asked_at_most", sa.String(length=16), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_volunteers_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_volunteers")),
    )
    op.create_table(
        "card_posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_card_posts_chat_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_card_posts_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_posts")),
        sa.UniqueConstraint("chat_id", "message", name=op.f("uq_card_posts_chat_id_message")),
    )
    with op.batch_alter_table("card_posts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_posts_task_id"), ["task_id"], unique=False)

    op.create_table(
        "interests",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_interests_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_interests_task_id")),
        sa.PrimaryKeyConstraint("task_id", "person_id", name=op.f("pk_interests")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=True),
        sa.Column("thread", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("payload", Encrypted(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(length=64), nullable=True),
        sa.Column("changes", sa.Integer(), nullable=True),
        sa.Column("message", sa.Integer(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=True),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["changes"], ["outbox.id"], name=op.f("fk_outbox_changes")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_outbox_chat_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_outbox_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_chat_id_status", ["chat_id", "status"], unique=False)
        batch_op.create_index(
            "ix_outbox_due",
            ["priority", "id"],
            unique=False,
            sqlite_where=sa.text("status in ('pending', 'retry')"),
            postgresql_where=sa.text("status in ('pending', 'retry')"),
        )
        batch_op.create_index("ix_outbox_finished_at", ["finished_at"], unique=False)
        batch_op.create_index(
            "ix_outbox_next_in_chat",
            ["chat_id", "priority", "id"],
            unique=False,
            sqlite_where=sa.text("status in ('pending', 'retry')"),
            postgresql_where=sa.text("status in ('pending', 'retry')"),
        )
        batch_op.create_index(
            "ix_outbox_waiting",
            ["created_at"],
            unique=False,
            sqlite_where=sa.text("status = 'waiting'"),
            postgresql_where=sa.text("status = 'waiting'"),
        )
        batch_op.create_index(
            "ix_outbox_changes",
            ["changes"],
            unique=False,
            sqlite_where=sa.text("changes is not null"),
            postgresql_where=sa.text("changes is not null"),
        )
        batch_op.create_index(
            "ix_outbox_task_id",
            ["task_id"],
            unique=False,
            sqlite_where=sa.text("task_id is not null"),
            postgresql_where=sa.text("task_id is not null"),
        )
        batch_op.create_index(
            "ix_outbox_label",
            ["label"],
            unique=False,
            sqlite_where=sa.text("label is not null"),
            postgresql_where=sa.text("label is not null"),
        )

    op.create_table(
        "reveals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reveals_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_reveals_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reveals")),
        sa.UniqueConstraint(
            "task_id",
            "person_id",
            "claim_number",
            "stage",
            name=op.f("uq_reveals_task_id_person_id_claim_number_stage"),
        ),
    )
    op.create_table(
        "start_links",
        sa.Column("token", sa.String(length=24), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_start_links_person_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_start_links_task_id")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_start_links")),
    )
    op.create_table(
        "volunteer_kinds",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("guidance_read_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["volunteers.person_id"], name=op.f("fk_volunteer_kinds_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "kind", name=op.f("pk_volunteer_kinds")),
    )
    op.create_table(
        "volunteer_neighbourhoods",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("neighbourhood_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk_volunteer_neighbourhoods_neighbourhood_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["volunteers.person_id"],
            name=op.f("fk_volunteer_neighbourhoods_person_id"),
        ),
        sa.PrimaryKeyConstraint(
            "person_id", "neighbourhood_id", name=op.f("pk_volunteer_neighbourhoods")
        ),
    )


def downgrade() -> None:
    # Each takes its indexes with it.
    op.drop_table("volunteer_neighbourhoods")
    op.drop_table("volunteer_kinds")
    op.drop_table("start_links")
    op.drop_table("reveals")
    op.drop_table("outbox")
    op.drop_table("interests")
    op.drop_table("card_posts")
    op.drop_table("volunteers")
    op.drop_table("tasks")
    op.drop_table("conversations")
    op.drop_table("checks")
    op.drop_table("postcodes")
    op.drop_table("people")
    op.drop_table("groups")
    op.drop_table("adjacent_neighbourhoods")
    op.drop_table("neighbourhoods")
    op.drop_table("inbox")
    op.drop_table("due_work")
    op.drop_table("chats")
