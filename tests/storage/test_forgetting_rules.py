"""Nothing that names people is left without a rule for the day on which they are forgotten."""

import pytest
from sqlalchemy import Column, ForeignKey, Table

from storage.forgetting_rules import OF_PEOPLE, OF_WHAT_GOES, TELLING, Rule
from storage.tables import helped_people, metadata, people, repeats, roles, tasks, volunteers

#: Tables of which rows are deleted with their people, and to which others refer.
GOING = (helped_people, repeats, roles, volunteers)


def _references(*tables: Table) -> set[Column[object]]:
    keys = [key for table in metadata.sorted_tables for key in table.foreign_keys]
    return {key.parent for key in keys if key.column.table in tables}


def test_every_reference_to_people_has_a_rule() -> None:
    assert _references(people) == set(OF_PEOPLE)


def test_every_reference_to_what_goes_with_them_has_a_rule() -> None:
    assert _references(*GOING) == set(OF_WHAT_GOES)


def test_what_is_deleted_is_referred_to_by_nothing_else() -> None:
    deleted = {column.table for column, rule in OF_PEOPLE.items() if rule is Rule.DELETE}
    keys: list[ForeignKey] = [
        key
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table in deleted - set(GOING) and key.ondelete is None
    ]
    assert keys == []


@pytest.mark.parametrize("column", [*OF_PEOPLE, *OF_WHAT_GOES], ids=str)
def test_a_rule_can_be_applied(column: Column[object]) -> None:
    rule = {**OF_PEOPLE, **OF_WHAT_GOES}[column]
    assert rule is not Rule.EMPTY or column.nullable
    assert column.name in column.table.columns


def test_what_a_request_says_is_numbers_and_times_or_is_emptied() -> None:
    """Whoever adds a column to requests has to say whether it points at somebody."""
    harmless = {
        *("id", "reference", "token", "request", "slot", "slots", "neighbourhood_id"),
        *("organisation_id", "status", "reach", "kind", "level", "window_start", "window_end"),
        *("claim_number", "created_at", "opened_at", "claimed_at", "contact_at", "coming_from"),
        *("coming_until", "set_off_at", "closed_at", "closed_as", "confirmed_at", "cleared_at"),
    }
    private = {column.name for column in tasks.c if hasattr(column.type, "bound_to")}
    named = {column.name for column in tasks.c if column in {*OF_PEOPLE, *OF_WHAT_GOES}}
    assert {column.name for column in tasks.c} == harmless | private | named | set(TELLING)
