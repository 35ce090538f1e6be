"""What becomes of every row that names somebody, once they are forgotten.

`tests/storage/test_forgetting_rules.py` walks the tables: one that names people without a rule here
fails it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Column

from storage import tables as all_tables
from storage.tables import (
    approvals,
    blocks,
    call_outs,
    checks,
    expenses,
    helped_people,
    holds,
    invitations,
    repeats,
    rings,
    tasks,
    worries,
)


class Rule(StrEnum):
    """What becomes of a row by what it names."""

    #: It is about them and nothing else.
    DELETE = "delete"
    #: It is about others too, or is counted: somebody stays in it, and nobody is named.
    NOBODY = "nobody"
    #: It goes on without them.
    EMPTY = "empty"


#: By the column that names people. The order is that in which they are applied: what is deleted
#: last is what others refer to.
OF_PEOPLE: Final[Mapping[Column[Any], Rule]] = {
    # What others see of it, decide or count.
    tasks.c.resident_id: Rule.NOBODY,
    tasks.c.helper_id: Rule.NOBODY,
    tasks.c.closed_by: Rule.NOBODY,
    all_tables.reveals.c.person_id: Rule.NOBODY,
    all_tables.call_out_recipients.c.person_id: Rule.NOBODY,
    expenses.c.person_id: Rule.NOBODY,
    # The buttons below it carry its number, which must never come to mean something else.
    approvals.c.author_id: Rule.NOBODY,
    worries.c.person_id: Rule.NOBODY,
    # What they decided or did for the scheme.
    approvals.c.decided_by: Rule.NOBODY,
    blocks.c.blocked_by: Rule.NOBODY,
    blocks.c.ended_by: Rule.NOBODY,
    call_outs.c.made_by: Rule.NOBODY,
    call_outs.c.agreed_by: Rule.NOBODY,
    call_outs.c.stopped_by: Rule.NOBODY,
    checks.c.recorded_by: Rule.NOBODY,
    checks.c.ended_by: Rule.NOBODY,
    all_tables.entry_links.c.made_by: Rule.NOBODY,
    expenses.c.decided_by: Rule.NOBODY,
    all_tables.forgettings.c.asked_by: Rule.NOBODY,
    all_tables.hand_overs.c.asked_by: Rule.NOBODY,
    all_tables.hand_overs.c.answered_by: Rule.NOBODY,
    holds.c.set_by: Rule.NOBODY,
    invitations.c.made_by: Rule.NOBODY,
    all_tables.kept_out.c.blocked_by: Rule.NOBODY,
    all_tables.reached_limits.c.lifted_by: Rule.NOBODY,
    rings.c.settled_by: Rule.NOBODY,
    all_tables.roles.c.appointed_by: Rule.NOBODY,
    all_tables.volunteers.c.reviewed_by: Rule.NOBODY,
    worries.c.acknowledged_by: Rule.NOBODY,
    # What goes on without them.
    repeats.c.helper_id: Rule.EMPTY,
    repeats.c.wished_id: Rule.EMPTY,
    # What is about them alone.
    all_tables.admissions.c.person_id: Rule.DELETE,
    all_tables.asks.c.person_id: Rule.DELETE,
    blocks.c.person_id: Rule.DELETE,
    checks.c.person_id: Rule.DELETE,
    all_tables.conversations.c.person_id: Rule.DELETE,
    all_tables.experiences.c.person_id: Rule.DELETE,
    holds.c.person_id: Rule.DELETE,
    all_tables.interests.c.person_id: Rule.DELETE,
    invitations.c.used_by: Rule.DELETE,
    all_tables.no_shows.c.person_id: Rule.DELETE,
    all_tables.reached_limits.c.person_id: Rule.DELETE,
    all_tables.relay_choices.c.person_id: Rule.DELETE,
    all_tables.relay_held.c.person_id: Rule.DELETE,
    all_tables.relay_messages.c.from_id: Rule.DELETE,
    all_tables.relay_messages.c.to_id: Rule.DELETE,
    rings.c.person_id: Rule.DELETE,
    all_tables.roles.c.person_id: Rule.DELETE,
    all_tables.shown_buttons.c.person_id: Rule.DELETE,
    all_tables.start_links.c.person_id: Rule.DELETE,
    all_tables.volunteers.c.person_id: Rule.DELETE,
    repeats.c.resident_id: Rule.DELETE,
    helped_people.c.requester_id: Rule.DELETE,
}
#: By the column that names something which is deleted above.
OF_WHAT_GOES: Final[Mapping[Column[Any], Rule]] = {
    all_tables.role_neighbourhoods.c.role_id: Rule.DELETE,
    all_tables.volunteer_kinds.c.person_id: Rule.DELETE,
    all_tables.volunteer_neighbourhoods.c.person_id: Rule.DELETE,
    tasks.c.helped_id: Rule.EMPTY,
    tasks.c.repeat_id: Rule.EMPTY,
    repeats.c.helped_id: Rule.EMPTY,
}
#: What of a request could point at whoever asked for it, and what it says in its place. How it
#: stands, its kind, its place and its times stay, for the numbers.
TELLING: Final[Mapping[str, object]] = {
    "size": None,
    "needs": [],
    "named": [],
    "left_out": [],
    "language_wanted": None,
    "who_pays": None,
    "ceiling": None,
    "by_phone": False,
}
