"""What somebody sends: words of others that they pass on, pictures, places and other things."""

from bot.sandbox.files import Media
from bot.sandbox.formatting import found_in
from bot.sandbox.groups import Group, NotPossibleError, Room
from bot.sandbox.hearing import tell_edit, tell_message
from bot.sandbox.things import CAPTIONED, PICTURE, photo_sizes, thing
from bot.sandbox.world import Account, Message, World


class Sender(Room):
    """Somebody with an account, in their private chat with the bot unless another is named."""

    def __init__(self, world: World, account: Account) -> None:
        super().__init__(world, world.chats[account.id])
        self.account = account

    @property
    def name(self) -> str:
        return self.account.name

    def forwards(self, text: str, *, hidden_name: str, chat: Room | None = None) -> Message:
        """Forward text of somebody who hides their account; only their name is told."""
        message = self._draft(chat, text, None, None)
        self._mark_as_forwarded(message, hidden_name)
        return self._send(message)

    def shares_location(
        self,
        latitude: float,
        longitude: float,
        chat: Room | None = None,
        *,
        live_seconds: int | None = None,
    ) -> Message:
        """Share a point on the map, in degrees; a live one moves with them for so long."""
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            raise NotPossibleError("that is nowhere on the map")
        place: dict[str, float] = {"latitude": latitude, "longitude": longitude}
        if live_seconds is not None:
            place["live_period"] = live_seconds
        name = f"{latitude}, {longitude}"
        return self._share(Media("location", name, {"location": place}), chat)

    def moves(self, message: Message, latitude: float, longitude: float) -> Message:
        """Be somewhere else, while a live location is shared."""
        place = message.media.fields.get("location", {}) if message.media else {}
        if "live_period" not in place:
            raise NotPossibleError("only a live location moves")
        place.update(latitude=latitude, longitude=longitude)
        message.edited_at = int(self._world.seconds())
        self._world.version += 1
        tell_edit(self._world, message)
        return message

    def shares_contact(self, phone: str = "+447700900123", chat: Room | None = None) -> Message:
        """Share one's own contact card."""
        card = {"phone_number": phone, "first_name": self.name, "user_id": self.account.id}
        return self._share(Media("contact", self.name, {"contact": card}), chat)

    def sends_sticker(self, chat: Room | None = None) -> Message:
        """Send a sticker of no set."""
        return self.sends("sticker", chat=chat)

    def sends_voice(self, chat: Room | None = None) -> Message:
        """Send a voice message of three seconds."""
        return self.sends("voice", chat=chat)

    def sends(
        self,
        kind: str,
        words: str = "",
        chat: Room | None = None,
        *,
        reply_to: Message | None = None,
        forwarded_from: str | None = None,
    ) -> Message:
        """Send a thing of one of `things.KINDS`, with words wherever it has room for some."""
        caption = (words or None) if kind in CAPTIONED else None
        message = self._draft(chat, caption, reply_to, None)
        message.media = thing(kind, self._world.files, words)
        if forwarded_from is not None:
            self._mark_as_forwarded(message, forwarded_from)
        return self._send(message)

    def sends_photo(
        self,
        content: bytes = PICTURE,
        caption: str | None = None,
        chat: Room | None = None,
        *,
        reply_to: Message | None = None,
        forwarded_from: str | None = None,
        album: str | None = None,
    ) -> Message:
        """Send a picture; those of one album carry its number."""
        message = self._draft(chat, caption, reply_to, None)
        sizes = photo_sizes(self._world.files, content)
        message.media = Media("photo", "photo.jpg", {"photo": sizes})
        message.album = album
        if forwarded_from is not None:
            self._mark_as_forwarded(message, forwarded_from)
        return self._send(message)

    def sends_album(
        self, contents: list[bytes], caption: str | None = None, chat: Room | None = None
    ) -> list[Message]:
        """Send several pictures at once; the first has the words."""
        if not 2 <= len(contents) <= 10:
            raise NotPossibleError("an album has two to ten pictures")
        album = self._world.new_press_id()
        captions = [caption, *[None] * (len(contents) - 1)]
        return [
            self.sends_photo(content, words, chat, album=album)
            for content, words in zip(contents, captions, strict=True)
        ]

    def sends_document(
        self,
        content: bytes,
        name: str,
        caption: str | None = None,
        chat: Room | None = None,
        *,
        reply_to: Message | None = None,
        forwarded_from: str | None = None,
        album: str | None = None,
    ) -> Message:
        """Send a file; those of one album carry its number."""
        message = self._draft(chat, caption, reply_to, None)
        stored = self._world.files.add(name, content)
        document = {**stored.reference, "file_name": name}
        message.media = Media("document", name, {"document": document})
        message.album = album
        if forwarded_from is not None:
            self._mark_as_forwarded(message, forwarded_from)
        return self._send(message)

    def _is_inside(self, group: Group) -> bool:
        member = group.chat.member(self.account)
        return member is not None and member.is_inside

    def _mark_as_forwarded(self, message: Message, hidden_name: str) -> None:
        date = int(self._world.seconds())
        message.origin = {"type": "hidden_user", "date": date, "sender_user_name": hidden_name}

    def _draft(
        self, chat: Room | None, text: str | None, reply_to: Message | None, thread: int | None
    ) -> Message:
        room = chat or self
        if isinstance(room, Group) and not self._is_inside(room):
            raise NotPossibleError(f"{self.name} is not in {room.title}")
        if thread is not None and thread not in room.chat.topics:
            raise NotPossibleError(f"{room.title} has no topic {thread}")
        return Message(
            chat=room.chat,
            sender=self.account,
            text=text,
            entities=found_in(text or ""),
            reply_to=reply_to,
            thread=thread,
        )

    def _share(self, media: Media, chat: Room | None) -> Message:
        message = self._draft(chat, None, None, None)
        message.media = media
        return self._send(message)

    def _send(self, message: Message) -> Message:
        if message.chat.is_private:
            if self.account.has_blocked:
                raise NotPossibleError(f"{self.name} has blocked the bot")
            self.account.has_started = True
        self._world.post(message)
        tell_message(self._world, message)
        return message
