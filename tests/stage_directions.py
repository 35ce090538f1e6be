"""The player of transcripts: what each line of a story means on the stage.

A line that is not listed here fails the story, so that no act is ever skipped in silence.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from bot.sandbox.people import Person
from bot.sandbox.world import Message
from bot.text_files import LARGEST_TEXT
from tests import photos
from tests.onlookers import Onlookers, Shown
from tests.scene import Scene
from tests.setting import Setting
from tests.transcript import NOTHING, Act, Given, Part, Prose

Words = re.Match[str]
Deed = Callable[["Stage", Words], Awaitable[None] | None]
_DEEDS: Final[list[tuple[re.Pattern[str], Deed]]] = []

_UNITS: Final = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}
#: An act of many messages at once.
_MANY: Final = re.compile(r"^[A-Z]\w+ writes \d+ times\b")
#: Looks like nothing at all on every phone, and is not white space to a computer.
INVISIBLE: Final = "\u2800\u200b"
#: How long people take between two acts; a service that was just started knows no pace of before.
#: No round number: what is planned for a whole minute would fall due together with an act.
THINKING: Final = timedelta(seconds=7)


class UnknownDirectionError(AssertionError):
    """A line of a story says nothing that the stage knows how to do."""


class Stage:
    """A scene on which a story is played; the service is ended and started between any two acts."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.onlookers = Onlookers(scene)
        self._setting = Setting(scene)
        # A minute past a quarter of an hour, so that no story runs over the next one by itself.
        scene.clock.move(timedelta(minutes=1))

    async def play(self, parts: list[Part]) -> str:
        """Play a story and return it as it went."""
        lines: list[str] = []
        for part in parts:
            lines.append(part.line)
            match part:
                case Given():
                    await self._setting.given(part.line)
                    await self.scene.settles()
                    self.onlookers.look(None)
                case Act():
                    await self._pause()
                    actor = await self._act(part.line)
                    await self.scene.settles()
                    is_flood = _MANY.search(part.line) is not None
                    lines += self.onlookers.look(actor, repeats=not is_flood) or [NOTHING]
                case Prose():
                    pass
        return "\n".join(lines) + "\n"

    async def _pause(self) -> None:
        await self.scene.stop()
        self.scene.clock.move(THINKING)
        await self.scene.start()

    async def _act(self, line: str) -> Person | None:
        for pattern, deed in _DEEDS:
            words = pattern.fullmatch(line)
            if words is None:
                continue
            done = deed(self, words)
            if done is not None:
                await done
            return self.scene.people.get(words.groupdict().get("who", ""))
        raise UnknownDirectionError(line)

    def who(self, words: Words) -> Person:
        """Return the person that a line is about."""
        return self.scene.people[words["who"]]

    def at(self, words: Words) -> Person:
        """Return the person that a line is about, in the chat with the bot that it names."""
        return self.who(words).at(self.scene.bots[words["bot"]].account)

    def message(self, words: Words) -> Message:
        """Return the newest message of a private chat that has some words in it."""
        chat = self.who(words).messages
        found = [each for each in chat if words["part"] in (each.text or "")]
        if not found:
            raise UnknownDirectionError(f"no message has {words['part']!r} in it")
        return found[-1]

    def shown(self, room: int, label: str, *, is_older: bool = False) -> Shown:
        """Return the newest button with a label that was ever shown in a chat, or an older one."""
        fitting = [
            each
            for each in self.onlookers.buttons
            if each.button.label == label and each.message.chat.id == room
        ]
        if is_older:
            newest = fitting[-1:] and fitting[-1].message
            fitting = [each for each in fitting if each.message is not newest] or fitting
        if not fitting:
            raise UnknownDirectionError(f"no button {label!r} was ever there")
        return fitting[-1]


def _deed(pattern: str) -> Callable[[Deed], Deed]:
    def add(deed: Deed) -> Deed:
        _DEEDS.append((re.compile(pattern), deed))
        return deed

    return add


WHO: Final = r"(?P<who>[A-Z]\w+)"
ROOM: Final = r"(?P<room>[A-Z][\w ]+?)"


# --- Words ---------------------------------------------------------------------------------------


@_deed(rf"{WHO} writes: (?P<text>.+)")
def _writes(stage: Stage, words: Words) -> None:
    stage.who(words).says(words["text"])


@_deed(rf"{WHO} writes to (?P<bot>[A-Z]\w+): (?P<text>.+)")
def _writes_to_bot(stage: Stage, words: Words) -> None:
    stage.at(words).says(words["text"])


@_deed(rf"{WHO} writes (?P<count>\d+) letters\.")
def _writes_much(stage: Stage, words: Words) -> None:
    stage.who(words).says("a" * int(words["count"]))


@_deed(rf"{WHO} writes (?P<count>\d+) times(?:, then “(?P<then>[^”]+)”)?: (?P<text>.+)")
def _writes_many_times(stage: Stage, words: Words) -> None:
    for _ in range(int(words["count"])):
        stage.who(words).says(words["text"])
    if words["then"]:
        stage.who(words).says(words["then"])


@_deed(rf"{WHO} writes nothing that can be seen\.")
def _writes_nothing(stage: Stage, words: Words) -> None:
    stage.who(words).says(INVISIBLE)


@_deed(rf"Somebody writes in {ROOM} without a name: (?P<text>.+)")
def _writes_without_name(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    admin = next(each for each in stage.scene.people.values() if each.account is group.owner)
    admin.says_anonymously(words["text"], group)


@_deed(rf"{WHO} writes in {ROOM}(?:, topic (?P<topic>[\w ]+))?: (?P<text>.+)")
def _writes_in_group(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    topics = {name: thread for thread, name in group.chat.topics.items()}
    thread = topics[words["topic"]] if words["topic"] else None
    stage.who(words).says(words["text"], group, thread=thread)


@_deed(rf"{WHO} answers the card in {ROOM}: (?P<text>.+)")
def _answers_card(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    cards = [each for each in group.from_bot if "Reference: " in (each.text or "")]
    stage.who(words).says(words["text"], group, reply_to=cards[-1], thread=cards[-1].thread)


@_deed(rf"{WHO} quotes “(?P<part>[^”]+)” and writes: (?P<text>.+)")
def _quotes(stage: Stage, words: Words) -> None:
    stage.who(words).says(words["text"], reply_to=stage.message(words))


@_deed(rf"{WHO} quotes at (?P<bot>[A-Z]\w+) “(?P<part>[^”]+)” and writes: (?P<text>.+)")
def _quotes_at_bot(stage: Stage, words: Words) -> None:
    person = stage.at(words)
    quoted = next(each for each in reversed(person.messages) if words["part"] in (each.text or ""))
    person.says(words["text"], reply_to=quoted)


@_deed(rf"{WHO} forwards what (?P<name>[\w ]+) wrote: (?P<text>.+)")
def _forwards(stage: Stage, words: Words) -> None:
    stage.who(words).forwards(words["text"], hidden_name=words["name"])


@_deed(rf"{WHO} edits (?:her|his|their) last message: (?P<text>.+)")
def _edits(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    last = next(each for each in reversed(person.messages) if each.sender is person.account)
    person.edits(last, words["text"])


@_deed(rf"{WHO} presses Start\.")
def _starts(stage: Stage, words: Words) -> None:
    stage.who(words).starts()


@_deed(rf"{WHO} opens (?P<whose>the|[A-Z]\w+'s) link\.")
def _opens_link(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    owner = person if words["whose"] == "the" else stage.scene.people[words["whose"][:-2]]
    link = next(each.url for each in reversed(owner.toasts) if each.url)
    person.opens_link(link)


@_deed(rf"{WHO} opens the link that (?P<other>[A-Z]\w+) was sent\.")
def _opens_link_sent(stage: Stage, words: Words) -> None:
    texts = (each.text or "" for each in reversed(stage.scene.people[words["other"]].from_bot))
    link = next(found for text in texts for found in re.findall(r"https://\S+", text))
    stage.who(words).opens_link(link)


# --- Anything but words --------------------------------------------------------------------------


@_deed(rf"{WHO} shares a location: (?P<latitude>-?[\d.]+), (?P<longitude>-?[\d.]+)")
def _shares_location(stage: Stage, words: Words) -> None:
    stage.who(words).shares_location(float(words["latitude"]), float(words["longitude"]))


@_deed(rf"{WHO} sends a (?P<what>sticker|photo|voice message|contact card|file)\.")
def _sends(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    match words["what"]:
        case "sticker":
            person.sends_sticker()
        case "photo":
            person.sends_photo(photos.photo())
        case "voice message":
            person.sends_voice()
        case "contact card":
            person.shares_contact()
        case _:
            person.sends_document(b"-", "letter.pdf")


@_deed(rf"{WHO} sends a photo with the words: (?P<text>.+)")
def _sends_photo(stage: Stage, words: Words) -> None:
    stage.who(words).sends_photo(photos.photo(), words["text"])


@_deed(rf"{WHO} sends an album of (?P<count>\d+) photos\.")
def _sends_album(stage: Stage, words: Words) -> None:
    stage.who(words).sends_album([photos.photo()] * int(words["count"]))


@_deed(rf"{WHO} sends a (?P<what>venue|video|poll|dice|game|story|live location)\.")
def _sends_thing(stage: Stage, words: Words) -> None:
    stage.who(words).sends(words["what"])


@_deed(rf"{WHO} sends the file (?P<name>[\w-]+\.\w+): (?P<text>.+)")
def _sends_file(stage: Stage, words: Words) -> None:
    stage.who(words).sends_document(words["text"].encode(), words["name"])


@_deed(rf"{WHO} sends as a file (?P<what>what is no text|more than is taken)\.")
def _sends_no_file(stage: Stage, words: Words) -> None:
    is_large = words["what"] == "more than is taken"
    content = b"[" * (LARGEST_TEXT + 1) if is_large else photos.photo()
    stage.who(words).sends_document(content, "outline.geojson")


@_deed(rf"{WHO} sends as a photo (?P<what>what is no photo|what would fill the memory)\.")
def _sends_no_photo(stage: Stage, words: Words) -> None:
    is_bomb = words["what"] == "what would fill the memory"
    stage.who(words).sends_photo(photos.bomb() if is_bomb else photos.no_photo())


# --- Buttons -------------------------------------------------------------------------------------


@_deed(rf"{WHO} taps: (?P<label>.+)")
def _taps(stage: Stage, words: Words) -> None:
    stage.who(words).taps(words["label"])


@_deed(rf"{WHO} taps at (?P<bot>[A-Z]\w+): (?P<label>.+)")
def _taps_at_bot(stage: Stage, words: Words) -> None:
    stage.at(words).taps(words["label"])


@_deed(rf"{WHO} taps twice: (?P<label>.+)")
def _taps_twice(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    person.taps(words["label"])
    person.taps(words["label"])


@_deed(rf"{WHO} taps in {ROOM}: (?P<label>.+)")
def _taps_in_group(stage: Stage, words: Words) -> None:
    stage.who(words).taps(words["label"], chat=stage.scene.groups[words["room"]])


@_deed(rf"{WHO} taps in {ROOM} under (?P<reference>[A-Z]{{3}}-\d\d): (?P<label>.+)")
def _taps_under(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    card = next(each for each in group.from_bot if words["reference"] in (each.text or ""))
    stage.who(words).taps(words["label"], card)


@_deed(rf"{WHO} and {WHO.replace('who', 'other')} tap in {ROOM} at once: (?P<label>.+)")
def _tap_at_once(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    for name in (words["who"], words["other"]):
        stage.scene.people[name].taps(words["label"], chat=group)


@_deed(rf"{WHO} and {WHO.replace('who', 'other')} tap at once: (?P<label>.+)")
def _tap_privately_at_once(stage: Stage, words: Words) -> None:
    for name in (words["who"], words["other"]):
        stage.scene.people[name].taps(words["label"])


@_deed(rf"{WHO} taps an older button: (?P<label>.+)")
def _taps_older(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    shown = stage.shown(person.id, words["label"], is_older=True)
    person.presses(shown.message, shown.button)


@_deed(rf"{WHO} taps under “(?P<part>[^”]+)”: (?P<label>.+)")
def _taps_under_words(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    shown = [
        each
        for each in stage.onlookers.buttons
        if each.button.label == words["label"]
        and each.message.chat.id == person.id
        and words["part"] in (each.message.text or "")
    ]
    person.presses(shown[-1].message, shown[-1].button)


@_deed(rf"{WHO} taps a button that was in {ROOM}: (?P<label>.+)")
def _taps_gone(stage: Stage, words: Words) -> None:
    shown = stage.shown(stage.scene.groups[words["room"]].id, words["label"])
    stage.who(words).presses(shown.message, shown.button)


@_deed(rf"{WHO} forges a button(?: in {ROOM})?: (?P<data>.+)")
def _forges(stage: Stage, words: Words) -> None:
    message = None
    if words["room"]:
        message = stage.scene.groups[words["room"]].from_bot[-1]
    stage.who(words).sends_raw(words["data"], message)


@_deed(rf"{WHO} forges (?P<owner>[A-Z]\w+)'s button: (?P<label>.+)")
def _forges_of_person(stage: Stage, words: Words) -> None:
    shown = stage.shown(stage.scene.people[words["owner"]].id, words["label"])
    stage.who(words).sends_raw(shown.button.data or "")


@_deed(rf"{WHO} forges in {ROOM} the button of (?P<other>[A-Z][\w ]+): (?P<label>.+)")
def _forges_of_group(stage: Stage, words: Words) -> None:
    shown = stage.shown(stage.scene.groups[words["other"]].id, words["label"])
    message = stage.scene.groups[words["room"]].from_bot[-1]
    stage.who(words).sends_raw(shown.button.data or "", message)


# --- What happens --------------------------------------------------------------------------------


@_deed(r"(?P<count>\d+) (?P<unit>minute|hour|day)s? pass(?:es)?\.")
async def _time_passes(stage: Stage, words: Words) -> None:
    await stage.scene.passes(int(words["count"]) * _UNITS[words["unit"]])


@_deed(rf"{WHO} (?P<verb>blocks|unblocks) the bot\.")
def _blocks(stage: Stage, words: Words) -> None:
    person = stage.who(words)
    (person.blocks_bot if words["verb"] == "blocks" else person.unblocks_bot)()


@_deed(rf"{WHO} (?P<verb>blocks|unblocks) (?P<bot>[A-Z]\w+)\.")
def _blocks_one_bot(stage: Stage, words: Words) -> None:
    person = stage.at(words)
    (person.blocks_bot if words["verb"] == "blocks" else person.unblocks_bot)()


@_deed(rf"{ROOM} becomes a supergroup\.")
def _becomes_supergroup(stage: Stage, words: Words) -> None:
    stage.scene.groups[words["room"]].upgrade_to_supergroup()


@_deed(rf"The bot is (?P<verb>removed from|added to) {ROOM}\.")
def _bot_comes_or_goes(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    (group.add_bot if words["verb"] == "added to" else group.remove_bot)()


@_deed(rf"The bot may (?P<verb>no longer write in|write again in) {ROOM}\.")
def _bot_may_write(stage: Stage, words: Words) -> None:
    group = stage.scene.groups[words["room"]]
    (group.allow_posting if "again" in words["verb"] else group.forbid_posting)()


@_deed(rf"{WHO} makes the group {ROOM} and adds the bot\.")
def _makes_group(stage: Stage, words: Words) -> None:
    stage.scene.group(words["room"], [stage.who(words)])


@_deed(rf"{WHO} joins {ROOM}\.")
def _joins(stage: Stage, words: Words) -> None:
    stage.scene.groups[words["room"]].add_member(stage.who(words))


@_deed(r"A malformed update arrives, and (?P<who>[A-Z]\w+) writes: (?P<text>.+)")
def _malformed(stage: Stage, words: Words) -> None:
    stage.scene.errors_expected = True
    stage.scene.sandbox.inject_update({"message": {"text": ["not", "a", "text"], "chat": 3}})
    stage.who(words).says(words["text"])


@_deed(r"An update of an unknown kind arrives, and (?P<who>[A-Z]\w+) writes: (?P<text>.+)")
def _unknown(stage: Stage, words: Words) -> None:
    stage.scene.sandbox.inject_update({"thought_reading": {"thought": "tea"}})
    stage.who(words).says(words["text"])
