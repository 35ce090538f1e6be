"""Two organisations live side by side in one scheme, and neither sees the people of the other.

Both lead the same life, with names and words of their own. Whatever anybody of the one ever reads,
asks for, or presses, shows nothing of the other and changes nothing of it.
"""

import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pytest
import pytest_asyncio
from sqlalchemy import select

from bot.sandbox.people import Person
from storage.database import Transaction
from storage.tables import metadata
from tests.scene import scene_in
from tests.stage_directions import Stage
from tests.transcript import read

pytestmark = pytest.mark.asyncio(loop_scope="module")

HOSPICE: Final = "St Mary's Hospice"


@dataclass(frozen=True)
class Side:
    """An organisation: what its people are called, and the words that only they may read."""

    area: str
    postcode: str
    organisation: str | None
    coordinator: str
    contact: str
    helper: str
    other: str
    resident: str
    requester: str
    helped: str
    rung: str
    words: dict[str, str] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """What its group is called."""
        return f"{self.area} helpers"

    @property
    def people(self) -> list[str]:
        """Everybody of it who has a phone."""
        return [
            *(self.coordinator, self.contact, self.helper, self.other),
            *(self.resident, self.requester),
        ]

    @property
    def secrets(self) -> list[str]:
        """What nobody of another organisation may ever read."""
        return [*self.people, self.helped, self.rung, *self.words.values()]

    def told(self, story: str) -> list[str]:
        """Return the lines of a story with its own names and words."""
        names = {name: value for name, value in vars(self).items() if isinstance(value, str)}
        return story.format(**names, **self.words, group=self.group).strip().splitlines()


OWN: Final = Side(
    area="Albion",
    postcode="N16",
    organisation=None,
    coordinator="Tamsin",
    contact="Corwin",
    helper="Brannoc",
    other="Delphine",
    resident="Quillon",
    requester="Wenna",
    helped="Ysolde",
    rung="Ottoline",
    words={
        "need": "zebrawood shelf",
        "note": "the ochre gate sticks",
        "relay": "shall I bring saffron",
        "how": "it felt like marzipan",
        "thanks": "kind as a lighthouse",
        "thought": "always carry a thimble",
        "phone": "020 7946 0111",
        "street": "Wexcombe Row",
        "by_phone": "two tins of quince",
        "call": "fold the heron banners",
        "place": "Osprey Hall",
    },
)
PARTNER: Final = Side(
    area="Riverside",
    postcode="E8",
    organisation=HOSPICE,
    coordinator="Petronel",
    contact="Mabyn",
    helper="Ignace",
    other="Fenella",
    resident="Xanthe",
    requester="Lowena",
    helped="Jocasta",
    rung="Zephyrine",
    words={
        "need": "juniper basket",
        "note": "the copper bell is dumb",
        "relay": "shall I bring cardamom",
        "how": "it felt like gravel",
        "thanks": "bright as a kestrel",
        "thought": "never forget a lantern",
        "phone": "020 7946 0222",
        "street": "Larkspur Mews",
        "by_phone": "one jar of medlar",
        "call": "paint the walrus signs",
        "place": "Puffin Hall",
    },
)
SIDES: Final = (OWN, PARTNER)

BEGINNING: Final = """
Given the group {group} of {helper} and {other}.
Given the neighbourhood {area} with the postcode {postcode}, whose cards hang in {group}.
"""
APPOINTED: Final = """
Given {coordinator}, the coordinator of {area}.
Given {helper}, who is checked, helps in {area} with shopping, phone call.
Given {other} helps in {area} with shopping.
Given {resident} of {area} has asked before.
Given {requester} of {area} has asked before.
Given {requester} asks for {helped} of {area}, who agreed 400 days ago.
"""
LIFE: Final = """
{resident} writes: /ask
{resident} writes: Shopping
{resident} writes: {need}
{resident} writes: tomorrow after 3
{resident} writes: {area}
{resident} writes: One small bag
{resident} taps: I pay back, up to £20
{resident} taps: Send
{resident} writes: /mine
{resident} taps: Give my address
{resident} writes: {street}
{resident} writes: 41
{resident} writes: Skip
{resident} writes: {phone}
{helper} taps in {group}: I can do this
{helper} taps: I can't after all
{helper} writes: {note}
{other} taps in {group}: I can do this
{other} taps: Write to my neighbour
{other} writes: {relay}
{other} taps: Stop writing
{other} taps: I am setting off
{other} taps: Done
{other} taps: Not good
{other} taps: Add words for a coordinator
{other} writes: {how}
{other} taps: I paid for something
{other} writes: 12.50
{other} taps: Skip
{other} taps: Send
{resident} taps: Yes, it is done
{resident} taps: Say thank you
{resident} taps: Something in my own words
{resident} writes: {thanks}
{resident} taps: Send
{resident} taps: Good
{resident} taps: Share a thought with others
{resident} writes: {thought}
{resident} taps: Send
{resident} taps: Every week
{resident} taps: Anybody is welcome
{resident} taps: I agree
{coordinator} writes: /phonein
{coordinator} taps: Somebody new
{coordinator} writes: {rung}
{coordinator} writes: {phone}
{coordinator} taps: English
{coordinator} taps: They agree
{coordinator} taps: Yes
{coordinator} taps: Shopping
{coordinator} writes: {by_phone}
{coordinator} writes: tomorrow after 3
{coordinator} writes: {area}
{coordinator} writes: {street}
{coordinator} writes: 43
{coordinator} taps: Skip
{coordinator} taps: One small bag
{coordinator} taps: It is paid already
{coordinator} taps: Send
{helper} taps in {group}: I can do this
{coordinator} writes: /callout
{coordinator} taps: Something else
{coordinator} writes: {call}
{coordinator} writes: {place}
{coordinator} writes: Saturday 9 to 12
{coordinator} writes: 2
{coordinator} taps: Done
{coordinator} taps: Done
{coordinator} taps: No
{coordinator} taps: Yes
{coordinator} taps: Send the call-out
"""
#: What somebody may ask for at any time.
COMMANDS: Final = (
    *("/queue", "/approvals", "/weekly", "/ledger", "/roles", "/block", "/numbers", "/mine"),
    *("/me", "/help", "/link", "/setup", "/poster", "/phonein", "/callout", "/neighbourhood"),
)
#: What presses and commands of one organisation leave as it is for another.
UNTOUCHED: Final = (
    *("tasks", "approvals", "expenses", "repeats", "hand_overs", "rings", "blocks", "checks"),
    *("volunteers", "roles", "invitations", "helped_people", "neighbourhoods", "experiences"),
    *("organisations", "call_outs", "call_out_places", "call_out_recipients", "settings"),
)


@dataclass
class Seen:
    """What everybody has read, by their names."""

    by_person: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, played: str) -> None:
        """Take what a story shows as read by those to whom it shows it."""
        who = ""
        for line in played.splitlines():
            title = re.match(r"  (?:To|In) ([\w ]+?)(?:, .*)?:$", line)
            if title is not None:
                who = title[1]
            elif line.startswith("    "):
                self.by_person[who].append(line.strip())
            elif line:
                who = ""


def _leaks(seen: Seen, reader: Side, owner: Side) -> list[str]:
    """Return what somebody of one organisation read that is another one's."""
    rooms = [*reader.people, reader.group]
    words = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in owner.secrets))
    return [
        f"{room}: {line}"
        for room in rooms
        for line in seen.by_person[room]
        if words.search(line) is not None
    ]


async def _play(stage: Stage, seen: Seen, lines: Iterable[str]) -> str:
    played = await stage.play(read("\n".join(lines)))
    seen.note(played)
    return played


def _in_turn(story: str) -> Iterator[str]:
    """Let both lead the same life at the same time, one line of each after the other."""
    for lines in zip(*(side.told(story) for side in SIDES), strict=True):
        yield from lines


@dataclass
class Lives:
    """Both organisations after all that has happened to them."""

    stage: Stage
    seen: Seen

    async def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Return what the tables hold that nobody else may change."""

        async def dump(transaction: Transaction) -> dict[str, list[tuple[object, ...]]]:
            found = {}
            for name in UNTOUCHED:
                table = metadata.tables[name]
                rows = await transaction.connection.execute(
                    select(table).order_by(*table.primary_key)
                )
                found[name] = [tuple(row) for row in rows]
            return found

        return await self.stage.scene.transact(dump)

    def buttons_of(self, side: Side) -> list[str]:
        """Return what every button carries that anybody of an organisation ever had before them."""
        scene = self.stage.scene
        rooms = {scene.people[name].id for name in side.people} | {scene.groups[side.group].id}
        found = {
            each.button.data: None
            for each in self.stage.onlookers.buttons
            if each.message.chat.id in rooms and each.button.data
        }
        return [data for data in found if not data.startswith(("q:", "menu:", "language:"))]

    def references_of(self, side: Side) -> set[str]:
        """Return the references of an organisation's requests."""
        read = "\n".join(self.seen.by_person[side.group])
        return set(re.findall(r"Reference: ([A-Z]{3}-\d\d)", read))

    async def presses(self, person: Person, buttons: Iterable[str]) -> None:
        """Let somebody press buttons that were never theirs."""
        for data in buttons:
            person.sends_raw(data)
        await self.settle(person)

    async def settle(self, person: Person) -> None:
        """Wait until everybody has been answered, and look at what they read."""
        await self.stage.scene.settles()
        self.seen.note("\n".join(self.stage.onlookers.look(person)))
        for message in person.from_bot:
            if message.media is not None and message.media.file is not None:
                sent = self.stage.scene.sandbox.world.files.find(message.media.file)
                read_in_it = sent.content.decode(errors="replace").splitlines()
                self.seen.by_person[person.name] += read_in_it


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def lives(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Lives]:
    """Let both live."""
    folder = tmp_path_factory.mktemp("organisations")
    async with scene_in(folder) as scene:
        stage, seen = Stage(scene), Seen()
        given = ["Given Olive, the owner.", *_in_turn(BEGINNING)]
        given.append(f"Given the organisation {HOSPICE} owns {PARTNER.area}.")
        given.append(f"Given {PARTNER.contact}, the contact of the organisation {HOSPICE}.")
        given.append(f"Given {OWN.contact}, a coordinator of the scheme.")
        given.append("Given Albion has 90 homes and lies beside Riverside.")
        await _play(stage, seen, [*given, *_in_turn(APPOINTED)])
        await _play(stage, seen, _in_turn(LIFE))
        await _play(stage, seen, ["3 days pass."])
        yield Lives(stage, seen)


@pytest.mark.parametrize(("reader", "owner"), [SIDES, SIDES[::-1]], ids=["own", "partner"])
async def test_nothing_of_the_other_is_ever_read(lives: Lives, reader: Side, owner: Side) -> None:
    assert not _leaks(lives.seen, reader, owner)
    # Else it would prove nothing: those whose words they are have read them.
    read_by_own = " ".join(line for room in owner.people for line in lives.seen.by_person[room])
    assert not {each for each in owner.words.values() if each not in read_by_own}


@pytest.mark.parametrize(("reader", "owner"), [SIDES, SIDES[::-1]], ids=["own", "partner"])
async def test_no_list_shows_anything_of_the_other(lives: Lives, reader: Side, owner: Side) -> None:
    references = lives.references_of(owner)
    assert len(references) > 1
    asked = [*COMMANDS, *(f"/request {each}" for each in references)]
    for name in (reader.coordinator, reader.contact, reader.helper):
        person = lives.stage.scene.people[name]
        for command in asked:
            person.says(command)
            person.says("/cancel")
        await lives.settle(person)
    # Else it would prove nothing: their own ledger is read, which is a file.
    assert any("12.50" in line for line in lives.seen.by_person[reader.coordinator])
    assert not _leaks(lives.seen, reader, owner)


@pytest.mark.parametrize(("reader", "owner"), [SIDES, SIDES[::-1]], ids=["own", "partner"])
async def test_no_button_of_the_other_does_anything(
    lives: Lives, reader: Side, owner: Side
) -> None:
    buttons = lives.buttons_of(owner)
    assert len(buttons) > 40
    before = await lives.rows()
    for name in (reader.coordinator, reader.contact, reader.helper):
        await lives.presses(lives.stage.scene.people[name], buttons)
    assert await lives.rows() == before
    assert not _leaks(lives.seen, reader, owner)
