"""From one side of a task to the other go plain words and clean photos, and nothing else.

Whatever a message can have in it, by the description of the Bot API, is sent from both sides, with
private words in every field: alone, beside words, and beside a photo.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from bot.messengers.telegram.message_kinds import CONTENT_KINDS
from bot.sandbox import things
from bot.sandbox.people import Person
from bot.sandbox.world import Message
from tests import photos
from tests.any_message import Examples, Json, fields
from tests.endurance.amounts import LIFTED
from tests.endurance.everything_logged import everything_logged
from tests.endurance.marked import Marks, marks_in, marks_in_bytes
from tests.scene import Scene, scene_in
from tests.setting import Setting

#: How many updates are sent before everybody looks.
BATCH: Final = 12
#: Numbers that stand in the fields of the messages, and nowhere else.
#: The clock on the wall may say fifty-one seconds and as many thousandths.
TELLING: Final = re.compile(r"666\d{7}|(?<![:\d])51\.666")
GIVEN: Final = (
    "Given Olive, the owner.",
    "Given the group Albion helpers of Ana and Ben.",
    "Given the neighbourhood Albion, whose cards hang in Albion helpers.",
    "Given Ana helps in Albion with shopping.",
    "Given Rosa of Albion has asked before.",
    "Given Ana has taken shopping for Rosa in Albion, KMT-42.",
)


@dataclass
class Sender:
    """One side, who sends whatever there is.

    `plain` are the words that may arrive, each with the field that they were sent beside.
    """

    scene: Scene
    person: Person
    marks: Marks
    numbers: "count[int]"
    plain: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        hidden = photos.photo(self.marks.word("hidden in a photo"))
        self._file = self.scene.sandbox.world.files.add("photo.jpg", hidden).id
        self._examples = Examples(self.marks, self._file)

    def alone(self, name: str) -> Json:
        """Return a message with a field, and private words below it."""
        is_photo = name in ("photo", "live_photo")
        caption = self._words(name) if is_photo else self.marks.word("caption")
        return {name: self._examples.of_field(name), "caption": caption}

    def beside_words(self, name: str) -> Json:
        """Return a message with a field, and words for the other side."""
        return {"text": self._words(name), name: self._examples.of_field(name)}

    def beside_photo(self, name: str) -> Json:
        """Return a message with a field, a photo, and words for the other side below it."""
        size = {"file_id": self._file, "file_unique_id": "u", "width": 64, "height": 48}
        return {"photo": [size], "caption": self._words(name), name: self._examples.of_field(name)}

    def _words(self, name: str) -> str:
        words = f"Plain words {next(self.numbers)}"
        self.plain[words] = name
        return words

    def send(self, message: Json, update: str = "message") -> None:
        """Put a message into the person's chat, as whoever they are on Telegram."""
        account = {
            "id": self.person.id,
            "is_bot": False,
            "first_name": self.marks.word("first name of an account"),
            "last_name": self.marks.word("last name of an account"),
            "username": self.marks.word("username of an account"),
            "language_code": "en",
        }
        whole = {
            "message_id": 1_000_000 + next(self.numbers),
            "date": int(self.scene.clock.now().timestamp()),
            "chat": {"id": self.person.id, "type": "private", "first_name": "…"},
            "from": account,
            **message,
        }
        self.scene.sandbox.inject_update({update: whole})


async def _set_up(scene: Scene) -> tuple[Sender, Sender]:
    setting = Setting(scene)
    for line in GIVEN:
        await setting.given(line)
    marks, numbers = Marks(), count(1)
    for name, button in (("Rosa", "Write to my helper"), ("Ana", "Write to my neighbour")):
        scene.people[name].says("/mine")
        await scene.settles()
        scene.people[name].taps(button)
        await scene.settles()
    rosa, ana = (Sender(scene, scene.people[name], marks, numbers) for name in ("Rosa", "Ana"))
    return rosa, ana


SHAPES: Final[dict[str, Callable[[Sender, str], Json]]] = {
    "alone": Sender.alone,
    "beside words": Sender.beside_words,
    "beside a photo": Sender.beside_photo,
}
#: Beside how many fields words and photos arrive at least.
ARRIVE: Final = {"alone": 2, "beside words": 30, "beside a photo": 20}
#: Beside what they never do.
NEVER: Final = {
    "alone": set(CONTENT_KINDS) - {"photo", "live_photo"},
    "beside words": {"forward_origin", "sender_chat"},
    "beside a photo": {"forward_origin", "sender_chat", "media_group_id"},
}


@pytest.mark.parametrize("side", [0, 1], ids=["resident", "helper"])
@pytest.mark.parametrize("shape", SHAPES)
async def test_nothing_but_plain_words_and_clean_photos_arrives(
    tmp_path: Path, side: int, shape: str
) -> None:
    assert set(CONTENT_KINDS) <= set(fields())
    with everything_logged() as logged:
        async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
            both = await _set_up(scene)
            sender, other = both[side], both[1 - side].person
            before = set(other.from_bot)
            for place, name in enumerate(fields(), 1):
                sender.send(SHAPES[shape](sender, name))
                if place % BATCH == 0:
                    await scene.settles()
            await scene.settles()
            arrived = [each for each in other.from_bot if each not in before]
            for each in arrived:
                _is_plain(each, sender)
            beside = {sender.plain[_words(each)] for each in arrived}
            assert len(beside) >= ARRIVE[shape]
            assert not beside & NEVER[shape]
            _nothing_telling(scene)
    assert marks_in([logged.getvalue()]) == set()
    assert not TELLING.search(logged.getvalue())


@pytest.mark.parametrize("side", [0, 1], ids=["resident", "helper"])
async def test_of_all_that_phones_send_nothing_else_arrives(tmp_path: Path, side: int) -> None:
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        both = await _set_up(scene)
        sender, other = both[side], both[1 - side].person
        before = len(other.from_bot)
        for kind in things.KINDS:
            if "photo" not in kind:
                sender.person.sends(kind, sender.marks.word(kind))
            name = sender.marks.word("name of somebody else")
            sender.person.sends(kind, sender.marks.word(kind), forwarded_from=name)
        sender.person.forwards(sender.marks.word("words"), hidden_name=name)
        sender.person.sends_album([photos.photo(name)] * 2, sender.marks.word("words"))
        await scene.settles()
        assert len(other.from_bot) == before
        _nothing_telling(scene)


@pytest.mark.parametrize("side", [0, 1], ids=["resident", "helper"])
async def test_a_change_of_what_was_passed_on_arrives_nowhere(tmp_path: Path, side: int) -> None:
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        both = await _set_up(scene)
        sender, other = both[side], both[1 - side].person
        sender.send({"message_id": 2_000_000, "text": "Plain words"})
        await scene.settles()
        before = len(other.from_bot)
        for name in CONTENT_KINDS:
            sender.send({"message_id": 2_000_000, **sender.alone(name)}, "edited_message")
        sender.send({"message_id": 2_000_000, **sender.beside_words("entities")}, "edited_message")
        await scene.settles()
        assert len(other.from_bot) == before
        assert "please write it again" in (sender.person.from_bot[-1].text or "")
        _nothing_telling(scene)


def _is_plain(message: Message, sender: Sender) -> None:
    """Check that a message holds what was meant for the other side, and nothing else."""
    head = (message.text or "").partition("\n\n")[0]
    assert _words(message) in sender.plain
    assert head == f"{sender.person.name} {'sends this photo' if message.media else 'writes'}:"
    assert message.labels == ["Answer", "Something worries me"]
    assert message.is_protected
    if message.media is None:
        return
    assert message.media.kind == "photo"
    (size,) = message.media.fields["photo"]
    content = sender.scene.sandbox.world.files.find(size["file_id"]).content
    assert marks_in_bytes(content) == set()
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "JPEG"
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def _words(message: Message) -> str:
    """Return what stands below the line that says who writes."""
    return (message.text or "").partition("\n\n")[2]


def _nothing_telling(scene: Scene) -> None:
    """Check that nobody was shown a private word or number: no person, and no group."""
    for shown in scene.sandbox.world.shown.values():
        assert marks_in(shown) == set()
        assert not [text for text in shown if TELLING.search(text)]
