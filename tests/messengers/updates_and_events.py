"""Updates of every kind, each beside the event that it means."""

from dataclasses import replace

from handlers.events import (
    AnonymousSaid,
    BotAdded,
    BotBlocked,
    BotRemoved,
    BotUnblocked,
    Edited,
    Event,
    FileSent,
    GroupUpgraded,
    LocationShared,
    NothingToAnswer,
    PhotoSent,
    Place,
    Said,
    Sender,
    Tapped,
    UnsupportedKind,
    UnsupportedSent,
)
from storage.private import PrivateText
from tests.messengers.example_updates import (
    ADA,
    ANONYMOUS,
    BOT,
    CHANNEL,
    FILE,
    FORUM,
    GROUP,
    KICKED,
    LEFT,
    MEMBER,
    PICTURE,
    PLACE,
    PRIVATE,
    Json,
    heard,
    message,
    restricted,
    standing,
    tapped,
)

ANSWERED = message(message_id=3, text="well?", sender=BOT)
FROM_ADA = {"type": "user", "date": 1776000000, "sender_user": ADA}
SENDER = Sender("telegram:7001", "en")
AT_HOME = Place("telegram:7001", is_private=True)
IN_GROUP = Place("telegram:-1001", is_private=False)
HELLO = PrivateText("hello")


def unsupported(kind: UnsupportedKind) -> UnsupportedSent:
    return UnsupportedSent(SENDER, AT_HOME, 5, kind)


WORDS: dict[str, tuple[Json, Event]] = {
    "words in private": (heard(text="hello"), Said(SENDER, AT_HOME, 5, HELLO)),
    "a command": (
        heard(
            text="/start abc",
            entities=[{"type": "bot_command", "offset": 0, "length": 6}],
        ),
        Said(SENDER, AT_HOME, 5, PrivateText("/start abc")),
    ),
    "words in a group": (heard(text="hello", chat=GROUP), Said(SENDER, IN_GROUP, 5, HELLO)),
    "an answer": (
        heard(text="hello", reply_to_message=ANSWERED),
        Said(SENDER, AT_HOME, 5, HELLO, reply_to=3),
    ),
    "words passed on from somebody else": (
        heard(text="hello", forward_origin=FROM_ADA),
        Said(SENDER, AT_HOME, 5, HELLO, is_forward=True),
    ),
    "words in a topic": (
        heard(
            text="hello",
            chat=FORUM,
            message_thread_id=4,
            is_topic_message=True,
            reply_to_message=message(
                message_id=4,
                chat=FORUM,
                forum_topic_created={"name": "Errands", "icon_color": 7322096},
            ),
        ),
        Said(SENDER, Place("telegram:-1001", is_private=False, thread=4), 5, HELLO),
    ),
    "a thread of answers outside of forums": (
        heard(text="hello", chat=GROUP, message_thread_id=4),
        Said(SENDER, IN_GROUP, 5, HELLO),
    ),
    "an unknown language": (
        heard(text="hello", sender={k: v for k, v in ADA.items() if k != "language_code"}),
        Said(Sender("telegram:7001"), AT_HOME, 5, HELLO),
    ),
    "half of a surrogate pair": (
        heard(text="hel\ud83dlo"),
        Said(SENDER, AT_HOME, 5, PrivateText("hel\N{REPLACEMENT CHARACTER}lo")),
    ),
    "an edit": (
        {"update_id": 9, "edited_message": message(text="hello", edit_date=1776000001)},
        Edited(SENDER, AT_HOME, 5, HELLO),
    ),
}

THINGS: dict[str, tuple[Json, Event]] = {
    "a location": (heard(location=PLACE), LocationShared(SENDER, AT_HOME, 5, 51.5, -0.1)),
    "a location in answer to a message": (
        heard(location=PLACE, reply_to_message=ANSWERED),
        LocationShared(SENDER, AT_HOME, 5, 51.5, -0.1, reply_to=3),
    ),
    "a venue": (
        heard(location=PLACE, venue={"location": PLACE, "title": "Library", "address": "1 Elm"}),
        unsupported(UnsupportedKind.VENUE),
    ),
    "a location that moves on": (
        {"update_id": 9, "edited_message": message(location=PLACE | {"live_period": 600})},
        NothingToAnswer("moving location"),
    ),
    "a sticker": (
        heard(
            sticker=PICTURE | {"type": "regular", "is_animated": False, "is_video": False},
        ),
        unsupported(UnsupportedKind.STICKER),
    ),
    "a sticker in answer to a message": (
        heard(
            sticker=PICTURE | {"type": "regular", "is_animated": False, "is_video": False},
            reply_to_message=ANSWERED,
        ),
        UnsupportedSent(SENDER, AT_HOME, 5, UnsupportedKind.STICKER, reply_to=3),
    ),
    "a live photo without its still": (
        heard(live_photo=PICTURE | {"duration": 3}),
        unsupported(UnsupportedKind.PHOTO),
    ),
    "a photo that is sold": (
        heard(paid_media={"star_count": 1, "paid_media": []}, caption="my door"),
        unsupported(UnsupportedKind.OTHER),
    ),
    "a list of things to do": (
        heard(checklist={"title": "Shopping", "tasks": []}),
        unsupported(UnsupportedKind.OTHER),
    ),
    "a story": (
        heard(story={"chat": CHANNEL, "id": 3}),
        unsupported(UnsupportedKind.OTHER),
    ),
    "a game": (
        heard(game={"title": "Chess", "description": "A game", "photo": [PICTURE]}),
        unsupported(UnsupportedKind.OTHER),
    ),
    "a voice message": (heard(voice=FILE | {"duration": 3}), unsupported(UnsupportedKind.VOICE)),
    "a video": (heard(video=PICTURE | {"duration": 3}), unsupported(UnsupportedKind.VIDEO)),
    "a round video": (
        heard(video_note=FILE | {"duration": 3, "length": 10}),
        unsupported(UnsupportedKind.VIDEO),
    ),
    "an animation, which is a document too": (
        heard(animation=PICTURE | {"duration": 3}, document=FILE),
        unsupported(UnsupportedKind.VIDEO),
    ),
    "an animation, whose document comes first": (
        heard(document=FILE, animation=PICTURE | {"duration": 3}),
        unsupported(UnsupportedKind.VIDEO),
    ),
    "music": (heard(audio=FILE | {"duration": 3}), unsupported(UnsupportedKind.FILE)),
    "a contact": (
        heard(contact={"phone_number": "+1", "first_name": "Bo"}),
        unsupported(UnsupportedKind.CONTACT),
    ),
    "a poll": (
        heard(
            poll={
                "id": "1",
                "question": "?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": False,
                "members_only": False,
            }
        ),
        unsupported(UnsupportedKind.POLL),
    ),
    "a die": (
        heard(dice={"value": 6, "emoji": "\N{GAME DIE}"}),
        unsupported(UnsupportedKind.OTHER),
    ),
    "a kind that is not known yet": (
        heard(hologram={"depth": 3}),
        unsupported(UnsupportedKind.OTHER),
    ),
}

SMALL, LARGE = ({"file_id": name, "file_unique_id": name} for name in ("small", "large"))
SIZES = [SMALL | {"width": 90, "height": 60}, LARGE | {"width": 1280, "height": 853}]
PHOTO = PhotoSent(SENDER, AT_HOME, 5, "large")

PHOTOS: dict[str, tuple[Json, Event]] = {
    "a photo, of which the largest size counts": (heard(photo=SIZES), PHOTO),
    "a photo whose sizes stand the other way round": (heard(photo=SIZES[::-1]), PHOTO),
    "a photo with a caption": (
        heard(photo=SIZES, caption="my door"),
        replace(PHOTO, caption=PrivateText("my door")),
    ),
    "a photo in answer to a message": (
        heard(photo=SIZES, reply_to_message=ANSWERED),
        replace(PHOTO, reply_to=3),
    ),
    "a photo passed on from somebody else": (
        heard(photo=SIZES, forward_origin=FROM_ADA),
        replace(PHOTO, is_forward=True),
    ),
    "one photo of an album": (
        heard(photo=SIZES, media_group_id="140"),
        replace(PHOTO, is_album=True),
    ),
    "a photo in a group": (heard(photo=SIZES, chat=GROUP), replace(PHOTO, place=IN_GROUP)),
    "a live photo, whose still counts": (
        heard(live_photo=PICTURE | {"duration": 3, "photo": SIZES}),
        PHOTO,
    ),
    "a live photo that comes as a photo too": (
        heard(live_photo=PICTURE | {"duration": 3}, photo=SIZES),
        PHOTO,
    ),
    "a photo without any size": (heard(photo=[]), unsupported(UnsupportedKind.PHOTO)),
}

DOCUMENT = FILE | {"file_name": "elm grove.geojson", "file_size": 812}
SENT = FileSent(SENDER, AT_HOME, 5, FILE["file_id"], size=812)

FILES: dict[str, tuple[Json, Event]] = {
    "a file": (heard(document=DOCUMENT), SENT),
    "a file of unknown size": (heard(document=FILE), replace(SENT, size=None)),
    "a file with a caption": (
        heard(document=DOCUMENT, caption="our street"),
        replace(SENT, caption=PrivateText("our street")),
    ),
    "a file in answer to a message": (
        heard(document=DOCUMENT, reply_to_message=ANSWERED),
        replace(SENT, reply_to=3),
    ),
    "a file passed on from somebody else": (
        heard(document=DOCUMENT, forward_origin=FROM_ADA),
        replace(SENT, is_forward=True),
    ),
    "one file of an album": (
        heard(document=DOCUMENT, media_group_id="140"),
        replace(SENT, is_album=True),
    ),
    "a file in a group": (heard(document=DOCUMENT, chat=GROUP), replace(SENT, place=IN_GROUP)),
    "a file with a name like a command": (
        heard(document=DOCUMENT | {"file_name": "/start \u202e.exe", "mime_type": "\x00"}),
        SENT,
    ),
    "a file without a thing in it": (
        heard(document=DOCUMENT | {"file_size": 0}),
        replace(SENT, size=0),
    ),
}

IN_TOPIC = message(chat=FORUM, sender=BOT, message_thread_id=4, is_topic_message=True)
NOBODY = NothingToAnswer("message of a bot")

TAPS: dict[str, tuple[Json, Event]] = {
    "a tap": (
        tapped(message=message(sender=BOT, text="card")),
        Tapped(SENDER, AT_HOME, "77", "t:abc", message=5),
    ),
    "a tap in a topic": (
        tapped(message=IN_TOPIC),
        Tapped(
            SENDER, Place("telegram:-1001", is_private=False, thread=4), "77", "t:abc", message=5
        ),
    ),
    "a tap on a card too old to be seen": (
        tapped(message={"chat": GROUP, "message_id": 5, "date": 0}),
        Tapped(SENDER, IN_GROUP, "77", "t:abc", message=5),
    ),
    "a tap without its message": (tapped(), Tapped(SENDER, AT_HOME, "77", "t:abc")),
    "a tap on a card sent by way of another chat": (
        tapped(inline_message_id="AAA"),
        Tapped(SENDER, AT_HOME, "77", "t:abc"),
    ),
    "a tap of an anonymous administrator comes from the person": (
        tapped(message=message(chat=GROUP, sender=ANONYMOUS, sender_chat=GROUP)),
        Tapped(SENDER, IN_GROUP, "77", "t:abc", message=5),
    ),
    "a press without data": (
        {
            "update_id": 9,
            "callback_query": {
                "id": "77",
                "from": ADA,
                "chat_instance": "1",
                "game_short_name": "chess",
            },
        },
        NothingToAnswer("tap without data"),
    ),
}

ANONYMOUS_WORDS = AnonymousSaid(IN_GROUP, 5, HELLO)

NOBODYS: dict[str, tuple[Json, Event]] = {
    "an anonymous administrator": (
        heard(text="hello", chat=GROUP, sender=ANONYMOUS, sender_chat=GROUP),
        ANONYMOUS_WORDS,
    ),
    "an anonymous administrator without the group's name": (
        heard(text="hello", chat=GROUP, sender=ANONYMOUS),
        ANONYMOUS_WORDS,
    ),
    "somebody who writes as a channel": (
        heard(text="hello", chat=GROUP, sender=BOT, sender_chat=CHANNEL),
        ANONYMOUS_WORDS,
    ),
    "an anonymous picture": (
        heard(photo=[PICTURE], chat=GROUP, sender=ANONYMOUS, sender_chat=GROUP),
        NothingToAnswer("anonymous message without words"),
    ),
    "a channel's post": (
        {
            "update_id": 9,
            "channel_post": {
                "message_id": 5,
                "date": 1776000000,
                "chat": CHANNEL,
                "sender_chat": CHANNEL,
                "text": "hello",
            },
        },
        AnonymousSaid(Place("telegram:-1002", is_private=False), 5, HELLO),
    ),
    "another bot": (heard(text="hello", chat=GROUP, sender=BOT), NOBODY),
    "a message without a sender": (
        heard(text="hello", chat=GROUP, sender=None),
        NothingToAnswer("message without a sender"),
    ),
    "an anonymous edit": (
        {
            "update_id": 9,
            "edited_message": message(
                text="hello", chat=GROUP, sender=ANONYMOUS, sender_chat=GROUP
            ),
        },
        NothingToAnswer("edited message of nobody"),
    ),
}

BASIC_GROUP = {"id": -55, "type": "group", "title": "Elm Street"}
UPGRADED = GroupUpgraded(old="telegram:-55", new="telegram:-1001")
ADDED = BotAdded(SENDER, "telegram:-1001")
REMOVED = BotRemoved(SENDER, "telegram:-1001")
MUTED = restricted(may_write=False)
UNMUTED = restricted(may_write=True)

CHANGES: dict[str, tuple[Json, Event]] = {
    "a group tells its new address": (
        heard(chat=BASIC_GROUP, migrate_to_chat_id=-1001),
        UPGRADED,
    ),
    "a group tells its old address": (
        heard(chat=GROUP, migrate_from_chat_id=-55, sender=ANONYMOUS, sender_chat=GROUP),
        UPGRADED,
    ),
    "a person blocks the bot": (standing(PRIVATE, MEMBER, KICKED), BotBlocked(SENDER)),
    "a person lets the bot in again": (standing(PRIVATE, KICKED, MEMBER), BotUnblocked(SENDER)),
    "the bot joins a group": (standing(GROUP, LEFT, MEMBER), ADDED),
    "the bot is put out of a group": (standing(GROUP, MEMBER, KICKED), REMOVED),
    "the bot leaves a group": (standing(GROUP, MEMBER, LEFT), REMOVED),
    "the bot is silenced": (standing(GROUP, MEMBER, MUTED), REMOVED),
    "the bot may write again": (standing(GROUP, MUTED, UNMUTED), ADDED),
    "the bot gets other rights": (
        standing(GROUP, MEMBER, UNMUTED),
        NothingToAnswer("other rights in a group"),
    ),
    "the bot joins a channel": (
        standing(CHANNEL, LEFT, MEMBER),
        NothingToAnswer("my_chat_member of a channel"),
    ),
    "somebody joins": (
        heard(chat=GROUP, new_chat_members=[ADA]),
        NothingToAnswer("new_chat_members"),
    ),
    "somebody leaves": (
        heard(chat=GROUP, left_chat_member=ADA),
        NothingToAnswer("left_chat_member"),
    ),
    "a new title": (heard(chat=GROUP, new_chat_title="Elm"), NothingToAnswer("new_chat_title")),
    "a pin": (
        heard(chat=GROUP, pinned_message=message(chat=GROUP, text="hello")),
        NothingToAnswer("pinned_message"),
    ),
    "a new topic": (
        heard(chat=FORUM, forum_topic_created={"name": "Errands", "icon_color": 7322096}),
        NothingToAnswer("forum_topic_created"),
    ),
    "a kind of update that is not asked for": (
        {
            "update_id": 9,
            "poll_answer": {
                "poll_id": "1",
                "option_ids": [],
                "option_persistent_ids": [],
                "user": ADA,
            },
        },
        NothingToAnswer("poll_answer"),
    ),
    "a kind of update that is not known yet": (
        {"update_id": 9, "hologram": {"depth": 3}},
        NothingToAnswer("unknown update"),
    ),
}

ALL = WORDS | THINGS | PHOTOS | FILES | TAPS | NOBODYS | CHANGES
