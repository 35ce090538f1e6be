"""The settings of a scheme as a file: what was written is read, and what is wrong is named."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handlers.house import House, Turn
from handlers.kinds import LEVELS, at_least
from handlers.scheme_file.bringing import brought_in, differences, taken_out
from handlers.scheme_file.shape import BOUNDS, Area, Emergency, Rules, SchemeFile
from handlers.scheme_file.toml import WrongFileError, read, written
from handlers.settled import put, settled
from handlers.texts import Texts
from handlers.understanding.outline import parse_outline
from storage import neighbourhoods, people
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.model import Kind
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.databases import url_of
from tests.storage.conftest import database, empty_database, file

__all__ = ["database", "empty_database", "file"]

T = TypeVar("T")

SQUARES = [
    str(
        parse_outline(
            json.dumps(
                {
                    "type": "Polygon",
                    "coordinates": [
                        [[at, 51], [at + 0.01, 51], [at + 0.01, 51.01], [at, 51.01], [at, 51]]
                    ],
                }
            )
        )
    )
    for at in (0.1, 0.2, 0.3)
]
NAMES = st.from_regex(r"[A-Za-zÀ-Öß-ö][A-Za-z0-9'’. -]{0,20}[A-Za-z0-9]", fullmatch=True).map(
    lambda name: " ".join(name.split())
)
NUMBERS = st.lists(st.from_regex(r"[1-9][0-9]{2,8}", fullmatch=True), max_size=3, unique=True).map(
    tuple
)


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    bounded = {name: st.integers(lowest, highest) for name, (lowest, highest) in BOUNDS.items()}
    given_numbers = draw(st.fixed_dictionaries({}, optional=bounded))
    others = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "scheme": NAMES,
                "time_zone": st.sampled_from(("Europe/London", "Europe/Madrid")),
                "by_invitation": st.booleans(),
                "contact_line": st.just("Ring 0800 116 123 (Mon-Fri)"),
            },
        )
    )
    night = draw(st.sampled_from(({}, {"quiet_from": time(21, 30), "quiet_until": time(7)})))
    return Rules(**given_numbers, **others, **night)


@st.composite
def scheme_files(draw: st.DrawFn) -> SchemeFile:
    """Any file that a scheme might have written."""
    organisations = draw(st.lists(NAMES, max_size=2, unique_by=str.casefold))
    names = draw(st.lists(NAMES, max_size=4, unique_by=str.casefold))
    codes = [f"N{number}" for number in range(1, 30)]
    beside: dict[str, set[str]] = {name: set() for name in names}
    for one, other in draw(
        st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=4)
        if names
        else st.just([])
    ):
        if one != other:
            beside[one].add(other)
            beside[other].add(one)
    areas = []
    for name in names:
        taken = [codes.pop() for _ in range(draw(st.integers(0, 3)))]
        areas.append(
            Area(
                name=name,
                organisation=draw(st.sampled_from([None, *organisations])),
                time_zone=draw(st.sampled_from(("Europe/London", "Europe/Madrid"))),
                homes=draw(st.none() | st.integers(1, 5000)),
                postcodes=tuple(sorted(taken)) or None,
                beside=tuple(sorted(beside[name])) or None,
                outline=draw(st.sampled_from([None, *SQUARES])),
            )
        )
    levels = {
        kind: draw(st.sampled_from(at_least(LEVELS[kind])))
        for kind in draw(st.lists(st.sampled_from(list(Kind)), unique=True, max_size=3))
    }
    emergency = draw(
        st.dictionaries(
            st.sampled_from(("GB", "ES", "default")),
            st.builds(Emergency, any=NUMBERS, ambulance=NUMBERS, crisis=NUMBERS),
            max_size=2,
        )
    )
    return SchemeFile(
        rules=draw(rules()),
        levels=levels,
        emergency=dict(sorted(emergency.items())),
        organisations=tuple(sorted(organisations, key=str.casefold)),
        neighbourhoods=tuple(sorted(areas, key=lambda area: area.name.casefold())),
    )


@given(scheme_files())
def test_what_was_written_is_read(there: SchemeFile) -> None:
    assert read(written(there)) == there


async def in_database(path: Path, work: Callable[[Transaction], Awaitable[T]]) -> T:
    opened = Database(open_engine(url_of(path)), Keys(path.with_name("doorstep.keys")))
    await opened.start()
    try:
        return await opened.transact(work)
    finally:
        await opened.stop()


async def bring_in(transaction: Transaction, wanted: SchemeFile) -> None:
    house = House(Texts(), frozenset(), private_chat_link=str)
    turn = Turn(transaction, BEGINNING, await settled(transaction, house))
    assert await brought_in(turn, wanted) == []


@given(scheme_files(), scheme_files())
@settings(
    max_examples=8,
    deadline=None,
    # Each example makes a database: to find the shortest one would take minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_was_brought_in_is_taken_out_again(
    empty_database: Path, there: SchemeFile, other: SchemeFile
) -> None:
    """Into an empty scheme it becomes the same; over another one, nothing of that is deleted."""

    async def once(transaction: Transaction) -> SchemeFile:
        await bring_in(transaction, there)
        return await taken_out(transaction)

    async def twice(transaction: Transaction) -> SchemeFile:
        before = await taken_out(transaction)
        assert differences(before, before) == []
        try:
            await bring_in(transaction, other)
        except WrongFileError:
            return before
        return await taken_out(transaction)

    with TemporaryDirectory() as folder:
        path = Path(folder) / "doorstep.sqlite"
        path.write_bytes(empty_database.read_bytes())
        found = asyncio.run(in_database(path, once))
        assert found == there
        merged = asyncio.run(in_database(path, twice))
    before = {area.name.casefold() for area in there.neighbourhoods}
    assert before <= {area.name.casefold() for area in merged.neighbourhoods}
    assert {name.casefold() for name in there.organisations} <= {
        name.casefold() for name in merged.organisations
    }
    assert set(there.levels) <= set(merged.levels)


GOOD = """doorstep_settings = 1
[rules]
scheme = "Northside"
rare_below = 3

[emergency.GB]
any = ["999"]

[[neighbourhoods]]
name = "Elm Street"
homes = 800

[[neighbourhoods]]
name = "Oak Road"
postcodes = ["N16"]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("rare_below = 3", "rare_below = 1", 4, "a number from 3 to 50"),
        ("rare_below = 3", "rare_bellow = 3", 4, "not known here"),
        ("rare_below = 3", "rare_below = three", 4, "Invalid value"),
        ('"Northside"', '"North @ side"', 3, "rules.scheme"),
        ("homes = 800", "homes = 0", 11, "neighbourhoods.homes"),
        ("homes = 800", 'homes = "many"', 11, "neighbourhoods.homes"),
        ('["N16"]', '["here"]', 15, "postcode"),
        ('name = "Oak Road"\n', "", 13, "name: is missing"),
        ('any = ["999"]', 'any = ["ring us"]', 7, "telephone number"),
        ("doorstep_settings = 1", "doorstep_settings = 2", 1, "doorstep_settings"),
        ('scheme = "Northside"', 'quiet_from = "21:00"', 2, "belong together"),
        ('"Northside"', '"Northside', 3, "quotes"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(right: str, wrong: str, line: int, said: str) -> None:
    assert read(GOOD)
    with pytest.raises(WrongFileError, match=said) as error:
        read(GOOD.replace(right, wrong))
    assert str(error.value).startswith(f"line {line}: ")
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("rare_below = " + "[" * 2000, "brackets"),
        ("rare_below = " + "9" * 5000, "far too long"),
        ("x" * 5000 + " = 3", "not known here"),
    ],
)
def test_what_no_hand_has_written_is_refused_in_one_short_line(wrong: str, said: str) -> None:
    with pytest.raises(WrongFileError, match=said) as error:
        read(GOOD.replace("rare_below = 3", wrong))
    assert len(str(error.value)) < 200


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(WrongFileError):
        assert read(text)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[[neighbourhoods]]\nname = "elm street"\n', "twice"),
        ('[[neighbourhoods]]\nname = "Ash Lane"\nbeside = ["Fir Lane"]\n', "Fir Lane"),
        ('[[neighbourhoods]]\nname = "Ash Lane"\norganisation = "St Mary"\n', "St Mary"),
        ('[[neighbourhoods]]\nname = "Ash Lane"\npostcodes = ["N16"]\n', "N16"),
    ],
)
async def test_what_does_not_go_together_changes_nothing(
    database: Database, more: str, said: str
) -> None:
    before = await database.transact(taken_out)
    with pytest.raises(WrongFileError, match=said):
        await database.transact(lambda each: bring_in(each, read(GOOD + more)))
    assert await database.transact(taken_out) == before


async def test_no_person_is_in_the_file(database: Database) -> None:
    async def someone(transaction: Transaction) -> None:
        await bring_in(transaction, read(GOOD))
        person = await people.add(transaction, "telegram:7001", "en", BEGINNING)
        await people.set_name(transaction, person, PrivateText("Rosalind"))
        await put(transaction, walked=("name",))

    await database.transact(someone)
    text = written(await database.transact(taken_out))
    for word in ("Rosalind", "7001", "telegram", "walked"):
        assert word not in text


async def test_what_changes_is_said_line_by_line(database: Database) -> None:
    async def change(transaction: Transaction) -> list[str]:
        await bring_in(transaction, read(GOOD))
        before = await taken_out(transaction)
        wanted = GOOD.replace("homes = 800", "homes = 900").replace(
            "rare_below = 3", "rare_below = 5"
        )
        await bring_in(transaction, read(wanted + '[[neighbourhoods]]\nname = "Ash Lane"\n'))
        return differences(before, await taken_out(transaction))

    assert await database.transact(change) == [
        "rare_below: 3 → 5",
        "neighbourhood Ash Lane: new",
        "neighbourhood Elm Street: homes: 800 → 900",
    ]


async def test_neighbourhoods_may_exchange_their_postcodes(database: Database) -> None:
    both = GOOD.replace("homes = 800", 'postcodes = ["E8"]')

    async def change(transaction: Transaction) -> dict[str, tuple[str, ...]]:
        await bring_in(transaction, read(both))
        exchanged = both.replace("N16", "?").replace("E8", "N16").replace("?", "E8")
        await bring_in(transaction, read(exchanged))
        found = await neighbourhoods.all_of_them(transaction)
        return {each.name: each.postcodes for each in found}

    assert await database.transact(change) == {"Elm Street": ("N16",), "Oak Road": ("E8",)}
