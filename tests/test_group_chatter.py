"""What neighbours say to each other in a group is none of the service's business."""

from pathlib import Path

from storage import people
from tests.scene import scene_in


async def test_who_only_chats_in_a_group_is_not_remembered(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        olive, ben = scene.owner(), scene.person("Ben")
        group = scene.group("Albion helpers", [olive, ben])
        # An admin hears everything that is said.
        group.make_bot_admin()
        await scene.settles()
        shown = len(group.from_bot)

        ben.says("Lovely weather today", chat=group)
        ben.sends_photo(chat=group)
        ben.shares_location(51.5, -0.1, chat=group)
        await scene.settles()

        assert len(group.from_bot) == shown
        assert await scene.transact(lambda tx: people.find(tx, f"telegram:{ben.id}")) is None
