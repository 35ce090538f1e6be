"""Every table. Times are UTC; an `address` or `account` is `app:number`, as in `telegram:7001`.

What a person typed stands in `Encrypted` columns only, each sealed with that person's own key.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from storage.keys import Sealed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Encrypted(TypeDecorator[Sealed]):
    """Bytes that only the key of their person opens; takes `Sealed` and refuses plain text."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError("an encrypted column takes sealed text only")
        return value.blob

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Sealed | None:
        return None if value is None else Sealed(value)


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, kept in UTC; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


chats = Table(
    "chats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", String(64), nullable=False, unique=True),
    Column("is_private", Boolean, nullable=False),
    # Turned off when the app says that nothing can be sent there; what waits then keeps waiting.
    Column("reachable", Boolean, nullable=False, server_default=text("1")),
    # The app asked that nothing be sent there before this moment.
    Column("quiet_until", Moment),
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(64), nullable=False, unique=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False, unique=True),
    Column("key", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    # A language chosen by the person is not overruled by what their app says.
    Column("language_chosen", Boolean, nullable=False, server_default=text("0")),
    Column("first_name", Encrypted),
    Column("agreed_at", Moment),
    Column("health_agreed_at", Moment),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    # Somebody who was helped is asked once whether they would like to offer something too.
    Column("asked_to_offer_at", Moment),
    # Somebody of this home has died: nothing is sent there that was not asked for.
    Column("bereaved_at", Moment),
    # Somebody without an app: a coordinator rings them in the place of every message.
    Column("rung", Boolean, nullable=False, server_default=text("0")),
    # Where to ring them.
    Column("phone", Encrypted),
    Column("created_at", Moment, nullable=False),
    Index(
        "ix_people_bereaved",
        "bereaved_at",
        "chat_id",
        sqlite_where=text("bereaved_at is not null"),
        postgresql_where=text("bereaved_at is not null"),
    ),
    Index(
        "ix_people_rung",
        "id",
        sqlite_where=text("rung = 1"),
        postgresql_where=text("rung"),
    ),
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("name_folded", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)

#: What a scheme has set in chat, laid over the configuration.
settings = Table(
    "settings",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", JSON, nullable=False),
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
    Column("ended_at", Moment),
    Index(
        "uq_roles_held",
        "person_id",
        "role",
        unique=True,
        sqlite_where=text("ended_at is null"),
        postgresql_where=text("ended_at is null"),
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
    Column("areas", JSON, nullable=False, server_default=text("'[]'")),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
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
    Column("first_name", Encrypted, nullable=False),
    Column("relation", String(16), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    Column("consent_how", String(16), nullable=False),
    Column("consent_at", Moment, nullable=False),
    # From this day on they are asked again whether they still agree.
    Column("review_on", Date, nullable=False),
    Column("ended_at", Moment),
    Column("created_at", Moment, nullable=False),
    Index(
        "ix_helped_people_review_on",
        "review_on",
        sqlite_where=text("ended_at is null"),
        postgresql_where=text("ended_at is null"),
    ),
)

neighbourhoods = Table(
    "neighbourhoods",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("name_folded", String(64), nullable=False, unique=True),
    # The partner organisation that owns it, or None where it is the scheme's own.
    Column("organisation_id", ForeignKey("organisations.id"), index=True),
    Column("homes", Integer),
    Column("time_zone", String(64), nullable=False),
    Column("outline", Text),
    Column("created_at", Moment, nullable=False),
)

postcodes = Table(
    "postcodes",
    metadata,
    Column("prefix", String(16), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), nullable=False, index=True),
)

adjacent_neighbourhoods = Table(
    "adjacent_neighbourhoods",
    metadata,
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True),
    Column("adjacent_id", ForeignKey("neighbourhoods.id"), primary_key=True),
)

groups = Table(
    "groups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    # 0 stands for a group without topics, so that uniqueness holds for it too.
    Column("thread", Integer, nullable=False, server_default=text("0")),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), nullable=False, index=True),
    Column("language", String(8), nullable=False),
    UniqueConstraint("chat_id", "thread"),
)

volunteers = Table(
    "volunteers",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("times", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("has_car", Boolean, nullable=False),
    Column("tasks_at_once", Integer, nullable=False),
    Column("asked_at_most", String(16), nullable=False),
    Column("paused_until", Date),
    Column("last_asked_at", Moment),
    Column("created_at", Moment, nullable=False),
    # When they last offered more than before.
    Column("offered_at", Moment),
    # When a coordinator last looked at what they offer; until then it stands in the queue.
    Column("reviewed_at", Moment),
    Column("reviewed_by", ForeignKey("people.id")),
    Index(
        "ix_volunteers_to_review",
        "offered_at",
        "person_id",
        sqlite_where=text("reviewed_at is null"),
        postgresql_where=text("reviewed_at is null"),
    ),
)

volunteer_neighbourhoods = Table(
    "volunteer_neighbourhoods",
    metadata,
    Column("person_id", ForeignKey("volunteers.person_id"), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True),
    # In the order of the people, since a call-out goes through them in it.
    Index("ix_volunteer_neighbourhoods_people", "neighbourhood_id", "person_id"),
)

volunteer_kinds = Table(
    "volunteer_kinds",
    metadata,
    Column("person_id", ForeignKey("volunteers.person_id"), primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("guidance_read_at", Moment, nullable=False),
)

checks = Table(
    "checks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("recorded_by", ForeignKey("people.id"), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    # What was seen: identity, background or references.
    Column("what", String(16), nullable=False, server_default=text("'background'")),
    # The day that stands on the paper.
    Column("issued_on", Date),
    # Its last day; None where it does not run out.
    Column("expires_on", Date, index=True),
    # Taken back, or replaced by a newer one of the same kind.
    Column("ended_at", Moment),
    Column("ended_by", ForeignKey("people.id")),
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
    Column("ended_at", Moment),
    Index(
        "uq_blocks_standing",
        "person_id",
        unique=True,
        sqlite_where=text("ended_at is null"),
        postgresql_where=text("ended_at is null"),
    ),
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    # Stands on the card, for people to speak of; opens nothing.
    Column("reference", String(12), nullable=False, unique=True),
    # Stands in buttons; opens nothing by itself either.
    Column("token", String(16), nullable=False, unique=True),
    Column("resident_id", ForeignKey("people.id"), nullable=False, index=True),
    # The person helped, where somebody else asked for them; news goes to whoever asked.
    Column("helped_id", ForeignKey("helped_people.id"), index=True),
    # Shared by the tasks of a request that takes several helpers: one task for each.
    Column("request", String(16), nullable=False, index=True, server_default=text("''")),
    Column("slot", Integer, nullable=False, server_default=text("1")),
    Column("slots", Integer, nullable=False, server_default=text("1")),
    Column("repeat_id", ForeignKey("repeats.id"), index=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    # The partner organisation that it was handed over to, where it was.
    Column("organisation_id", ForeignKey("organisations.id"), index=True),
    # Whether its resident has no app and is rung: see `people.rung`.
    Column("by_phone", Boolean, nullable=False, server_default=text("0")),
    Column("status", String(16), nullable=False),
    # How far an unclaimed task has been carried: see `model.Reach`.
    Column("reach", String(16), nullable=False, server_default=text("'posted'")),
    Column("kind", String(32), nullable=False),
    Column("level", String(16), nullable=False),
    Column("size", String(16)),
    Column("needs", JSON, nullable=False),
    Column("language_wanted", String(8)),
    Column("who_pays", String(16)),
    Column("ceiling", Integer),
    Column("window_start", Moment, nullable=False),
    Column("window_end", Moment, nullable=False),
    Column("first_name", Encrypted),
    Column("words", Encrypted),
    Column("place", Encrypted),
    Column("street", Encrypted),
    Column("door", Encrypted),
    Column("entry_notes", Encrypted),
    Column("phone", Encrypted),
    # What each asks the other for at the door.
    Column("resident_word", Encrypted),
    Column("helper_word", Encrypted),
    # What a helper who handed the task back wrote for the next one.
    Column("handover_note", Encrypted),
    Column("helper_id", ForeignKey("people.id"), index=True),
    # Rises with every claim, so that what was said for one claim is never taken for the next.
    Column("claim_number", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Moment, nullable=False),
    # Since when it has waited for somebody to take it: from the last time that it was opened.
    Column("opened_at", Moment),
    Column("claimed_at", Moment),
    # When the helper said that they are in touch, or showed it by writing or setting off.
    Column("contact_at", Moment),
    # When the helper said that they would come.
    Column("coming_from", Moment),
    Column("coming_until", Moment),
    Column("set_off_at", Moment),
    Column("closed_at", Moment),
    # Why a coordinator closed it, and who; None where its resident or its helper did.
    Column("closed_as", String(16)),
    Column("closed_by", ForeignKey("people.id")),
    # When the resident said that it was done, or was taken to have said so.
    Column("confirmed_at", Moment),
    Index("ix_tasks_status_neighbourhood_id", "status", "neighbourhood_id"),
    Index("ix_tasks_created_at", "created_at"),
)

asks = Table(
    "asks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("asked_at", Moment, nullable=False),
    # "no" where they said so; a yes is a claim.
    Column("answer", String(8)),
    UniqueConstraint("task_id", "person_id"),
)

pictures = Table(
    "pictures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content", Encrypted, nullable=False),
    Column("created_at", Moment, nullable=False),
    # Dropped from this moment on.
    Column("kept_until", Moment, nullable=False, index=True),
)

relay_messages = Table(
    "relay_messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False, index=True),
    Column("claim_number", Integer, nullable=False),
    Column("from_id", ForeignKey("people.id"), nullable=False),
    Column("to_id", ForeignKey("people.id"), nullable=False),
    # Its number in the chat of whoever wrote it; the outbox knows that of whoever got it.
    Column("message_from", Integer, nullable=False),
    Column("words", Encrypted),
    Column("picture_id", ForeignKey("pictures.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False, index=True),
    Index("ix_relay_messages_from_id_message_from", "from_id", "message_from"),
    Index("ix_relay_messages_to_id", "to_id"),
)

relay_choices = Table(
    "relay_choices",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    # Whom their words go to while nothing is asked; None where they said that they had finished.
    Column("task_id", ForeignKey("tasks.id")),
    Column("claim_number", Integer),
    Column("at", Moment, nullable=False),
)

relay_held = Table(
    "relay_held",
    metadata,
    Column("id", Integer, primary_key=True),
    # What somebody wrote before it was known whom it is for.
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("message", Integer, nullable=False),
    Column("words", Encrypted),
    Column("picture_id", ForeignKey("pictures.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False, index=True),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    # What it is: thanks to a helper, or a thought for the group.
    Column("kind", String(16), nullable=False),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("words", Encrypted),
    Column("status", String(16), nullable=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", Moment),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("kind", "task_id", "author_id"),
    Index("ix_approvals_status", "status"),
)

experiences = Table(
    "experiences",
    metadata,
    Column("task_id", ForeignKey("tasks.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True, index=True),
    Column("side", String(16), nullable=False),
    Column("how", String(16), nullable=False),
    Column("words", Encrypted),
    Column("at", Moment, nullable=False),
)

expenses = Table(
    "expenses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    # Where it was paid, for a request that was handed over to others since.
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    # In the smallest unit of the currency, such as pence.
    Column("amount", Integer, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("receipt_id", ForeignKey("pictures.id", ondelete="SET NULL"), index=True),
    Column("status", String(16), nullable=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", Moment),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("task_id", "person_id"),
    Index("ix_expenses_status", "status"),
)

worries = Table(
    "worries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("task_id", ForeignKey("tasks.id"), index=True),
    # Whether words of danger called the lead, rather than the person.
    Column("is_danger", Boolean, nullable=False),
    Column("words", Encrypted),
    Column("created_at", Moment, nullable=False),
    # When its newest words were typed.
    Column("updated_at", Moment, nullable=False),
    Column("acknowledged_by", ForeignKey("people.id")),
    Column("acknowledged_at", Moment),
    Column("settled_at", Moment),
    Index(
        "ix_worries_open",
        "created_at",
        sqlite_where=text("settled_at is null"),
        postgresql_where=text("settled_at is null"),
    ),
)

repeats = Table(
    "repeats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", String(16), nullable=False, unique=True),
    Column("resident_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("helped_id", ForeignKey("helped_people.id")),
    # The token of the request that it goes back to.
    Column("request", String(16), nullable=False),
    # The volunteer of a pair, once both have said that they wish it.
    Column("helper_id", ForeignKey("people.id"), index=True),
    # The volunteer whom the resident wishes for, until they have answered.
    Column("wished_id", ForeignKey("people.id"), index=True),
    # The last day on which the volunteer of the pair is away; cards go out meanwhile.
    Column("helper_away_until", Date),
    Column("status", String(16), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("level", String(16), nullable=False),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), nullable=False),
    Column("size", String(16)),
    Column("needs", JSON, nullable=False),
    Column("language_wanted", String(8)),
    Column("who_pays", String(16)),
    Column("ceiling", Integer),
    # The window of that request; every later one is whole weeks after, by the clock on the wall.
    Column("first_start", Moment, nullable=False),
    Column("first_end", Moment, nullable=False),
    # The window of the next time for which no task has been made yet.
    Column("next_start", Moment, nullable=False),
    Column("next_end", Moment, nullable=False),
    Column("paused_until", Date),
    Column("first_name", Encrypted),
    Column("words", Encrypted),
    Column("street", Encrypted),
    Column("door", Encrypted),
    Column("entry_notes", Encrypted),
    Column("phone", Encrypted),
    Column("created_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index(
        "uq_repeats_going",
        "request",
        unique=True,
        sqlite_where=text("ended_at is null"),
        postgresql_where=text("ended_at is null"),
    ),
    Index(
        "ix_repeats_without_helper",
        "next_start",
        sqlite_where=text("ended_at is null and helper_id is null"),
        postgresql_where=text("ended_at is null and helper_id is null"),
    ),
)

overviews = Table(
    "overviews",
    metadata,
    Column("group_id", ForeignKey("groups.id"), primary_key=True),
    # None from when it is written until its number is known.
    Column("message", Integer),
    # A digest of what it says, so that it is written anew only when that changes.
    Column("digest", String(64), nullable=False),
)

# What somebody without an app is to be told by a coordinator who rings them.
rings = Table(
    "rings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("task_id", ForeignKey("tasks.id"), index=True),
    # The claim that its words are about: what another one brings takes their place.
    Column("claim_number", Integer, nullable=False, server_default=text("0")),
    Column("words", Encrypted),
    # What the other side wrote: it is told whatever becomes of the claim.
    Column("passed_on", Encrypted),
    # Whether it cannot wait for the day.
    Column("is_urgent", Boolean, nullable=False, server_default=text("0")),
    # When its newest words came.
    Column("created_at", Moment, nullable=False),
    Column("settled_by", ForeignKey("people.id")),
    Column("settled_at", Moment),
    Index(
        "uq_rings_of_task",
        "task_id",
        unique=True,
        sqlite_where=text("settled_at is null and task_id is not null"),
        postgresql_where=text("settled_at is null and task_id is not null"),
    ),
    Index(
        "ix_rings_waiting",
        "created_at",
        sqlite_where=text("settled_at is null"),
        postgresql_where=text("settled_at is null"),
    ),
)

hand_overs = Table(
    "hand_overs",
    metadata,
    Column("id", Integer, primary_key=True),
    # The request, with all of its tasks.
    Column("request", String(16), nullable=False, index=True),
    # None stands for the scheme's own.
    Column("from_id", ForeignKey("organisations.id")),
    Column("to_id", ForeignKey("organisations.id")),
    # Where it was until it moved.
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", Moment, nullable=False),
    # Whether the resident agreed; None where they were not asked, or did not answer.
    Column("agreed", Boolean),
    # Who gave the answer, or noted it on the phone, and when the question was over.
    Column("answered_by", ForeignKey("people.id")),
    Column("answered_at", Moment),
    # When it went to the other one; before that nobody there hears of it.
    Column("moved_at", Moment),
    Index(
        "uq_hand_overs_asked",
        "request",
        unique=True,
        sqlite_where=text("answered_at is null"),
        postgresql_where=text("answered_at is null"),
    ),
)

call_outs = Table(
    "call_outs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", String(16), nullable=False, unique=True),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    # waiting (for a second coordinator), sending, answering (all sent), stopped, over.
    Column("status", String(16), nullable=False),
    # What it is for, of a fixed list.
    Column("purpose", String(16), nullable=False),
    # What its author wrote of it, for those who are called only.
    Column("words", Encrypted),
    # Where to come.
    Column("place", Encrypted),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    # Who is called: kinds of help and languages, any where empty; whether they have to be checked.
    Column("kinds", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("checked_only", Boolean, nullable=False),
    Column("takes_strangers", Boolean, nullable=False, server_default=text("0")),
    # How many it was to reach when it was sent off.
    Column("reaches", Integer, nullable=False, server_default=text("0")),
    # A digest of what those who sent it were last told of it, so that only news is told.
    Column("digest", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("agreed_by", ForeignKey("people.id")),
    Column("agreed_at", Moment),
    Column("stopped_by", ForeignKey("people.id")),
    Column("stopped_at", Moment),
    Index("ix_call_outs_status", "status"),
    Index("ix_call_outs_created_at", "created_at"),
)

call_out_places = Table(
    "call_out_places",
    metadata,
    Column("call_out_id", ForeignKey("call_outs.id"), primary_key=True),
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id"), primary_key=True),
    Column("wanted", Integer, nullable=False),
    # How many have a place; never more than are wanted.
    Column("taken", Integer, nullable=False, server_default=text("0")),
    # People are called in the order of their numbers: the last one called, and whether that is all.
    Column("called_up_to", Integer, nullable=False, server_default=text("0")),
    Column("all_called", Boolean, nullable=False, server_default=text("0")),
)

call_out_recipients = Table(
    "call_out_recipients",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("call_out_id", ForeignKey("call_outs.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    # What became of the message: due, queued, sent, unreachable, unknown, stopped, stood-down (not
    # sent because enough had said yes), or joined (no message: they came by the link).
    Column("fate", String(16), nullable=False),
    # yes, no or later; None until they answer.
    Column("answer", String(8)),
    Column("answered_at", Moment),
    # Where they have a place, or are on the reserve for one; until they answer, where they help.
    Column("neighbourhood_id", ForeignKey("neighbourhoods.id")),
    Column("has_place", Boolean, nullable=False, server_default=text("0")),
    # Their turn on the reserve: lower is first. Rises over the whole call-out.
    Column("turn", Integer),
    Column("reminded_at", Moment),
    # Whoever said "later" is asked once more.
    Column("asked_again_at", Moment),
    # When they were told that they are not needed: enough had said yes, or it was stopped or over.
    Column("stood_down_at", Moment),
    UniqueConstraint("call_out_id", "person_id"),
    Index("ix_call_out_recipients_fate", "call_out_id", "fate", "id"),
    Index("ix_call_out_recipients_answer", "call_out_id", "answer", "has_place", "turn"),
)

interests = Table(
    "interests",
    metadata,
    Column("task_id", ForeignKey("tasks.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("at", Moment, nullable=False),
)

reveals = Table(
    "reveals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("claim_number", Integer, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("task_id", "person_id", "claim_number", "stage"),
)

card_posts = Table(
    "card_posts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("tasks.id"), nullable=False, index=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    # As in `groups`: a chat with topics may show the card of one task in several of them.
    Column("thread", Integer, nullable=False, server_default=text("0")),
    Column("message", Integer, nullable=False),
    # When it was posted or first heard of; apps take back what is young only.
    Column("posted_at", Moment),
    UniqueConstraint("chat_id", "message"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("name", String(32), nullable=False),
    Column("state", Encrypted, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

shown_buttons = Table(
    "shown_buttons",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("buttons", Encrypted, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Index("ix_shown_buttons_person_id_id", "person_id", "id"),
)

start_links = Table(
    "start_links",
    metadata,
    Column("token", String(24), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("task_id", ForeignKey("tasks.id"), nullable=False),
    Column("expires_at", Moment, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("messenger", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("status", String(16), nullable=False),
    # Emptied when the update has been dealt with.
    Column("body", Encrypted),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("received_at", Moment, nullable=False),
    Index(
        "ix_inbox_waiting",
        "messenger",
        "number",
        sqlite_where=text("status = 'new'"),
        postgresql_where=text("status = 'new'"),
    ),
    Index("ix_inbox_received_at", "received_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    # None for the answer to a tap, which goes to no chat.
    Column("chat_id", ForeignKey("chats.id")),
    Column("thread", Integer),
    Column("action", String(16), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    # Emptied when it has been sent.
    Column("payload", Encrypted),
    # The task whose public card this is, if it is one.
    Column("task_id", ForeignKey("tasks.id")),
    # What a later edit finds this message by.
    Column("label", String(64)),
    # Whom of a call-out it is to; its fate is noted there too.
    Column("recipient_id", ForeignKey("call_out_recipients.id")),
    # The earlier message that this one changes or takes back, where its number is not known yet.
    Column("changes", ForeignKey("outbox.id")),
    Column("message", Integer),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("finished_at", Moment),
    Index(
        "ix_outbox_due",
        "priority",
        "id",
        sqlite_where=text("status in ('pending', 'retry')"),
        postgresql_where=text("status in ('pending', 'retry')"),
    ),
    Index(
        "ix_outbox_next_in_chat",
        "chat_id",
        "priority",
        "id",
        sqlite_where=text("status in ('pending', 'retry')"),
        postgresql_where=text("status in ('pending', 'retry')"),
    ),
    Index("ix_outbox_chat_id_status", "chat_id", "status"),
    Index(
        "ix_outbox_waiting",
        "created_at",
        sqlite_where=text("status = 'waiting'"),
        postgresql_where=text("status = 'waiting'"),
    ),
    Index(
        "ix_outbox_changes",
        "changes",
        sqlite_where=text("changes is not null"),
        postgresql_where=text("changes is not null"),
    ),
    Index(
        "ix_outbox_task_id",
        "task_id",
        sqlite_where=text("task_id is not null"),
        postgresql_where=text("task_id is not null"),
    ),
    Index(
        "ix_outbox_label",
        "label",
        sqlite_where=text("label is not null"),
        postgresql_where=text("label is not null"),
    ),
    Index(
        "ix_outbox_recipient_id",
        "recipient_id",
        sqlite_where=text("recipient_id is not null"),
        postgresql_where=text("recipient_id is not null"),
    ),
    Index("ix_outbox_finished_at", "finished_at"),
)

due_work = Table(
    "due_work",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("subject", Integer, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("leased_until", Moment),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("kind", "subject"),
    Index(
        "ix_due_work_leased_until",
        "leased_until",
        sqlite_where=text("leased_until is not null"),
        postgresql_where=text("leased_until is not null"),
    ),
)
