"""A group with cards goes from one bot to another: whose it is, and what becomes of its cards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.server import Bot
from bot.sandbox.world import Account, Message
from handlers.texts import Listed, PublicName, T
from storage import bots
from storage.database import Transaction
from storage.model import FIRST_BOT
from storage.tables import chats
from tests.endurance.amounts import LIFTED
from tests.endurance.neighbours import CLAIM, HAND_BACK, TEXTS, Resident
from tests.scene import Scene, scene_in

PARISH = "parish"
LOST = TEXTS.say(T("group-lost", neighbourhoods=Listed((PublicName("Elm Street"),))), "en")


@dataclass(frozen=True, slots=True)
class Street:
    """A neighbourhood with its group, which knows two bots, and an open request in it."""

    scene: Scene
    parish: Bot
    group: Group
    owner: Person
    hal: Person
    ruth: Resident

    @property
    def first(self) -> Account:
        return self.scene.sandbox.bot

    def by(self, bot: Account) -> list[Message]:
        """What a bot wrote in the group."""
        return [each for each in self.group.from_bot if each.sender is bot]

    def claimable(self, bot: Account) -> list[Message]:
        """The cards that a bot posted and that offer to be taken."""
        return [each for each in self.by(bot) if CLAIM in each.labels]

    async def whose(self) -> tuple[str, bool]:
        """By which bot the group is reached, and whether it is."""

        async def look(transaction: Transaction) -> tuple[str, bool]:
            found = await transaction.connection.execute(
                select(chats.c.id).where(chats.c.is_private.is_(False))
            )
            return await bots.of_chat(transaction, found.scalar_one())

        return await self.scene.transact(look)

    async def first_is_put_out(self) -> None:
        self.group.remove_bot()
        await self.scene.settles()

    async def parish_is_let_in(self) -> None:
        self.group.add_bot(bot=self.parish.account)
        await self.scene.settles()

    async def is_asked_for(self, ruth: Resident) -> None:
        while ruth.has_something_to_do():
            ruth.acts()
            await self.scene.settles()
        assert ruth.reference is not None


@asynccontextmanager
async def _street(folder: Path) -> AsyncIterator[Street]:
    async with scene_in(folder, abilities=LIFTED, enforce_pace=False) as scene:
        parish = scene.bot("Parish")
        await scene.restart()
        owner, hal, ruth = scene.owner(), scene.person("Hal"), scene.person("Ruth")
        group = scene.group("Elm Street", [owner, hal])
        group.upgrade_to_supergroup()
        await scene.settles()
        home = await scene.neighbourhood("Elm Street", group)
        await scene.volunteer(hal, home)
        await scene.resident(ruth, home)
        owner.starts()
        street = Street(scene, parish, group, owner, hal, Resident(ruth, {"words": "Bread"}))
        await street.is_asked_for(street.ruth)
        assert len(street.claimable(street.first)) == 1
        yield street


async def test_the_next_bot_that_is_let_in_takes_the_group_and_posts_its_cards(
    tmp_path: Path,
) -> None:
    async with _street(tmp_path) as street:
        await street.first_is_put_out()
        assert await street.whose() == (FIRST_BOT, False)
        assert street.owner.sees(LOST)
        await street.parish_is_let_in()
        assert await street.whose() == (PARISH, True)
        (card,) = street.claimable(street.parish.account)
        street.hal.taps(CLAIM, card)
        await street.scene.settles()
        assert CLAIM not in card.labels
        # Taken at a card of the one, it is handed back to the other, by which they are reached.
        street.hal.taps(HAND_BACK)
        await street.scene.settles()
        assert len(street.claimable(street.parish.account)) == 1


async def test_what_is_asked_for_while_nobody_can_post_is_posted_by_the_next_bot(
    tmp_path: Path,
) -> None:
    async with _street(tmp_path) as street:
        await street.first_is_put_out()
        rose = street.scene.person("Rose")
        await street.scene.resident(rose, 1)
        await street.is_asked_for(Resident(rose, {"words": "Milk"}))
        await street.parish_is_let_in()
        assert len(street.claimable(street.parish.account)) == 2
        street.group.add_bot()
        await street.scene.settles()
        # What waited for the first bot went along, and is not posted twice.
        assert len(street.group.from_bot) == 4


async def test_a_card_that_the_former_bot_left_behind_can_still_be_taken(tmp_path: Path) -> None:
    async with _street(tmp_path) as street:
        (left,) = street.claimable(street.first)
        street.group.forbid_posting()
        await street.scene.settles()
        assert await street.whose() == (FIRST_BOT, False)
        await street.parish_is_let_in()
        (card,) = street.claimable(street.parish.account)
        street.hal.taps(CLAIM, left)
        await street.scene.settles()
        assert any(HAND_BACK in each.labels for each in street.hal.from_bot)
        assert CLAIM not in card.labels
        # Each changes its own messages only: numbers in a group are counted for all together.
        changed = street.scene.sandbox.recorder.of("editMessageText")
        assert {call.params["message_id"] for call in changed if call.bot != street.first.id} == {
            card.number
        }


async def test_a_card_reads_as_it_should_once_the_bot_is_let_in_again(tmp_path: Path) -> None:
    async with _street(tmp_path) as street:
        (card,) = street.claimable(street.first)
        street.hal.taps(CLAIM, card)
        await street.scene.settles()
        await street.first_is_put_out()
        street.hal.taps(HAND_BACK)
        await street.scene.settles()
        assert not street.claimable(street.first)
        street.group.add_bot()
        await street.scene.settles()
        assert street.claimable(street.first) == [card]


async def test_a_second_bot_says_nothing_where_the_first_one_writes(tmp_path: Path) -> None:
    async with _street(tmp_path) as street:
        await street.parish_is_let_in()
        assert await street.whose() == (FIRST_BOT, True)
        assert not street.by(street.parish.account)
        await street.first_is_put_out()
        assert await street.whose() == (FIRST_BOT, False)
        # It takes over with the first words that it hears.
        street.owner.says("/help@ParishBot", street.group)
        await street.scene.settles()
        assert await street.whose() == (PARISH, True)
        assert len(street.claimable(street.parish.account)) == 1


async def test_the_former_bot_gets_a_group_back_only_when_the_other_is_gone(
    tmp_path: Path,
) -> None:
    async with _street(tmp_path) as street:
        await street.first_is_put_out()
        await street.parish_is_let_in()
        said = len(street.by(street.first))
        street.group.add_bot()
        await street.scene.settles()
        assert await street.whose() == (PARISH, True)
        assert len(street.by(street.first)) == said
        street.group.remove_bot(bot=street.parish.account)
        await street.scene.settles()
        street.group.remove_bot()
        street.group.add_bot()
        await street.scene.settles()
        assert await street.whose() == (FIRST_BOT, True)
        # The one that it left there, which is forgotten, and the one that it posted anew.
        left, card = street.claimable(street.first)
        street.hal.taps(CLAIM, left)
        await street.scene.settles()
        assert CLAIM not in left.labels
        assert CLAIM not in card.labels
