"""One request on the page by hand, with the real service behind it: asked, taken, done."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.demo.street import AREA, Street, open_street
from handlers.texts import T, Texts
from tests.browser.chromium import open_browser
from tests.browser.screen import SandboxPage, Screen

_TEXTS = Texts()
WORDS = "Two tins of soup and a lemon, please"
STREET = "Quince Street"
DOOR = "Lantern Cottage"


def said(id: str) -> str:
    """Return the first line of a wording."""
    return _TEXTS.say(T(id), "en").splitlines()[0]


@dataclass
class Visit:
    """The demo's street, and somebody before its page."""

    street: Street
    page: SandboxPage

    @property
    def rosas_phone(self) -> Screen:
        return self.page.phone(self.street.resident.id)

    @property
    def bens_phone(self) -> Screen:
        return self.page.phone(self.street.first.id)

    @property
    def priyas_phone(self) -> Screen:
        return self.page.phone(self.street.second.id)

    @property
    def sams_phone(self) -> Screen:
        return self.page.phone(self.street.newcomer.id)


@pytest.fixture
async def visit(tmp_path: Path) -> AsyncIterator[Visit]:
    async with open_street(tmp_path, is_hurried=True) as street, open_browser() as tab:
        page = SandboxPage(tab)
        await tab.resize(1400, 900)
        await page.open(street.sandbox.address)
        yield Visit(street, page)
        assert tab.complaints == []


async def test_a_request_is_asked_taken_and_done_by_hand(visit: Visit) -> None:
    await _ask(visit.rosas_phone)
    await visit.page.group.sees(said("card-open"))

    await visit.bens_phone.opens(visit.street.group.title)
    card = visit.street.group.from_bot[-1]
    button = card.buttons[0][0]
    await visit.bens_phone.taps(button.label)
    await visit.bens_phone.sees_toast(said("claim-yours"))
    await visit.page.group.sees(said("card-taken"))
    await visit.page.group.sees_buttons()

    # Priya's phone had not shown the change when she tapped.
    visit.street.second.presses(card, button)
    await visit.priyas_phone.sees_toast(said("claim-claimed"))

    await _help(visit.bens_phone)
    await visit.rosas_phone.sees(said("done-closed-again"))
    await visit.page.group.sees(said("card-done"))
    shown = "\n".join(await visit.page.group.texts)
    assert WORDS not in shown
    assert STREET not in shown


async def _ask(phone: Screen) -> None:
    await phone.taps("Start")
    await phone.taps("Ask for help")
    await phone.taps("I agree")
    await phone.sees(said("ask-health"))
    await phone.taps("No")
    await phone.sees(said("ask-for-whom-new"))
    await phone.taps("For me")
    await phone.sees(said("ask-name"))
    await phone.says("Rosa")
    await phone.taps("Shopping")
    await phone.sees(said("ask-words"))
    await phone.says(WORDS)
    await phone.sees(said("ask-when"))
    await phone.says("tomorrow between 10 and 12")
    await phone.taps(AREA)
    await phone.sees(said("ask-street"))
    await phone.says(STREET)
    await phone.sees(said("ask-door"))
    await phone.says(DOOR)
    await phone.sees(said("ask-entry-notes"))
    await phone.taps("Skip")
    await phone.sees(said("ask-phone"))
    await phone.taps("Skip")
    await phone.taps("One small bag")
    await phone.taps("There is nothing to pay")
    await phone.sees(said("preview-public"))
    await phone.taps("Send")


async def _help(phone: Screen) -> None:
    await phone.opens("Doorstep")
    await phone.sees(WORDS)
    await phone.sees(STREET)
    assert not any(DOOR in text for text in await phone.texts)
    await phone.taps("I am setting off")
    await phone.sees(DOOR)
    await phone.taps("Done")
    await phone.no_longer_sees(DOOR)


async def test_somebody_new_can_begin_by_hand(visit: Visit) -> None:
    await visit.sams_phone.taps("Start")
    await visit.sams_phone.taps("Offer help")
    await visit.sams_phone.sees(said("ask-agree-volunteer"))
