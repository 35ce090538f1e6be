"""Every word that somebody types is private, and turns up only where it may.

Each field of each request holds a word that stands nowhere else. All that is shown to anybody, all
that is logged and all that lies on the disk is searched for these words.
"""

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.world import Message
from handlers.kinds import KINDS
from handlers.texts import T
from storage.model import Kind
from tests.databases import is_on_server
from tests.endurance.amounts import LIFTED, Notes, amount
from tests.endurance.everything_logged import everything_logged
from tests.endurance.marked import Entitlements, Marks, Watch, marks_in, marks_in_bytes
from tests.endurance.neighbours import (
    CLAIM,
    DONE,
    HAND_BACK,
    SET_OFF,
    TEXTS,
    Resident,
    card_with,
    details_with,
    label,
    lift_limits,
)
from tests.exposition import assert_nothing_personal, condition_of, metrics_of, shown
from tests.scene import Scene, scene_in

BATCH: Final = 20
REQUESTS: Final = amount(40, 1000)
COULD: Final = label("could")
CHOOSE: Final = label("choose-helper")
#: What a helper sees from the claim on, and what only on the way.
AT_CLAIM: Final = ("name", "street", "words")
ON_THE_WAY: Final = ("door", "entry-notes", "phone")
#: What one of each batch asks for, so that an owner has to give it a kind first.
TO_COMPLETE: Final = TEXTS.say(T("kind-something-else"), "en")
KINDS_ASKED: Final = tuple(
    TEXTS.say(T(f"kind-{kind.value}"), "en")
    for kind in (Kind.SHOPPING, Kind.LIFT, Kind.LISTENING, Kind.ERRAND, Kind.HOT_MEAL)
)


@dataclass
class Request:
    """A request, its private words by their field, and whoever takes it."""

    resident: Resident
    words: dict[str, str]
    helper: Person

    def all_of(self, fields: tuple[str, ...]) -> list[str]:
        """Return the private words of some fields."""
        return [self.words[field] for field in fields]

    @property
    def reference(self) -> str:
        """The reference, once the request was sent."""
        assert self.resident.reference is not None
        return self.resident.reference


class Scheme:
    """A scheme with an owner, a group of volunteers, and residents who come in batches."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.marks = Marks()
        self.may_see = Entitlements()
        self.watch = Watch(scene.sandbox.world, self.marks, self.may_see)
        self.random = random.Random(1)
        self.volunteers: list[Person] = []

    @property
    def group(self) -> Group:
        """The group that the cards go to."""
        return self.scene.groups["Elm Street"]

    @property
    def owner(self) -> Person:
        """The owner, who completes requests and chooses helpers."""
        return self.scene.people["Olive"]

    async def set_up(self) -> None:
        """Bring on everybody but the residents."""
        self.scene.owner("Olive").starts()
        self.volunteers = [
            self.scene.person(self.marks.word("name of a volunteer")) for _ in range(BATCH)
        ]
        group = self.scene.group("Elm Street", [self.owner, *self.volunteers])
        home = await self.scene.neighbourhood("Elm Street", group, postcodes=["E1"])
        await self.scene.transact(lift_limits)
        for volunteer in self.volunteers:
            await self.scene.volunteer(volunteer, home, KINDS, at_once=BATCH, is_checked=True)
            # Owners hear who takes what; the helped hear who comes.
            self.may_see.allow(self.owner.id, [volunteer.name])

    async def settles(self) -> None:
        """Wait until everybody was answered, then look for words in wrong places."""
        await self.scene.settles()
        assert self.watch.leaks() == []

    def newcomers(self) -> list[Request]:
        """Bring on residents, each of whom has a helper."""
        helpers = self.random.sample(self.volunteers, BATCH)
        return [self._newcomer(number, helper) for number, helper in enumerate(helpers)]

    def _newcomer(self, number: int, helper: Person) -> Request:
        words = {field: self.marks.word(field) for field in (*AT_CLAIM, *ON_THE_WAY)}
        person = self.scene.person(self.marks.word("account of a resident"))
        person.account.username = self.marks.word("username of a resident")
        kind = TO_COMPLETE if number == 0 else KINDS_ASKED[number % len(KINDS_ASKED)]
        typed = {**words, "kind": kind, "where": "E1 6AN", "needs": DONE}
        if number == 1:
            typed["words"] = f"The key safe is by the door, {words['words']}"
        self.may_see.allow(person.id, [*words.values(), helper.name])
        if number == 0:
            self.may_see.allow(self.owner.id, [words[field] for field in AT_CLAIM])
        return Request(Resident(person, typed), words, helper)

    async def ask(self, requests: list[Request]) -> None:
        """Let everybody ask, each a step at a time, with other things in between."""
        rounds = 0
        while waiting := [one for one in requests if one.resident.has_something_to_do()]:
            for request in waiting:
                request.resident.acts()
            if rounds in (3, 9):
                self._disturb(waiting)
            await self.settles()
            rounds += 1
        assert all(one.resident.reference for one in requests)

    def _disturb(self, requests: list[Request]) -> None:
        """Send what is no answer: changed and forwarded messages, pictures, files, contacts."""
        for request, what in zip(requests, range(len(requests)), strict=True):
            person = request.resident.person
            word = self.marks.word("words that are no answer")
            match what % 5:
                case 0:
                    person.edits(_own(person), word)
                case 1:
                    person.sends_photo(caption=word)
                case 2:
                    person.sends_document(b"-", f"{word}.txt", word)
                case 3:
                    person.shares_contact(word)
                case _:
                    person.sends_raw(f"claim:{word}")

    async def complete(self, requests: list[Request]) -> None:
        """Let the owner give those requests a kind that have none."""
        for request in requests:
            for asked in _about(request, self.owner, KINDS_ASKED[0]):
                self.owner.taps(KINDS_ASKED[0], asked)
        await self.settles()

    async def claim(self, requests: list[Request]) -> None:
        """Let every helper take a card; for some the owner chooses the helper first."""
        for request in requests:
            card = card_with(self.group, request.reference)
            assert card is not None
            request.helper.taps(COULD if COULD in card.labels else CLAIM, card)
            self.may_see.allow(request.helper.id, request.all_of(AT_CLAIM))
        await self.settles()
        for request in requests:
            offers = _about(request, self.owner, CHOOSE)
            if offers and details_with(request.helper, request.reference) is None:
                self.owner.taps(CHOOSE, offers[-1])
        await self.settles()
        for request in requests:
            seen = marks_in(request.helper.texts)
            assert seen >= set(request.all_of(AT_CLAIM))

    async def tap(self, requests: list[Request], wanted: str) -> None:
        """Let every helper tap a button under their details."""
        for request in requests:
            details = details_with(request.helper, request.reference)
            assert details is not None
            if wanted == SET_OFF:
                self.may_see.allow(request.helper.id, request.all_of(ON_THE_WAY))
            request.helper.taps(wanted, details)
        await self.settles()

    def is_closed_again(self, requests: list[Request]) -> None:
        """Check that helpers can read nothing any more, and need not be shown it again."""
        for request in requests:
            words = set(request.words.values())
            assert not marks_in(request.helper.texts) & words
            self.may_see.revoke(request.helper.id, words)

    async def strangers(self) -> None:
        """Let strangers take the bot into their group, talk there, and call it another name."""
        stranger = self.scene.person(self.marks.word("name of a stranger"))
        group = self.scene.sandbox.add_group(self.marks.word("title of a group"), [stranger])
        stranger.says(f"/help {self.marks.word('words in a group')}", group)
        stranger.says(f"/link {self.marks.word('name in a command')}", group)
        stranger.forwards(
            self.marks.word("forwarded words"), hidden_name=self.marks.word("name of a sender")
        )
        group.rename(self.marks.word("title of a group"))
        self.group.rename(self.marks.word("title of the group"))
        last = self.group.from_bot[-1]
        self.volunteers[0].says(self.marks.word("words to a card"), self.group, reply_to=last)
        await self.settles()


def _about(request: Request, person: Person, wanted: str) -> list[Message]:
    """Return what a person was sent about a request with a certain button under it."""
    return [
        one
        for one in person.from_bot
        if request.reference in (one.text or "") and wanted in one.labels
    ]


def _own(person: Person) -> Message:
    return next(one for one in reversed(person.messages) if one.sender is person.account)


async def test_private_words_turn_up_only_where_they_may(tmp_path: Path, notes: Notes) -> None:
    with everything_logged() as logged:
        metrics = metrics_of()
        async with scene_in(
            tmp_path, abilities=LIFTED, enforce_pace=False, observer=metrics
        ) as scene:
            scheme = Scheme(scene)
            await scheme.set_up()
            for _ in range(0, REQUESTS, BATCH):
                await _one_batch(scheme)
            assert_nothing_personal(shown(metrics, await condition_of(scene)))
            files = _marks_in_files(tmp_path)
    assert "doorstep.sqlite-wal" in files or is_on_server()
    assert not any(files.values()), files
    assert marks_in([logged.getvalue()]) == set()
    notes("requests with a private word in every field", REQUESTS)
    notes("private words", len(scheme.marks.meaning))
    notes("texts, buttons and toasts searched for private words", scheme.watch.looked_at)
    notes("lines of the log searched for private words", logged.getvalue().count("\n"))


def _marks_in_files(folder: Path) -> dict[str, set[str]]:
    return {path.name: marks_in_bytes(path.read_bytes()) for path in folder.iterdir()}


async def _one_batch(scheme: Scheme) -> None:
    requests = scheme.newcomers()
    await scheme.ask(requests)
    await scheme.complete(requests)
    await scheme.claim(requests)
    handed_back = requests[::4]
    await scheme.tap(handed_back, HAND_BACK)
    scheme.is_closed_again(handed_back)
    for request, helper in zip(handed_back, scheme.volunteers, strict=False):
        request.helper = helper
        scheme.may_see.allow(request.resident.person.id, [helper.name])
    await scheme.claim(handed_back)
    await scheme.tap(requests, SET_OFF)
    await scheme.tap(requests, DONE)
    scheme.is_closed_again(requests)
    for request in requests:
        request.resident.person.says("/mine")
    await scheme.strangers()
