"""Errors without the values that a server and its driver quote: rows stand in them."""

from typing import Any, Final

from sqlalchemy.engine import ExceptionContext

#: Mistakes in a statement itself (PostgreSQL's manual, appendix A): their words are ours.
_OURS: Final = "42"
#: Where a driver keeps what the server said beside the message.
_BESIDE: Final = ("detail", "hint", "internal_query", "where", "query", "server_source_filename")


def tell_no_values(context: ExceptionContext) -> None:
    """Leave of an error its kind and its code, before anybody sees it."""
    errors: list[BaseException | None] = [context.original_exception, context.sqlalchemy_exception]
    seen = set[int]()
    while errors:
        error = errors.pop()
        if error is not None and id(error) not in seen:
            seen.add(id(error))
            errors += [error.__cause__, error.__context__, getattr(error, "orig", None)]
            clean(error)


def clean(error: Any) -> None:
    """Leave of one error its kind and its code."""
    for name in _BESIDE:
        # SQLAlchemy keeps a list of its own under one of these names.
        if isinstance(getattr(error, name, None), str):
            setattr(error, name, None)
    state = getattr(error, "sqlstate", None) or getattr(
        getattr(error, "orig", None), "sqlstate", None
    )
    if not (state or "").startswith(_OURS):
        error.args = (f"{type(error).__name__} {state or ''}".strip(),)
