"""What a scheme has set in chat, by name; what is not set stays as the program has it."""

from pydantic import JsonValue
from sqlalchemy import select

from storage.database import Transaction
from storage.dialects import insert
from storage.tables import settings

#: What the settings are known under between transactions: every event asks for them.
KNOWN = "settings"


async def all_of_them(transaction: Transaction) -> dict[str, JsonValue]:
    """Return everything that was set, by name."""
    known = transaction.recall(KNOWN)
    if not isinstance(known, dict):
        result = await transaction.connection.execute(select(settings))
        known = {row.name: row.value for row in result}
        transaction.know(KNOWN, known)
    return dict(known)


async def put(transaction: Transaction, name: str, value: JsonValue) -> None:
    """Set something, in the place of what it was before."""
    transaction.forget_known()
    await transaction.connection.execute(
        insert(settings)
        .values(name=name, value=value)
        .on_conflict_do_update(index_elements=[settings.c.name], set_={"value": value})
    )
