"""What leaks on purpose is found: in every channel, and however it is written."""

import io
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot import documents
from bot.sandbox.recorder import Call
from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Press
from handlers.payload import Chart, Document, Letter, Panel, Poster, Series, Sheet
from storage import approvals, card_lines
from storage.approvals import Approved, Standing
from storage.database import Transaction
from storage.model import Task
from tests import photos
from tests.clock import BEGINNING, MovableClock
from tests.endurance.amounts import LIFTED
from tests.endurance.channels import Channels, drawing_watched
from tests.endurance.comparing import GAP
from tests.endurance.dossiers import Dossiers
from tests.endurance.everything_logged import everything_logged
from tests.endurance.searching import Part, Search, Way
from tests.endurance.town import LeakError, Town, leaks_in
from tests.endurance.town_life import ask, claim, hand_in_lines
from tests.scene import scene_in

STREET: Final = "12 Tanner’s Hill"
NAME: Final = "Bob"
DOOR: Final = "41"
PHONE: Final = "07700 900 482"
ILLNESS: Final = "Діабет 2 типу"


@pytest.fixture
def search() -> Search:
    """Return a search for private parts of each kind."""
    search = Search()
    for text in (STREET, NAME, DOOR, PHONE, ILLNESS, "👩🏽‍🦽"):
        search.add(text, "what is private")
    return search


@pytest.mark.parametrize(
    "written",
    [
        *(
            STREET,
            "12 TANNER'S HILL",
            "call:12tannershill:7",
            "12-Tanner’s_Hill",
            "１２ Tanner’s Hill",
        ),
        *("12 Tan\u200bner’s Hill", "ДІАБЕТ 2 ТИПУ", "діабет\n2 типу", "+44 7700 900-482"),
        *(
            "07700900482",
            "q:x:07700.900.482",
            "Note: bob",
            "(BOB)",
            "Ｂｏｂ",
            "door: 41",
            "pick:t1:41",
        ),
        *("She uses a 👩🏽‍🦽.",),
    ],
)
def test_a_part_is_found_however_it_is_written(search: Search, written: str) -> None:
    assert len(search.leaks(written)) == 1


@pytest.mark.parametrize("written", ["Bobby", "KMT-41", "door 410", "900 482", "Tanner", "", GAP])
def test_what_only_looks_alike_cries_no_wolf(search: Search, written: str) -> None:
    assert search.leaks(written) == []


def test_no_part_is_looked_for_in_no_way(search: Search) -> None:
    assert search.ways == {Way.ANYWHERE: 3, Way.WHOLE_WORDS: 2, Way.AS_IT_STANDS: 1}


def test_a_long_text_is_found_by_a_piece_of_it(search: Search) -> None:
    search.add("I cannot lift anything since the operation, and my son is away until May", "words")
    assert search.leaks("Note: nything since the operation, and my so…")


def test_what_somebody_may_see_is_found_where_it_stands_by_itself(search: Search) -> None:
    search.add("Bob waits at 41", "words")
    assert search.leaks("What is needed: Bob waits at 41", ["Bob waits at 41"]) == []
    assert search.leaks("Name: Bob\nWhat is needed: Bob waits at 41", ["Bob waits at 41"])
    assert search.leaks("Name: Bobby", ["Bob"]) == []


def test_what_the_service_says_by_itself_hides_nothing_else(search: Search) -> None:
    search.learn("Requests: 12, of 14 April")
    assert search.leaks("Requests: 41, of 3 May") == []
    assert search.leaks("Requests: 12, of 14 April (Bob)")
    assert search.leaks("Requests: 07700 900 482, of 14 April")
    search.learn("Door: 41")
    assert search.leaks("Door: 41"), "a line with a private part in it is nobody's own"


def test_a_number_that_may_be_read_leaves_references_whole(search: Search) -> None:
    search.learn("KMT-42. The group will read it.")
    search.add("Will", "name")
    assert search.leaks("JBM-77. The group will read it.\nBob", ["77", "Bob"]) == []
    assert search.leaks("Will at 77", ["77"])


def test_what_may_be_read_leaves_the_lines_of_the_service_whole(search: Search) -> None:
    search.add("Will", "name")
    search.add("16", "door")
    search.learn("I will write to Ana.\nToday, 09:30: Ana took it.", ["Ana"])
    may_see = ["Will", "10", "Bob"]
    assert search.leaks("I will write to Bob.\nToday, 10:16: Bob took it.", may_see) == []
    assert search.leaks("I will write to Bob.", ["Will"]), "a gap with what may not be seen in it"
    assert search.leaks("Today, 10:16: Will took it, for Bob.", ["Will"])
    assert search.leaks("Today, 10:16: Will.", may_see), "a line that was never said"
    assert search.leaks("Today, 10:16: Bob took it.\nDoor: 16", may_see)


def test_the_service_may_say_when_and_what_in_any_line(search: Search) -> None:
    search.add("14", "door")
    search.learn("Here: Ana, Ana.", ["Ana"])
    search.learn("Errand")
    assert search.leaks("Here: Errand, Tuesday 14 April, 10:41–12:00.") == []
    assert search.leaks("Here: Errand, martes 14 de abril de 2026 a las 10:41.") == []
    search.learn("– Ana, Ana, Ana, KMT-42", ["Ana"])
    assert search.leaks("– Errand, Errand, Tuesday 14 April, 10:41–12:00, JBM-77") == []
    assert search.leaks("– Errand, Bob, Tuesday 14 April, 10:41–12:00, JBM-77")
    assert search.leaks("Here: Errand, 14.")
    assert search.leaks("Here: Errand, 14 April 41.")
    assert search.leaks("Here: Bob, Tuesday 14 April, 10:41–12:00.")


def test_what_may_be_read_over_several_lines_is_taken_out_as_a_whole(search: Search) -> None:
    search.learn("Ring")
    read = f"{NAME}\n\nRing\n{DOOR}"
    assert search.leaks(f"Note: {read}\nRing", [read]) == []
    assert search.leaks(f"Note: {read}\n{DOOR}", [read])


_NOTICED: Final = "“Bob is at 41.”\nIn it I found:\n\nA name: Bob\nA door or a floor: 41"


def test_what_was_noticed_in_a_text_may_be_said_below_it(search: Search) -> None:
    read = ["Bob is at 41."]
    assert search.leaks(_NOTICED, read) == []
    in_spanish = "«Bob is at 41.»\nUn nombre: Bob\nUna puerta o un piso: 41"
    assert search.leaks(in_spanish, read) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (_NOTICED, []),
        (_NOTICED.replace("A name", "Name"), ["Bob is at 41."]),
        ("In it I found:\n\nA name: Bob", ["Bob is at 41."]),
        ("“Somebody is at 41.”\nA name: Bob", ["Somebody is at 41."]),
        ("“Bobby is at 41.”\nA name: Bob", ["Bobby is at 41."]),
        ("“Somebody is at 41.”\nA door or a floor: 41, Bob", ["Somebody is at 41."]),
    ],
)
def test_what_was_not_noticed_in_a_text_that_stands_there_is_found(
    search: Search, written: str, read: list[str]
) -> None:
    assert search.leaks(written, read)


def test_what_a_button_carries_is_not_taken_for_a_day_or_a_door(search: Search) -> None:
    search.learn("repeat:skip:7pzuxvmvz9:2026-05-06")
    assert search.leaks("repeat:skip:tp3x2rwdmy:2026-05-41") == []
    assert search.leaks("repeat:skip:bob:2026-05-06")
    assert search.leaks("repeat:stop:tp3x2rwdmy:41")


def _message(**fields: object) -> Json:
    return {"text": "Shopping", **fields}


def _button(**fields: str) -> Json:
    return _message(reply_markup={"inline_keyboard": [[{"text": "Yes", **fields}]]})


CALLS: Final[dict[str, tuple[str, Json]]] = {
    "a card": ("sendMessage", _message(text=f"Shopping\nNote: {STREET}")),
    "an edit": ("editMessageText", _message(text=f"Taken by {NAME}.")),
    "the label of a button": ("sendMessage", _button(text=f"Ring {PHONE}")),
    "the data of a button": ("sendMessage", _button(callback_data="x:12tannershill")),
    "a link": ("sendMessage", _button(url="https://t.me/x?start=07700%20900%20482")),
    "a caption": ("sendPhoto", {"caption": f"Door {DOOR}"}),
    "the line above a keyboard": (
        "sendMessage",
        {"reply_markup": {"input_field_placeholder": NAME}},
    ),
}


def _leaks_of(search: Search, leak: Callable[[Sandbox], None]) -> list[Part]:
    box = Sandbox(clock=MovableClock())
    with drawing_watched() as drawn:
        leak(box)
        fresh = Channels(box.world, box.recorder, drawn).fresh()
        return [part for shown in fresh for part in leaks_in(shown, search)]


def _called(box: Sandbox, method: str, params: Json) -> None:
    call = Call(method, {"chat_id": -7, **params}, BEGINNING, 200, is_carried_out=True)
    box.recorder.note(call)


@pytest.mark.parametrize("channel", CALLS)
def test_a_leak_in_a_call_is_found(search: Search, channel: str) -> None:
    leaks = _leaks_of(search, lambda box: _called(box, *CALLS[channel]))
    assert len(leaks) == 1, leaks


def test_a_leak_in_a_toast_is_found(search: Search) -> None:
    def leak(box: Sandbox) -> None:
        ana = box.add_person("Ana")
        box.world.add_press(Press("1", ana.account, ana.chat, 1, "x", 0.0))
        _called(box, "answerCallbackQuery", {"callback_query_id": "1", "text": f"For {NAME}"})

    assert _leaks_of(search, leak)


def _png() -> bytes:
    said, written = PngInfo(), io.BytesIO()
    said.add_text("Comment", f"at {STREET}")
    Image.new("RGB", (8, 8)).save(written, "PNG", pnginfo=said)
    return written.getvalue()


FILES: Final[dict[str, tuple[str, bytes]]] = {
    "the name of a file": (f"{STREET}.txt", b"-"),
    "what a photo says": ("photo.jpg", photos.photo(f"Taken by {NAME}")),
    "what a PNG says": ("photo.png", _png()),
    "behind a picture": ("photo.jpg", photos.photo("…") + STREET.encode("utf-16-le")),
    "a cell": ("ledger.csv", f"day,who\r\n1,{DOOR}\r\n".encode()),
    "some JSON": ("mydata.json", b'{"you": [{"door": "41"}]}'),
    "a page": ("mydata.html", b"<p>12 Tanner&rsquo;s Hill</p>"),
}


@pytest.mark.parametrize("channel", FILES)
def test_a_leak_in_a_file_is_found(search: Search, channel: str) -> None:
    def leak(box: Sandbox) -> None:
        file = box.world.files.add(*FILES[channel])
        _called(box, "sendDocument", {"document": file.id})

    assert _leaks_of(search, leak)


DOCUMENTS: Final[tuple[Document, ...]] = (
    Sheet(name="ledger", heading=("who",), rows=((NAME,),)),
    Letter(name="letter", language="en", title=f"For {NAME}", paragraphs=()),
    Poster(name="poster", language="en", title="…", paragraphs=(STREET,), link="https://t.me/x"),
    Chart(
        name="report",
        language="en",
        title="Requests",
        panels=(Panel(title="…", labels=(NAME,), series=(Series(name="", values=(1.0,)),)),),
        not_told="…",
        nothing="…",
    ),
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=[each.name for each in DOCUMENTS])
def test_a_leak_in_what_is_drawn_is_found(search: Search, document: Document) -> None:
    def leak(box: Sandbox) -> None:
        made = documents._drawn(document, BEGINNING)
        file = box.world.files.add(made.name, made.content)
        _called(box, "sendDocument", {"document": file.id})

    assert _leaks_of(search, leak)


def test_a_leak_in_the_log_is_found(search: Search) -> None:
    with everything_logged() as logged:
        logging.getLogger("bot.outbox").info("Something was sent.", extra={"to": NAME})
    assert any(search.leaks(line) for line in logged.getvalue().splitlines())


def test_a_leak_in_a_label_of_the_metrics_is_found(search: Search) -> None:
    assert search.leaks(f'doorstep_sent_total{{purpose="{NAME}"}} 1.0')


async def test_a_line_that_nobody_approved_is_found_on_a_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def waiting_or_approved(transaction: Transaction, task: Task) -> Approved | None:
        waits = await card_lines.waiting(transaction, task)
        if waits is None:
            return None
        return approvals.approved_words(replace(waits, standing=Standing.APPROVED))

    with drawing_watched() as drawn:
        async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
            channels = Channels(scene.sandbox.world, scene.sandbox.recorder, drawn)
            town = Town(scene, channels, Search())
            await town.set_up()
            batch = [town.comes(Dossiers(seed=1).next(), 14)]
            await ask(town, batch)
            monkeypatch.setattr(card_lines, "on_card", waiting_or_approved)
            await hand_in_lines(town, batch)
            # Whoever takes it has the card changed, with whatever stands on it by then.
            with pytest.raises(LeakError, match="line of a request in editMessageText"):
                await claim(town, batch)
