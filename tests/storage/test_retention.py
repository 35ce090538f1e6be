"""Everything that is kept stands in the register, and everything about people in their answer."""

from typing import Any

from sqlalchemy import Column

from storage.about_people import OF_HELPED, OF_PERSON, Part
from storage.not_told import DUTIES, NOT_BY, NOT_SHOWN
from storage.retention import ENTRIES, RULES
from storage.retention.periods import SETTABLE
from storage.tables import Encrypted, helped_people, metadata, people, volunteers
from tests.kept_page import PAGE, page

#: What names somebody.
OF_PEOPLE = (people.c.id, helped_people.c.id, volunteers.c.person_id)


def _columns() -> list[Column[Any]]:
    return [column for table in metadata.sorted_tables for column in table.columns]


def _names_people(column: Column[Any]) -> bool:
    return any(key.column in OF_PEOPLE for key in column.foreign_keys)


def test_every_table_stands_in_the_register() -> None:
    as_a_whole = {each.table.name for each in ENTRIES if not each.columns}
    assert set(metadata.tables) - as_a_whole == set()


def test_every_private_column_stands_in_the_register() -> None:
    named = {f"{each.table.name}.{name}" for each in ENTRIES for name in each.columns}
    swept = {each.table.name for each in RULES if not each.columns}
    private = {
        f"{column.table.name}.{column.name}"
        for column in _columns()
        if isinstance(column.type, Encrypted) and column.table.name not in swept
    }
    assert private - named == {"conversations.state"}


def test_every_entry_says_what_and_why_once() -> None:
    said = [(each.table.name, each.columns, each.what) for each in ENTRIES]
    assert len(set(said)) == len(said)
    assert len({each.what for each in RULES}) == len(RULES)
    assert all(each.why and each.what for each in ENTRIES)


def test_every_period_that_can_be_set_is_used_and_within_its_bounds() -> None:
    used = {getattr(each, "period", None) for each in ENTRIES}
    assert set(SETTABLE) - used == set()
    for each in SETTABLE:
        assert each.least is not None
        assert each.most is not None
        assert each.least <= each.default <= each.most


def test_every_column_that_names_people_leads_to_their_answer() -> None:
    by = {part.column for part in (*OF_PERSON, *OF_HELPED)} | set(DUTIES) | set(NOT_BY)
    assert [
        str(column) for column in _columns() if _names_people(column) and column not in by
    ] == []


def _told(parts: tuple[Part, ...]) -> set[str]:
    return {
        f"{part.column.table.name}.{name}"
        for part in parts
        for name in (*part.shows, *part.withheld)
    }


def test_every_column_about_people_is_in_the_answer_or_has_its_reason() -> None:
    parts = (*OF_PERSON, *OF_HELPED)
    tables = {part.column.table for part in parts}
    told, reasons = _told(parts), {str(column) for column in NOT_SHOWN}
    missing = [
        str(column)
        for column in _columns()
        if column.table in tables
        and str(column) not in told | reasons
        and not _names_people(column)
    ]
    assert missing == []
    # A reason is no way to keep back what is told elsewhere.
    assert told & reasons == set()


def test_no_private_column_is_kept_back_without_saying_that_it_is_there() -> None:
    assert [str(column) for column in NOT_SHOWN if isinstance(column.type, Encrypted)] == []


def test_the_page_says_what_is_so() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "please run: make privacy"
