"""A call-out to many, at Telegram's own pace, while the service is killed again and again.

Nobody is left out, and nobody hears twice. Of whoever was just being written to at a kill nobody
knows whether they heard: they are listed as such, and there is at most one of them for each kill.
"""

import asyncio
import contextlib
import random
from collections import Counter
from pathlib import Path

from bot.messengers.telegram.messenger import ABILITIES
from storage.fates import Fate
from tests.endurance.amounts import Notes, amount
from tests.endurance.called import LOOK, Called, many_in

RECIPIENTS = amount(90, 10_000)
KILLS = amount(3, 20)


async def test_kills_leave_nobody_out_and_nobody_hears_twice(tmp_path: Path, notes: Notes) -> None:
    async with many_in(tmp_path, RECIPIENTS, ABILITIES) as called:
        called.service.start()
        killer = asyncio.create_task(_kill_now_and_then(called, random.Random(1)))
        await called.until_over()
        killer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await killer
        called.service.kill()
        fates, arrived = called.fates(), called.arrived
        counted = Counter(fates.values())
        notes("kills during a call-out", called.service.kills)
        notes("recipients of a call-out with kills", len(fates))
        notes("recipients of whom nobody knows", counted[Fate.UNKNOWN])
        assert called.service.kills == KILLS
        assert not called.service.sandbox.recorder.violations
        assert set(counted) <= {Fate.SENT, Fate.UNKNOWN}
        assert counted[Fate.UNKNOWN] <= KILLS
        assert max(arrived.values()) == 1
        heard = {account for account, fate in fates.items() if fate is Fate.SENT}
        assert heard <= set(arrived)


async def _kill_now_and_then(called: Called, moments: random.Random) -> None:
    """Kill the service in the midst of the call-out, in as many parts of it as there are kills."""
    recorder = called.service.sandbox.recorder
    # Nothing tells when the first is written to, or how many have been.
    while not called.fates():  # noqa: ASYNC110 - see above
        await asyncio.sleep(LOOK)
    begun = recorder.calls_counted
    for part in range(KILLS):
        while recorder.calls_counted - begun < part * RECIPIENTS // KILLS:  # noqa: ASYNC110 - see above
            await asyncio.sleep(LOOK / 10)
        await asyncio.sleep(moments.uniform(0, LOOK))
        called.service.kill()
