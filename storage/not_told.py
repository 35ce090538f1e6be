"""What of a person's data they are not told, each with its reason, and what only by its time."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Column

from storage.tables import (
    approvals,
    asks,
    blocks,
    call_out_recipients,
    call_outs,
    card_posts,
    chats,
    checks,
    conversations,
    entry_links,
    expenses,
    forgettings,
    hand_overs,
    helped_people,
    holds,
    invitations,
    kept_out,
    no_shows,
    outbox,
    people,
    reached_limits,
    relay_choices,
    relay_held,
    relay_messages,
    repeats,
    reveals,
    rings,
    role_neighbourhoods,
    roles,
    shown_buttons,
    start_links,
    tasks,
    volunteers,
    worries,
    wrong_links,
)

#: What somebody did for the scheme: only when, since the rest is about others.
DUTIES: Final[Mapping[Column[Any], str]] = {
    tasks.c.closed_by: "closed_at",
    approvals.c.decided_by: "decided_at",
    expenses.c.decided_by: "decided_at",
    worries.c.acknowledged_by: "acknowledged_at",
    rings.c.settled_by: "settled_at",
    hand_overs.c.asked_by: "asked_at",
    hand_overs.c.answered_by: "answered_at",
    call_outs.c.agreed_by: "agreed_at",
    call_outs.c.stopped_by: "stopped_at",
    volunteers.c.reviewed_by: "reviewed_at",
    checks.c.recorded_by: "recorded_at",
    checks.c.ended_by: "ended_at",
    roles.c.appointed_by: "created_at",
    invitations.c.made_by: "created_at",
    entry_links.c.made_by: "created_at",
    blocks.c.blocked_by: "at",
    blocks.c.ended_by: "ended_at",
    reached_limits.c.lifted_by: "lifted_at",
    kept_out.c.blocked_by: "at",
    holds.c.set_by: "at",
    forgettings.c.asked_by: "at",
}

#: Columns that name people and by which nothing is shown to them, with the reason.
NOT_BY: Final[Mapping[Column[Any], str]] = {
    holds.c.person_id: "it would tell that somebody worries; it is said when they ask to go",
}

_NUMBER: Final = "a number of ours, which tells nothing"
_INNER: Final = "made up by us, and tells nothing"
_BOT: Final = "which of the scheme's bots it went by, a word of the owner's"
#: Columns that nobody is shown, with the reason; those that name other people have it already.
NOT_SHOWN: Final[Mapping[Column[Any], str]] = {
    **{
        column: _NUMBER
        for table in (
            *(people, chats, tasks, repeats, helped_people, reveals, card_posts, hand_overs),
            *(rings, asks, expenses, no_shows, reached_limits, checks, relay_messages),
            *(relay_held, approvals, worries, call_out_recipients, call_outs, roles, blocks),
            *(shown_buttons, outbox),
        )
        for column in (table.c.id,)
    },
    people.c.chat_id: "the chat is shown by itself",
    people.c.account_hash: _INNER,
    people.c.key: _INNER,
    chats.c.address_hash: _INNER,
    chats.c.is_private: "always so for a person",
    chats.c.bot: _BOT,
    tasks.c.token: _INNER,
    tasks.c.request: _INNER,
    tasks.c.claim_number: _NUMBER,
    repeats.c.token: _INNER,
    repeats.c.request: _INNER,
    helped_people.c.key: _INNER,
    reveals.c.claim_number: _NUMBER,
    card_posts.c.chat_id: "a group, and not the person",
    card_posts.c.thread: _NUMBER,
    card_posts.c.message: _NUMBER,
    hand_overs.c.request: _INNER,
    rings.c.claim_number: _NUMBER,
    start_links.c.token: _INNER,
    no_shows.c.claim_number: _NUMBER,
    relay_messages.c.claim_number: _NUMBER,
    relay_messages.c.message_from: _NUMBER,
    relay_messages.c.bot: _BOT,
    relay_held.c.message: _NUMBER,
    relay_held.c.bot: _BOT,
    relay_choices.c.claim_number: _NUMBER,
    call_outs.c.token: _INNER,
    call_outs.c.digest: "a digest of numbers",
    role_neighbourhoods.c.role_id: _NUMBER,
    invitations.c.token: _INNER,
    invitations.c.areas: "numbers of neighbourhoods; those looked after are shown by themselves",
    conversations.c.name: "a word of ours for what is asked",
    wrong_links.c.chat_id: "the chat is shown by itself",
    call_out_recipients.c.call_out_id: _NUMBER,
    **{
        outbox.c[name]: "how a message is on its way"
        for name in (
            *("chat_id", "thread", "action", "priority", "task_id", "label", "recipient_id"),
            *("changes", "message", "attempts", "expires_at", "finished_at", "with_file", "bot"),
        )
    },
}
