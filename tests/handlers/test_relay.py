"""Resident and helper write to each other: what the stories of the transcripts leave out."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, func, select

from bot.sandbox.people import Person
from handlers.relaying.relay_crossing import LONGEST_CAPTION, LONGEST_TEXT
from storage import tasks
from storage.database import Transaction
from storage.tables import pictures, relay_held, relay_messages
from tests import photos
from tests.scene import Scene, scene_in
from tests.setting import Setting

GIVEN = (
    "Given Olive, the owner.",
    "Given Mallory.",
    "Given the group Albion helpers of Ana, Ben and Mallory.",
    "Given the neighbourhood Albion, whose cards hang in Albion helpers.",
    "Given Ana helps in Albion with shopping.",
    "Given Rosa of Albion has asked before.",
    "Given Ana has taken shopping for Rosa in Albion, KMT-42.",
)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ana has taken Rosa's shopping, and both have their phones in their hands."""
    async with scene_in(tmp_path) as scene:
        setting = Setting(scene)
        for line in GIVEN:
            await setting.given(line)
        yield scene


async def _writes(scene: Scene, name: str, words: str) -> str:
    """Return what somebody reads after they wrote something."""
    scene.people[name].says(words)
    await scene.settles()
    return scene.people[name].from_bot[-1].text or ""


async def _begins(scene: Scene, name: str = "Rosa") -> Person:
    """Let somebody begin to write to the other side."""
    person = scene.people[name]
    person.says("/mine")
    await scene.settles()
    person.taps("Write to my helper" if name == "Rosa" else "Write to my neighbour")
    await scene.settles()
    return person


async def _rows(scene: Scene, *tables: Table) -> list[int]:
    async def count(transaction: Transaction) -> list[int]:
        counts = [select(func.count()).select_from(table) for table in tables]
        return [int(await transaction.connection.scalar(each) or 0) for each in counts]

    return await scene.transact(count)


async def test_an_answer_goes_back_without_any_button(scene: Scene) -> None:
    await _begins(scene)
    await _writes(scene, "Rosa", "Six eggs, please")
    assert await _writes(scene, "Ana", "With pleasure") == "Passed on to Rosa."
    assert scene.people["Rosa"].from_bot[-1].text == "Ana writes:\n\nWith pleasure"


async def test_a_helper_who_writes_is_in_touch(scene: Scene) -> None:
    task = await scene.transact(lambda transaction: tasks.get(transaction, 1))
    assert task.contact_at is None
    await _begins(scene)
    await _writes(scene, "Rosa", "Are you there?")
    task = await scene.transact(lambda transaction: tasks.get(transaction, 1))
    assert task.contact_at is None
    await _writes(scene, "Ana", "I am")
    task = await scene.transact(lambda transaction: tasks.get(transaction, 1))
    assert task.contact_at is not None


async def test_nobody_else_can_write_with_a_button_that_they_made_up(scene: Scene) -> None:
    mallory, before = scene.people["Mallory"], len(scene.people["Ana"].from_bot)
    mallory.starts()
    await scene.settles()
    for data in ("write:kmt42:1", "answer:kmt42:1", "towards:kmt42:1", "write:kmt42:", "hush:x"):
        mallory.sends_raw(data)
        await scene.settles()
        await _writes(scene, "Mallory", "Which door is it?")
    assert len(scene.people["Ana"].from_bot) == before
    assert await _rows(scene, relay_messages) == [0]


async def test_a_quote_of_the_details_goes_across_too(scene: Scene) -> None:
    ana = scene.people["Ana"]
    await _writes(scene, "Ana", "/mine")
    ana.says("Is the shop in Mill Road all right?", reply_to=ana.from_bot[-1])
    await scene.settles()
    assert (scene.people["Rosa"].from_bot[-1].text or "").startswith("Ana writes:")


async def test_a_button_typed_below_a_quote_of_the_details_is_that_button(scene: Scene) -> None:
    ana, before = scene.people["Ana"], len(scene.people["Rosa"].from_bot)
    await _writes(scene, "Ana", "/mine")
    ana.says("Write to my neighbour", reply_to=ana.from_bot[-1])
    await scene.settles()
    assert (ana.from_bot[-1].text or "").startswith("You are writing to Rosa now")
    assert len(scene.people["Rosa"].from_bot) == before


async def test_the_other_side_sees_what_was_quoted(scene: Scene) -> None:
    rosa, ana = await _begins(scene), scene.people["Ana"]
    first = rosa.says("Brown bread, please")
    await scene.settles()
    await _writes(scene, "Rosa", "And six eggs")
    ana.says("Sliced?", reply_to=ana.from_bot[-2])
    await scene.settles()
    assert rosa.from_bot[-1].reply_to is first
    rosa.says("Yes", reply_to=first)
    await scene.settles()
    assert ana.from_bot[-1].reply_to is ana.from_bot[-4]
    assert ana.from_bot[-4].text == "Rosa writes:\n\nBrown bread, please"


async def test_a_question_that_was_asked_again_takes_words_before_the_other_side(
    scene: Scene,
) -> None:
    await _writes(scene, "Rosa", "/ask")
    rosa = scene.people["Rosa"]
    rosa.sends_raw("write:kmt42:1")
    await scene.settles()
    assert await _writes(scene, "Rosa", "Dog walk") == "Passed on to Ana."
    await scene.passes(timedelta(hours=1))
    await _writes(scene, "Rosa", "Dog walk")
    assert not [each for each in scene.people["Ana"].texts if each.count("Dog walk") > 1]
    assert await _rows(scene, relay_messages) == [1]


@pytest.mark.parametrize(
    ("words", "goes"),
    [("a" * LONGEST_TEXT, True), ("a" * (LONGEST_TEXT + 1), False), ("👍" * 1951, False)],
)
async def test_words_are_as_long_as_the_app_allows(scene: Scene, words: str, goes: bool) -> None:
    await _begins(scene)
    answer = await _writes(scene, "Rosa", words)
    assert answer.startswith("Passed on" if goes else "That was not passed on. It is too long")
    assert (await _rows(scene, relay_messages)) == [int(goes)]


async def test_the_longest_words_fit_below_a_photo(scene: Scene) -> None:
    rosa = await _begins(scene)
    rosa.sends_photo(photos.photo(), "a" * LONGEST_CAPTION)
    await scene.settles()
    assert rosa.from_bot[-1].text == "Passed on to Ana."
    assert scene.people["Ana"].from_bot[-1].media is not None
    rosa.sends_photo(photos.photo(), "a" * (LONGEST_CAPTION + 1))
    await scene.settles()
    assert "too long" in (rosa.from_bot[-1].text or "")


async def test_an_album_is_refused_once(scene: Scene) -> None:
    rosa = await _begins(scene)
    before = len(rosa.from_bot)
    rosa.sends_album([photos.photo(), photos.photo(), photos.photo()])
    await scene.settles()
    (answer,) = rosa.from_bot[before:]
    assert answer.text == "That was not passed on. Please send one photo at a time."
    assert await _rows(scene, relay_messages) == [0]


async def test_words_that_turn_the_lines_of_others_are_set_straight(scene: Scene) -> None:
    await _begins(scene)
    await _writes(scene, "Rosa", "\u202eone\nline\u202c \x00two")
    assert scene.people["Ana"].from_bot[-1].text == "Rosa writes:\n\none\nline two"


async def test_a_photo_waits_until_it_is_known_whom_it_is_for(scene: Scene) -> None:
    rosa = scene.people["Rosa"]
    rosa.sends_photo(photos.photo(), "This kind")
    await scene.settles()
    assert (rosa.from_bot[-1].text or "").startswith("Whom is this for?")
    rosa.taps("To Ana, KMT-42")
    await scene.settles()
    assert scene.people["Ana"].from_bot[-1].text == "Rosa sends this photo:\n\nThis kind"
    assert await _rows(scene, relay_held) == [0]
    await scene.passes(timedelta(hours=25))
    assert await _rows(scene, pictures) == [1]


async def test_who_goes_on_with_something_else_hears_what_became_of_what_was_kept(
    scene: Scene,
) -> None:
    await _writes(scene, "Rosa", "Please ring twice")
    await _begins(scene)
    answer = await _writes(scene, "Rosa", "Six eggs, please")
    assert "What you had written before that was passed on to nobody." in answer


async def test_what_is_kept_becomes_the_words_of_a_new_request(scene: Scene) -> None:
    await _writes(scene, "Rosa", "The dog needs a walk")
    for words in ("It is a new request", "Dog walk", "tomorrow after 3", "Albion"):
        shown = await _writes(scene, "Rosa", words)
    assert "The dog needs a walk" in shown


async def test_cancel_ends_writing_as_well(scene: Scene) -> None:
    await _begins(scene)
    assert (await _writes(scene, "Rosa", "/cancel")).startswith("You have stopped writing")
    assert (await _writes(scene, "Rosa", "Six eggs")).startswith("Whom is this for?")


async def test_everything_is_forgotten_in_its_time(scene: Scene) -> None:
    rosa = await _begins(scene)
    rosa.sends_photo(photos.photo(), "This kind")
    await scene.settles()
    await _writes(scene, "Rosa", "stop writing")
    await _writes(scene, "Rosa", "Whom do I mean?")
    assert await _rows(scene, relay_messages, pictures, relay_held) == [1, 1, 1]
    await scene.passes(timedelta(hours=26))
    assert await _rows(scene, relay_messages, pictures, relay_held) == [1, 1, 0]
    await scene.passes(timedelta(days=6))
    assert await _rows(scene, relay_messages, pictures, relay_held) == [0, 0, 0]
