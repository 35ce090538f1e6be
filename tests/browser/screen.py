"""The sandbox's page as people use it: phones, and the panel that shows the group."""

import json
from pathlib import Path

from tests.browser.chromium import BrowserError, Page

OPEN = ".conversation:not([hidden])"


class Screen:
    """One phone, or the group's panel, on the page; every `sees…` waits until it is so."""

    def __init__(self, page: Page, place: str) -> None:
        self.page = page
        self.place = place

    async def opens(self, title: str) -> None:
        """Open the chat with this title."""
        await self.page.click(f"{self.place} [role=tab]", title)

    async def says(self, text: str) -> None:
        """Write into the open chat and press Send."""
        await self.page.type_into(f"{self._chat} [data-write]", text)
        await self.page.click(f"{self._chat} .write [data-label=Send]")

    async def taps(self, label: str) -> None:
        """Tap the button with these words: of the reply keyboard, or under the newest message."""
        chosen = f"[data-label={json.dumps(label, ensure_ascii=False)}]"
        places = f"{self._chat} .keyboard {chosen}, {self._chat} [data-message] {chosen}"
        message = await self.page.wait_for(
            f"""(() => {{
                const buttons = document.querySelectorAll({json.dumps(places)});
                const newest = [...buttons].findLast(button => button.checkVisibility());
                if (!newest) return null;
                return newest.closest("[data-message]")?.dataset.message ?? "keyboard";
            }})()"""
        )
        where = ".keyboard" if message == "keyboard" else f'[data-message="{message}"]'
        await self.page.click(f"{self._chat} {where} {chosen}")

    async def chooses(self, label: str) -> None:
        """Choose from the small menu beside the field: “Share location”, “Send a sticker”, …"""
        await self.page.click(f"{self._chat} .more")
        await self.page.click(f"{self._chat} .options [data-label={json.dumps(label)}]")

    async def sends_file(self, path: Path) -> None:
        """Send a file as “Send a file” does; nothing reaches the window where one is chosen."""
        await self.page.choose_file(f"{self._chat} [data-chooser=sends_document]", path)

    async def sees(self, text: str) -> None:
        """Wait until a message of the open chat has these words."""
        await self._wait(f"{self._chat} [data-message]", text)

    async def no_longer_sees(self, text: str) -> None:
        """Wait until no message of the open chat has these words any more."""
        words, chat = json.dumps(text), json.dumps(f"{self._chat} [data-message]")
        await self.page.wait_for(
            f"![...document.querySelectorAll({chat})].some(m => m.innerText.includes({words}))"
        )

    async def sees_toast(self, text: str) -> None:
        """Wait until these words pop up over the phone."""
        await self._wait(f"{self.place} [data-toast]", text)

    async def sees_news(self, title: str) -> None:
        """Wait until the tab of a chat has the dot of unread messages."""
        await self._wait(f"{self.place} [role=tab]:has(.news:not([hidden]))", title)

    async def sees_buttons(self, *labels: str) -> None:
        """Wait until exactly these buttons are under the messages of the open chat."""
        selector = json.dumps(f"{self._chat} .buttons button")
        wanted = json.dumps(list(labels), ensure_ascii=False)
        await self.page.wait_for(
            f"JSON.stringify([...document.querySelectorAll({selector})]"
            f".map(b => b.dataset.label)) === JSON.stringify({wanted})"
        )

    @property
    async def texts(self) -> list[str]:
        """The words of the open chat's messages, oldest first."""
        return await self.page.texts(f"{self._chat} [data-text]")

    @property
    def _chat(self) -> str:
        return f"{self.place} {OPEN}"

    async def _wait(self, selector: str, text: str) -> None:
        try:
            await self.page.wait_for_element(selector, text)
        except BrowserError as error:
            shown = await self.page.texts(f"{self._chat} [data-message]")
            raise BrowserError(f"{self.place} does not show {text!r}, but {shown}") from error


class SandboxPage:
    """The whole page of a sandbox, opened at its address."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.group = Screen(page, "[data-group]")

    def phone(self, person: int) -> Screen:
        """Return the phone of the person with this account number."""
        return Screen(self.page, f'[data-person="{person}"]')

    async def open(self, address: str) -> None:
        """Open the page and return once it shows the sandbox's state."""
        await self.page.navigate(address)
        await self.page.wait_for_element("body[data-version]")

    async def fill(self, dialog: str, field: str, text: str) -> None:
        """Press “Add a phone” or “Add a group”, fill the named field, and confirm."""
        await self.page.click(f"[data-label={json.dumps(dialog)}]")
        await self.page.type_into(f"dialog[open] input[name={field}]", text)
        await self.page.click("dialog[open] [data-label=Add]")
        await self.page.wait_for("!document.querySelector('dialog[open]')")
