"""Accounts and addresses are sealed, and found by a keyed hash."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import context, op

from storage.keys import Keys
from storage.tables import Encrypted, Moment

revision = "0004"
down_revision = "0003"

_PEOPLE = sa.table(
    "people",
    sa.column("id", sa.Integer),
    sa.column("key", sa.String),
    sa.column("account", sa.String),
    sa.column("account_hash", sa.String),
    sa.column("sealed", Encrypted()),
)
_CHATS = sa.table(
    "chats",
    sa.column("id", sa.Integer),
    sa.column("address", sa.String),
    sa.column("address_hash", sa.String),
    sa.column("sealed", Encrypted()),
)


def upgrade() -> None:
    """Seal every account with its person's key, and every address with that of whose chat it is."""
    op.create_table(
        "vault",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("probe", Encrypted(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault")),
    )
    op.create_table(
        "forgettings",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_forgettings")),
    )
    with op.batch_alter_table("forgettings") as batch_op:
        batch_op.create_index(
            "ix_forgettings_to_do",
            ["at"],
            unique=False,
            sqlite_where=sa.text("done_at is null"),
            postgresql_where=sa.text("done_at is null"),
        )
    for table, column in (("people", "account"), ("chats", "address")):
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column(f"{column}_hash", sa.String(32), nullable=True))
            batch_op.add_column(sa.Column("sealed", Encrypted(), nullable=True))
    _with_keys(_seal)
    for table, column in (("people", "account"), ("chats", "address")):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_constraint(f"uq_{table}_{column}", type_="unique")
            batch_op.drop_column(column)
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column("sealed", new_column_name=column)
            batch_op.create_unique_constraint(f"uq_{table}_{column}_hash", [f"{column}_hash"])


def downgrade() -> None:
    """Write accounts and addresses readable again."""
    for table, column in (("people", "account"), ("chats", "address")):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(column, new_column_name="sealed")
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column(column, sa.String(64), nullable=False, server_default=""))
    _with_keys(_open)
    for table, column in (("people", "account"), ("chats", "address")):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_constraint(f"uq_{table}_{column}_hash", type_="unique")
            batch_op.drop_column("sealed")
            batch_op.drop_column(f"{column}_hash")
            batch_op.alter_column(column, server_default=None)
            batch_op.create_unique_constraint(f"uq_{table}_{column}", [column])
    op.drop_table("forgettings")
    op.drop_table("vault")


def _with_keys(work: Callable[[Keys], None]) -> None:
    connection = op.get_bind()
    if connection.execute(sa.select(_CHATS.c.id).limit(1)).first() is None:
        return
    keys = Keys(context.config.attributes["keys"])
    try:
        work(keys)
    finally:
        keys.close()


def _seal(keys: Keys) -> None:
    connection = op.get_bind()
    owners = {row.account: row.key for row in connection.execute(sa.select(_PEOPLE)) if row.account}
    for table, column in ((_PEOPLE, "account"), (_CHATS, "address")):
        rows = connection.execute(sa.select(table.c.id, table.c[column])).all()
        for number, plain in rows:
            found_by, _ = keys.fingerprints(plain)
            key = owners.get(plain, keys.house)
            sealed = keys.seal(key, plain, f"{table.name}.{column}", found_by)
            connection.execute(
                sa.update(table)
                .where(table.c.id == number)
                .values({f"{column}_hash": found_by, "sealed": sealed})
            )


def _open(keys: Keys) -> None:
    connection = op.get_bind()
    for table, column in ((_PEOPLE, "account"), (_CHATS, "address")):
        found_by = table.c[f"{column}_hash"]
        for row in connection.execute(sa.select(table.c.id, found_by, table.c.sealed)).all():
            number, digest, sealed = row
            # Nobody has neither; what stands in their place has to be the only one of its kind.
            plain = f"nobody:{number}"
            if sealed is not None:
                plain = keys.open(sealed, f"{table.name}.{column}", digest)
            connection.execute(sa.update(table).where(table.c.id == number).values({column: plain}))
