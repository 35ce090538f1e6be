"""Everybody who has to do with the service, their chats, and what they are appointed to."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    false,
    text,
    true,
)

from storage.dialects import JsonList
from storage.tables.columns import Encrypted, Moment, bot_column, metadata, partial_index

chats = Table(
    "chats",
    metadata,
    Column("id", Integer, primary_key=True),
    # What it is found by; None for the chat of nobody.
    Column("address_hash", String(32), unique=True),
    Column("address", Encrypted("address_hash")),
    Column("is_private", Boolean, nullable=False),
    # The bot by which it is reached: of a person, the one that they last wrote to.
    bot_column(),
    # Turned off when the app says that nothing can be sent there; what waits then keeps waiting.
    Column("reachable", Boolean, nullable=False, server_default=true()),
    # The app asked that nothing be sent there before this moment.
    Column("quiet_until", Moment),
    Index("ix_chats_bot", "bot"),
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    # What they are found by; None for nobody.
    Column("account_hash", String(32), unique=True),
    Column("account", Encrypted("account_hash")),
    Column("chat_id", ForeignKey("chats.id"), nullable=False, unique=True),
    Column("key", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    # A language chosen by the person is not overruled by what their app says.
    Column("language_chosen", Boolean, nullable=False, server_default=false()),
    Column("first_name", Encrypted("id")),
    Column("agreed_at", Moment),
    # When they last said whether health details may be kept, and since when these may.
    Column("health_asked_at", Moment),
    Column("health_agreed_at", Moment),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    # Somebody who was helped is asked once whether they would like to offer something too.
    Column("asked_to_offer_at", Moment),
    # Somebody of this home has died: nothing is sent there that was not asked for.
    Column("bereaved_at", Moment),
    # Somebody without an app: a coordinator rings them in the place of every message.
    Column("rung", Boolean, nullable=False, server_default=false()),
    # Where to ring them.
    Column("phone", Encrypted("id")),
    Column("created_at", Moment, nullable=False),
    # When they last did something, give or take a day.
    Column("seen_at", Moment),
    # When somebody not seen for long was asked whether they want to stay; None once they do.
    Column("asked_to_stay_at", Moment),
    # When all that is kept of them was last sent to them.
    Column("data_sent_at", Moment),
    Index("ix_people_seen_at", "seen_at"),
    partial_index(
        "ix_people_asked_to_stay",
        "asked_to_stay_at",
        where="asked_to_stay_at is not null",
    ),
    partial_index(
        "ix_people_never_agreed",
        "created_at",
        where="agreed_at is null",
    ),
    partial_index(
        "ix_people_bereaved",
        "bereaved_at",
        "chat_id",
        where="bereaved_at is not null",
    ),
    partial_index("ix_people_rung", "id", where="rung = 1", on_server="rung"),
    # Old buttons carry their numbers, which are never given out again.
    sqlite_autoincrement=True,
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("name_folded", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)

# Something that was sealed once, to see whether keys and data belong together.
vault = Table(
    "vault",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("probe", Encrypted("id"), nullable=False),
)

# Keys that were destroyed because somebody was forgotten: names of keys and nothing else.
forgettings = Table(
    "forgettings",
    metadata,
    Column("key", String(16), primary_key=True),
    Column("at", Moment, nullable=False),
    # When the key was destroyed, which is right after; None until then.
    Column("done_at", Moment),
    # Who had somebody forgotten that cannot do it by themself.
    Column("asked_by", ForeignKey("people.id")),
    partial_index(
        "ix_forgettings_to_do",
        "at",
        where="done_at is null",
    ),
)

#: What a scheme has set in chat, laid over the configuration.
settings = Table(
    "settings",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", JsonList, nullable=False),
)

roles = Table(
    "roles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("appointed_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("ended_at", Moment, index=True),
    partial_index(
        "uq_roles_held",
        "person_id",
        "role",
        unique=True,
        where="ended_at is null",
    ),
)

# What a coordinator looks after; where nothing is named, all that their organisation owns.
role_neighbourhoods = Table(
    "role_neighbourhoods",
    metadata,
    Column("role_id", ForeignKey("roles.id"), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True, index=True),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token", String(24), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    # The numbers of the neighbourhoods that a coordinator is to look after.
    Column("areas", JsonList, nullable=False, server_default=text("'[]'")),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    # Who followed it and agreed; whoever made it has yet to say that it is the right person.
    Column("used_by", ForeignKey("people.id")),
    Column("used_at", Moment),
    # When whoever made it answered, and whether it was the right person.
    Column("answered_at", Moment),
    Column("was_right", Boolean),
)

helped_people = Table(
    "helped_people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("requester_id", ForeignKey("people.id"), nullable=False, index=True),
    # What is kept of somebody who never wrote to the service has a key of its own too.
    Column("key", String(16), nullable=False),
    Column("first_name", Encrypted("requester_id", "created_at"), nullable=False),
    Column("relation", String(16), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    Column("consent_how", String(16), nullable=False),
    Column("consent_at", Moment, nullable=False),
    # When it was last said whether health details may be kept, and since when these may.
    Column("health_asked_at", Moment),
    Column("health_agreed_at", Moment),
    # From this day on they are asked again whether they still agree.
    Column("review_on", Date, nullable=False),
    Column("ended_at", Moment),
    Column("created_at", Moment, nullable=False),
    partial_index(
        "ix_helped_people_review_on",
        "review_on",
        where="ended_at is null",
    ),
    # Old buttons carry their numbers, which are never given out again.
    sqlite_autoincrement=True,
)

# While one stands, its person can neither ask nor help, and is told so.
blocks = Table(
    "blocks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("blocked_by", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("ended_by", ForeignKey("people.id")),
    Column("ended_at", Moment, index=True),
    partial_index(
        "uq_blocks_standing",
        "person_id",
        unique=True,
        where="ended_at is null",
    ),
)
