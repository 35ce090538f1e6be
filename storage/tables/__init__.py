"""Every table. Times are UTC; an `address` or `account` is `app:number`, as in `telegram:7001`.

What a person typed stands in `Encrypted` columns only, each sealed with that person's own key.
"""

from storage.tables.afterwards import approvals, expenses, experiences, worries
from storage.tables.call_outs import call_out_places, call_out_recipients, call_outs
from storage.tables.columns import (
    Encrypted,
    Moment,
    is_literally,
    metadata,
    set_conditions_for_server,
)
from storage.tables.holds import holds, kept_out
from storage.tables.limits import admissions, entry_links, no_shows, reached_limits, wrong_links
from storage.tables.messages import (
    conversations,
    due_work,
    inbox,
    outbox,
    shown_buttons,
    turns,
)
from storage.tables.people import (
    blocks,
    chats,
    forgettings,
    helped_people,
    invitations,
    organisations,
    people,
    role_neighbourhoods,
    roles,
    settings,
    vault,
)
from storage.tables.places import (
    adjacent_neighbourhoods,
    groups,
    neighbourhoods,
    overviews,
    postcodes,
)
from storage.tables.relaying import pictures, relay_choices, relay_held, relay_messages
from storage.tables.tasks import (
    asks,
    card_posts,
    hand_overs,
    interests,
    reveals,
    rings,
    start_links,
    tasks,
)
from storage.tables.volunteers import checks, volunteer_kinds, volunteer_neighbourhoods, volunteers
from storage.tables.weekly import repeats

__all__ = [
    "Encrypted",
    "Moment",
    "adjacent_neighbourhoods",
    "admissions",
    "approvals",
    "asks",
    "blocks",
    "call_out_places",
    "call_out_recipients",
    "call_outs",
    "card_posts",
    "chats",
    "checks",
    "conversations",
    "due_work",
    "entry_links",
    "expenses",
    "experiences",
    "forgettings",
    "groups",
    "hand_overs",
    "helped_people",
    "holds",
    "inbox",
    "interests",
    "invitations",
    "is_literally",
    "kept_out",
    "metadata",
    "neighbourhoods",
    "no_shows",
    "organisations",
    "outbox",
    "overviews",
    "people",
    "pictures",
    "postcodes",
    "reached_limits",
    "relay_choices",
    "relay_held",
    "relay_messages",
    "repeats",
    "reveals",
    "rings",
    "role_neighbourhoods",
    "roles",
    "set_conditions_for_server",
    "settings",
    "shown_buttons",
    "start_links",
    "tasks",
    "turns",
    "vault",
    "volunteer_kinds",
    "volunteer_neighbourhoods",
    "volunteers",
    "worries",
    "wrong_links",
]
