"""What holds when a story begins: people, groups, neighbourhoods, and who helps with what."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import update

from bot.sandbox.people import Person
from handlers import settled
from handlers.asking.asking_for_others import consent
from handlers.asking.reviewing_consent import ASKED_AT, REVIEW
from handlers.cards import DEFAULT_ZONE
from handlers.volunteering.offer_lines import TIMES
from storage import due_work, helped_people, neighbourhoods, people, roles, tasks
from storage.database import Transaction
from storage.model import ConsentHow, Kind, Level, Need, NewTask, Relation, Role, Secrets, Status
from storage.private import PrivateText
from storage.tables import neighbourhoods as neighbourhood_rows
from storage.tables import volunteers
from tests.long_ago import Past, happen
from tests.scene import Scene

Words = re.Match[str]
_GIVEN: Final[list[tuple[re.Pattern[str], Callable[["Setting", Words], Awaitable[None]]]]] = []

#: Half a side of the square that is a neighbourhood's outline, in degrees: about a kilometre.
HALF_SIDE: Final = 0.01


class UnknownSettingError(AssertionError):
    """A line that begins with "Given" says nothing that can be arranged."""


class Setting:
    """Arranges a scene before its story begins."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._areas: dict[str, int] = {}

    async def given(self, line: str) -> None:
        """Arrange what a line says."""
        for pattern, arrange in _GIVEN:
            words = pattern.fullmatch(line)
            if words is not None:
                await arrange(self, words)
                return
        raise UnknownSettingError(line)

    def _people(self, names: str) -> list[Person]:
        return [self._person(name) for name in re.split(r", | and ", names)]

    def _person(self, name: str, language: str = "en") -> Person:
        return self._scene.people.get(name) or self._scene.person(name, language)

    async def _says(self, person: Person, *words: str) -> None:
        for each in words:
            person.says(each)
            await self._scene.settles()

    async def _organisation_of(self, area: int) -> str | None:
        """Return the name of the partner organisation that owns a neighbourhood, or None."""

        async def find(transaction: Transaction) -> str | None:
            everywhere = await neighbourhoods.all_of_them(transaction)
            owner = next(each.organisation_id for each in everywhere if each.id == area)
            return dict(await roles.organisations_by_name(transaction)).get(owner or 0)

        return await self._scene.transact(find)

    def _kinds(self, names: str) -> list[Kind]:
        return [Kind(name.replace(" ", "-")) for name in re.split(r", | and ", names)]


def _given(
    pattern: str,
) -> Callable[
    [Callable[[Setting, Words], Awaitable[None]]], Callable[[Setting, Words], Awaitable[None]]
]:
    def add(
        arrange: Callable[[Setting, Words], Awaitable[None]],
    ) -> Callable[[Setting, Words], Awaitable[None]]:
        _GIVEN.append((re.compile(f"Given {pattern}\\."), arrange))
        return arrange

    return add


@_given(r"(?P<name>\w+), the owner(?P<new>, who has never written)?")
async def _owner(setting: Setting, words: Words) -> None:
    scene = setting._scene
    person = scene.owner(words["name"])
    if words["new"]:
        return
    await scene.transact(
        lambda transaction: people.add(
            transaction, f"telegram:{person.id}", "en", scene.clock.now()
        )
    )
    person.account.has_started = True


@_given(r"the bot (?P<name>[A-Z]\w+)(?: of the organisation (?P<organisation>[\w' ]+))?")
async def _bot(setting: Setting, words: Words) -> None:
    setting._scene.bot(words["name"], words["organisation"])
    await setting._scene.restart()


@_given(r"the bot of (?P<room>[A-Z][\w ]+) is (?P<name>[A-Z]\w+)")
async def _bot_of_group(setting: Setting, words: Words) -> None:
    group = setting._scene.groups[words["room"]]
    group.remove_bot()
    await setting._scene.settles()
    group.add_bot(bot=setting._scene.bots[words["name"]].account)


@_given(r"(?P<name>\w+), the safeguarding lead")
async def _lead(setting: Setting, words: Words) -> None:
    await setting._scene.lead(setting._person(words["name"]))


@_given(r"(?P<name>\w+), (?:the|a) coordinator of (?P<areas>(?!the scheme)[\w ,]+)")
async def _coordinator(setting: Setting, words: Words) -> None:
    areas = [setting._areas[name] for name in re.split(r", | and ", words["areas"])]
    organisation = await setting._organisation_of(areas[0])
    person = setting._person(words["name"])
    await setting._scene.appoint(person, Role.COORDINATOR, organisation, areas)


@_given(
    r"(?P<name>\w+), (?:the|a) (?P<role>coordinator|contact|colleague) of "
    r"(?:the scheme|the organisation (?P<organisation>[\w' ]+))"
)
async def _appointed(setting: Setting, words: Words) -> None:
    person, role = setting._person(words["name"]), Role(words["role"])
    await setting._scene.appoint(person, role, words["organisation"])


@_given(r"the organisation (?P<organisation>[\w' ]+) owns (?P<areas>[\w ,]+)")
async def _owns(setting: Setting, words: Words) -> None:
    now = setting._scene.clock.now()

    async def own(transaction: Transaction) -> None:
        number = await roles.make_organisation(transaction, words["organisation"], now)
        numbers = [setting._areas[name] for name in re.split(r", | and ", words["areas"])]
        transaction.forget_known()
        await transaction.connection.execute(
            update(neighbourhood_rows)
            .where(neighbourhood_rows.c.id.in_(numbers))
            .values(organisation_id=number)
        )

    await setting._scene.transact(own)


@_given(r"(?P<name>\w+), whose phone is in (?P<language>English|Spanish|French)")
async def _somebody(setting: Setting, words: Words) -> None:
    setting._person(words["name"], words["language"].lower()[:2].replace("sp", "es"))


@_given(r"(?P<name>\w+)")
async def _anybody(setting: Setting, words: Words) -> None:
    setting._person(words["name"])


@_given(r"the (?P<kind>group|forum) (?P<title>[\w ]+) of (?P<names>.+)")
async def _group(setting: Setting, words: Words) -> None:
    members = setting._people(words["names"])
    group = setting._scene.group(words["title"], members, forum=words["kind"] == "forum")
    if words["kind"] == "forum":
        group.add_topic("Help wanted")
        group.add_topic("Chatter")


@_given(
    r"the neighbourhood (?P<name>[\w ]+?)(?: with the postcodes? (?P<postcodes>[\w, ]+?))?"
    r"(?:, whose cards hang in (?P<group>[\w ]+))?"
)
async def _neighbourhood(setting: Setting, words: Words) -> None:
    group = setting._scene.groups[words["group"]] if words["group"] else None
    postcodes = words["postcodes"].split(", ") if words["postcodes"] else []
    number = await setting._scene.neighbourhood(words["name"], group, postcodes=postcodes)
    setting._areas[words["name"]] = number


@_given(r"(?P<name>[\w ]+) lies around (?P<latitude>[-\d.]+), (?P<longitude>[-\d.]+)")
async def _outline(setting: Setting, words: Words) -> None:
    north, east = float(words["latitude"]), float(words["longitude"])
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    ring = [[east + x * HALF_SIDE, north + y * HALF_SIDE] for x, y in corners]
    outline = f'{{"type": "Polygon", "coordinates": [{ring}]}}'

    async def draw(transaction: Transaction) -> None:
        await neighbourhoods.change(transaction, setting._areas[words["name"]], outline=outline)

    await setting._scene.transact(draw)


@_given(r"(?P<name>[\w ]+) has (?P<homes>\d+) homes(?: and lies beside (?P<other>[\w ]+))?")
async def _homes(setting: Setting, words: Words) -> None:
    async def count(transaction: Transaction) -> None:
        area = setting._areas[words["name"]]
        await neighbourhoods.change(transaction, area, homes=int(words["homes"]))
        if words["other"]:
            await neighbourhoods.set_adjacent(transaction, area, [setting._areas[words["other"]]])

    await setting._scene.transact(count)


@_given(
    r"(?P<name>\w+)(?P<checked>, who is checked,)? helps in (?P<area>[\w ]+?) with "
    r"(?P<kinds>[\w, -]+?)(?:, (?P<most>one|two) at a time)?"
)
async def _helps(setting: Setting, words: Words) -> None:
    await setting._scene.volunteer(
        setting._person(words["name"]),
        setting._areas[words["area"]],
        setting._kinds(words["kinds"]),
        at_once={"one": 1, "two": 2, None: 3}[words["most"]],
        is_checked=bool(words["checked"]),
    )


@_given(
    r"(?P<name>\w+) asks for (?P<person>\w+) of (?P<area>[\w ]+), who agreed (?P<days>\d+) days ago"
)
async def _asks_for(setting: Setting, words: Words) -> None:
    scene = setting._scene
    account = f"telegram:{scene.people[words['name']].id}"
    agreed_at = (scene.clock.now() - timedelta(days=int(words["days"]))).astimezone(DEFAULT_ZONE)

    async def record(transaction: Transaction) -> None:
        requester = await people.find(transaction, account)
        assert requester is not None
        given = consent(ConsentHow.ON_THE_PHONE, agreed_at)
        name, neighbour = PrivateText(words["person"]), Relation.NEIGHBOUR
        number = await helped_people.add(transaction, requester.id, name, neighbour, None, given)
        await helped_people.set_neighbourhood(transaction, number, setting._areas[words["area"]])
        at = datetime.combine(given.review_on, ASKED_AT, DEFAULT_ZONE)
        await due_work.plan(transaction, REVIEW, number, at)

    await scene.transact(record)


@_given(r"(?P<name>\w+) of (?P<area>[\w ]+) has asked before")
async def _has_asked(setting: Setting, words: Words) -> None:
    await setting._scene.resident(setting._person(words["name"]), setting._areas[words["area"]])


@_given(
    r"(?P<helper>\w+) has taken (?P<kind>[\w -]+) for (?P<resident>\w+) in (?P<area>[\w ]+), "
    r"(?P<reference>[A-Z]{3}-\d\d)"
)
async def _has_taken(setting: Setting, words: Words) -> None:
    scene = setting._scene
    (kind,) = setting._kinds(words["kind"])
    start = scene.clock.now() + timedelta(days=2)
    helper_account = f"telegram:{setting._person(words['helper']).id}"
    resident_account = f"telegram:{setting._person(words['resident']).id}"

    async def take(transaction: Transaction) -> None:
        helper = await people.find(transaction, helper_account)
        resident = await people.find(transaction, resident_account)
        assert helper is not None
        assert resident is not None
        new = NewTask(
            reference=words["reference"],
            token=words["reference"].lower().replace("-", ""),
            resident_id=resident.id,
            neighbourhood_id=setting._areas[words["area"]],
            status=Status.OPEN,
            kind=kind,
            level=Level.OPEN,
            size=None,
            needs=frozenset(),
            language_wanted=None,
            who_pays=None,
            ceiling=None,
            window_start=start,
            window_end=start + timedelta(hours=2),
            created_at=scene.clock.now(),
            secrets=Secrets(first_name=resident.first_name, street=PrivateText("Elm Road")),
        )
        task = await tasks.add(transaction, resident, new)
        assert await tasks.claim(transaction, task, helper.id, scene.clock.now(), at_once=3)

    await scene.transact(take)


@_given(r"the scheme has set (?P<setting>[a-z_]+) to (?P<value>.+)")
async def _has_set(setting: Setting, words: Words) -> None:
    value = {"yes": True, "no": False}.get(words["value"], words["value"])

    async def put(transaction: Transaction) -> None:
        await settled.put(transaction, **{words["setting"]: value})

    await setting._scene.transact(put)


@_given(
    r"(?P<days>\d+) days ago (?P<name>\w+) asked for (?P<kind>[\w -]+) in (?P<area>[\w ]+?) "
    r"(?P<number>\d+) times, and (?P<helper>\w+) (?P<did>took|did|left) it"
    r"(?: after (?P<hours>\d+) hours?)?"
)
async def _asked_long_ago(setting: Setting, words: Words) -> None:
    scene = setting._scene
    (kind,) = setting._kinds(words["kind"])
    past = Past(
        kind,
        setting._areas[words["area"]],
        at=scene.clock.now() - timedelta(days=int(words["days"])),
        taken_after=timedelta(hours=int(words["hours"])) if words["hours"] else None,
        status={"took": Status.CLAIMED, "did": Status.DONE, "left": Status.OPEN}[words["did"]],
    )

    async def ask(transaction: Transaction) -> None:
        accounts = (f"telegram:{setting._person(words[who]).id}" for who in ("name", "helper"))
        resident, helper = [await people.find(transaction, each) for each in accounts]
        assert resident is not None
        assert helper is not None
        for number in range(int(words["number"])):
            reference = f"{words['days']}{kind[:4]}{words['area'][:3]}{words['did'][0]}{number}"
            await happen(transaction, past, resident, helper, reference)

    await scene.transact(ask)


#: What can be wanted of a helper, as it is said in a story.
_NEEDS: Final = {"no steps": Need.STEP_FREE, "a dog at home": Need.DOG, "a car": Need.CAR}


@_given(
    r"(?P<number>\d+) (?:others|other person) of (?P<area>[\w ]+) (?:were|was) helped with "
    r"(?P<kind>[\w-]+), (?P<wanted>in Spanish|[\w ]+?), (?P<days>\d+) days ago"
)
async def _were_helped(setting: Setting, words: Words) -> None:
    (kind,) = setting._kinds(words["kind"])
    in_spanish = words["wanted"] == "in Spanish"
    named = [] if in_spanish else words["wanted"].removeprefix("with ").split(" and ")
    past = Past(
        kind,
        setting._areas[words["area"]],
        at=setting._scene.clock.now() - timedelta(days=int(words["days"])),
        taken_after=timedelta(hours=1),
        status=Status.DONE,
        needs=frozenset(_NEEDS[each] for each in named),
        language_wanted="es" if in_spanish else None,
    )

    async def help_them(transaction: Transaction) -> None:
        now = setting._scene.clock.now()
        prefix = f"{words['days']}-{kind.value[:4]}-{len(named)}"
        helper = await people.add(transaction, f"telegram:{prefix}", "en", now)
        for number in range(int(words["number"])):
            name = f"{prefix}{number}"
            other = await people.add(transaction, f"telegram:{name}", "en", now)
            await happen(transaction, past, other, helper, name)

    await setting._scene.transact(help_them)


#: What somebody who has asked before answers to every question about shopping.
_SHOPPING: Final = ("/ask", "Shopping", "Milk and bread, please.", "{when}", "{area}", "{size}")


@_given(
    r"(?P<name>\w+) of (?P<area>[\w ]+) has asked for (?P<large>heavy )?shopping (?P<when>[\w ]+?)"
    r"(?: with (?P<helpers>\d) helpers)?"
)
async def _has_asked_for_shopping(setting: Setting, words: Words) -> None:
    person = setting._person(words["name"])
    await setting._scene.resident(person, setting._areas[words["area"]])
    size = "Something large or heavy" if words["large"] else "One small bag"
    answers = [each.format(**words.groupdict(), size=size) for each in _SHOPPING]
    if words["large"]:
        answers.append(words["helpers"] or "1")
    await setting._says(person, *answers, "It is paid already", "Send")


#: What is answered when somebody new asks for shopping on the phone.
_ON_THE_PHONE: Final = (
    *("/phonein", "Somebody new", "{person}", "020 7946 0018", "English", "They agree", "Yes"),
    *("Shopping", "Milk and bread, please.", "{when}", "{area}", "Elm Road", "12", "Skip"),
    *("One small bag", "It is paid already", "Send"),
)


@_given(
    r"(?P<name>\w+) has taken shopping on the phone for (?P<person>\w+) of (?P<area>[\w ]+?)"
    r" (?P<when>tomorrow[\w ]*|today[\w ]*)"
)
async def _has_taken_on_the_phone(setting: Setting, words: Words) -> None:
    person = setting._person(words["name"])
    answers = [each.format(**words.groupdict()) for each in _ON_THE_PHONE]
    await setting._says(person, *answers)


@_given(
    r"(?P<name>\w+) has given (?:her|his|their) address: (?P<street>[\w ]+), (?P<door>\w+)"
    r"(?:, phone (?P<phone>[\d ]+))?"
)
async def _has_given_address(setting: Setting, words: Words) -> None:
    answers = (words["street"], words["door"], "Skip", words["phone"] or "Skip")
    person = setting._person(words["name"])
    await setting._says(person, "/mine", "Give my address", *answers)


@_given(
    r"(?P<name>\w+) wants to be asked (?P<often>as needed|daily|weekly|never)"
    r"(?:, and has time (?P<times>on [\w, ]+))?"
)
async def _wants_to_be_asked(setting: Setting, words: Words) -> None:
    person = setting._person(words["name"])
    spoken = words["times"] or ""
    times = [each for each in TIMES if f"{each.replace('-', ' ')}s" in spoken]

    async def note(transaction: Transaction) -> None:
        known = await people.find(transaction, f"telegram:{person.id}")
        assert known is not None
        await transaction.connection.execute(
            update(volunteers)
            .where(volunteers.c.person_id == known.id)
            .values(asked_at_most=words["often"].replace(" ", "-"), times=times)
        )

    await setting._scene.transact(note)


@_given(r"(?P<group>[\w ]+) lets the bot keep messages in sight")
async def _lets_pin(setting: Setting, words: Words) -> None:
    setting._scene.groups[words["group"]].make_bot_admin()


@_given(r"a call-out to more than (?P<number>\d+) (?:person|people) takes two")
async def _takes_two(setting: Setting, words: Words) -> None:
    async def put(transaction: Transaction) -> None:
        await settled.put(transaction, agreement_above=int(words["number"]))

    await setting._scene.transact(put)
