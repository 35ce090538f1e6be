"""A town with several organisations, whose people type private things wherever they can."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from sqlalchemy import select

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.world import Message
from handlers.kinds import KINDS
from storage import people
from storage.database import Transaction
from storage.tables import tasks as task_rows
from tests.endurance.channels import Channels, Shown
from tests.endurance.dossiers import Dossier
from tests.endurance.marked import Entitlements
from tests.endurance.neighbours import lift_limits
from tests.endurance.searching import Part, Search
from tests.endurance.talkers import PATIENCE, Talker, asked
from tests.scene import Scene
from tests.setting import Setting

GIVEN: Final = (
    "Given the neighbourhood Albion with the postcode N16, whose cards hang in Albion helpers.",
    "Given the neighbourhood Riverside with the postcode E8, whose cards hang in Riverside helpers"
    ".",
    "Given the neighbourhood Clapton with the postcode E5, whose cards hang in Clapton helpers.",
    "Given Albion has 900 homes and lies beside Riverside.",
    "Given Riverside has 150 homes and lies beside Albion.",
    "Given the organisation St Mary's Hospice owns Clapton.",
    "Given Tom, the coordinator of Albion and Riverside.",
    "Given Vera, the coordinator of Clapton.",
    "Given Mary, the contact of the organisation St Mary's Hospice.",
    "Given Marta, the safeguarding lead.",
)
PLACES: Final = ("Albion", "Riverside", "Albion", "Clapton")
POSTCODES: Final = {"Albion": "N16", "Riverside": "E8", "Clapton": "E5"}
#: What a helper sees from the claim on, and what only on the way.
AT_CLAIM: Final = ("name", "street", "words")
ON_THE_WAY: Final = ("door", "entry-notes", "phone")
#: So many help in a neighbourhood that nobody has two requests of a batch at a time.
HELPERS: Final = 20


def leaks_in(shown: Shown, search: Search, allowed: Iterable[str] = ()) -> list[Part]:
    """Return the private parts in what was shown beside what its reader may see."""
    in_file = search.leaks_in_bytes(shown.content) if shown.content else []
    return [*search.leaks(shown.text, allowed), *in_file]


class LeakError(AssertionError):
    """Somebody was shown what they may not see; says of what kind, by which channel, to whom."""


@dataclass(slots=True)
class Asked:
    """A request: what its resident types, and who has to do with it."""

    number: int
    dossier: Dossier = field(repr=False)
    resident: Person
    place: str
    helper: Person
    other_helper: Person
    #: Whoever writes it down; the resident, unless they ring.
    author: Person
    tokens: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    @property
    def token(self) -> str:
        """What the buttons of its first task carry."""
        return self.tokens[0]


class Town:
    """Everybody of the town, who may see what of whom, and the look at all that is shown."""

    def __init__(self, scene: Scene, channels: Channels, search: Search) -> None:
        self.scene = scene
        self.search = search
        self.may_see = Entitlements()
        self.channels = channels
        self.helpers: dict[str, list[Person]] = {}
        self.leaks: list[str] = []
        #: Whether all that is typed now is known, and what is shown is the service's own.
        self.is_learning = False
        self._names = count(1)

    @property
    def people(self) -> dict[str, Person]:
        """Everybody with a phone, by their names."""
        return self.scene.people

    async def set_up(self) -> None:
        """Bring on everybody but the residents."""
        self.search.learn("\n".join(POSTCODES))
        self.scene.owner("Olive").starts()
        setting, groups = Setting(self.scene), dict[str, Group]()
        nell = self.scene.person("Nell")
        for place in POSTCODES:
            self.helpers[place] = [
                self.scene.person(f"Helper{place}{number}") for number in range(HELPERS)
            ]
            members = [self.people["Olive"], nell, *self.helpers[place]]
            groups[place] = self.scene.group(f"{place} helpers", members)
        for line in GIVEN:
            await setting.given(line)
        await self.scene.transact(lift_limits)
        for number, place in enumerate(POSTCODES, 1):
            for helper in self.helpers[place]:
                await self.scene.volunteer(helper, number, KINDS, at_once=30, is_checked=True)
                self.search.add(helper.name, "name of a helper")
                self.may_see.allow(helper.id, [helper.name])
                for reader in (*self.carers(place), self.people["Marta"]):
                    self.may_see.allow(reader.id, [helper.name])
        await self.settles()

    def group(self, place: str) -> Group:
        """Return the group of a neighbourhood."""
        return self.scene.groups[f"{place} helpers"]

    def carers(self, place: str) -> list[Person]:
        """Return those who look after what is asked for in a neighbourhood."""
        names = ("Vera", "Mary") if place == "Clapton" else ("Tom",)
        return [self.people[name] for name in (*names, "Olive")]

    async def settles(self) -> None:
        """Wait until everybody was answered, then look at all that was shown."""
        await self.scene.settles()
        for shown in self.channels.fresh():
            self.look_at(shown)
        if self.leaks:
            raise LeakError("\n".join(self.leaks))

    def look_at(self, shown: Shown) -> None:
        """Search what was shown for what its readers may not see, or learn from it."""
        allowed = self.may_see.of(shown.place) if shown.place is not None else set[str]()
        if self.is_learning:
            self.search.learn(shown.text, allowed)
        found = leaks_in(shown, self.search, allowed)
        if found:
            names = {person.id: person.name for person in self.people.values()}
            reader = names.get(shown.place or 0, str(shown.place))
            # Nobody of this town is real: the words may be said.
            seen = f"{shown.channel} for {reader}: {shown.text!r}"
            self.leaks += [f"{part.meaning} in {seen}" for part in found]

    def comes(self, dossier: Dossier, number: int) -> Asked:
        """Bring on a resident, whose words are private from now on."""
        for text, meaning in dossier.parts:
            self.search.add(text, meaning)
        place = PLACES[number % len(PLACES)]
        account = f"{dossier.typed['name']}{next(self._names)}"
        self.search.add(account, "name of an account")
        person = self.scene.person(account, dossier.language)
        helpers = self.helpers[place]
        turn = number // 2 % (HELPERS // 2)
        asked_now = Asked(
            number,
            dossier,
            person,
            place,
            helpers[turn],
            helpers[turn + HELPERS // 2],
            person,
        )
        self.may_see.allow(person.id, dossier.typed.values())
        return asked_now

    def shows(self, one: Asked, readers: Iterable[Person], *names: str) -> None:
        """Let some people see some of what was typed from now on."""
        for reader in readers:
            self.may_see.allow(reader.id, one.dossier.all_of(*names))

    async def answer_all(self, talkers: Iterable[Talker]) -> None:
        """Let people answer, each a question at a time, until nobody is asked any more."""
        waiting = list(talkers)
        for _ in range(PATIENCE):
            keys = await asked(self.scene, [each.person for each in waiting])
            waiting = [each for each in waiting if each.person.id in keys]
            if not waiting:
                return
            for each in waiting:
                each.answer(keys[each.person.id])
            await self.settles()
        raise AssertionError(f"asked for ever: {keys}")

    async def know_tokens(self, requests: Iterable[Asked]) -> None:
        """Note what the buttons of requests carry, and their references."""

        async def look(transaction: Transaction) -> None:
            for one in requests:
                person = await people.find(transaction, f"telegram:{one.resident.id}")
                # Of somebody who has no app, one asks on the phone at a time: the newest.
                whose = task_rows.c.by_phone if person is None else task_rows.c.resident_id
                rows = await transaction.connection.execute(
                    select(task_rows.c.token, task_rows.c.reference)
                    .where(whose == (True if person is None else person.id))
                    .order_by(task_rows.c.id)
                )
                found = rows.all()[-1:] if person is None else rows.all()
                one.tokens = [row.token for row in found]
                one.references = [row.reference for row in found]

        await self.scene.transact(look)

    def card(self, one: Asked, which: int = 0) -> Message | None:
        """Return the newest card of a task with a button on it."""
        for message in reversed(self.group(one.place).from_bot):
            for row in message.buttons:
                if any(each.data == f"claim:{one.tokens[which]}" for each in row):
                    return message
        return None
