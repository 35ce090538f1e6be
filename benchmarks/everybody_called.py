"""A call-out to very many people at Telegram's own pace, while others ask for help."""

import tempfile
from pathlib import Path
from typing import Final

from benchmarks.extent import Extent, Figures, Tell
from benchmarks.stage import DOORSTEP_LOOKED_AFTER, GROUP_IDS, BenchmarkError, running
from benchmarks.store import Holding, Store, fill

#: How many messages a second Telegram allows over all.
ALLOWED: Final = 30


async def call_out(extent: Extent, tell: Tell) -> Figures:
    """Have everybody called at Telegram's own pace, while others ask for help."""
    order = extent.call_out
    everybody = order.recipients + order.residents
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as folder:
        tell(f"storing {order.recipients:,} volunteers")
        store = Store(Path(tempfile.mkdtemp(dir=folder)))
        await fill(store, Holding(everybody, volunteers=order.recipients), GROUP_IDS)
        tell(f"calling them: about {order.recipients / ALLOWED / 60:.0f} minutes")
        async with running(DOORSTEP_LOOKED_AFTER, store, "benchmarks.calling") as now:
            called = await now.call(order)
            fates = await now.store.fates()
    if fates != {"sent": order.recipients}:
        raise BenchmarkError(f"not everybody is noted as written to: {fates}")
    memory = [each.proportional / 1e6 for each in called.memory]
    return {
        **called.counted,
        "share_of_what_is_allowed": called.counted["messages_per_second"] / ALLOWED,
        "processor_per_cent": 100 * called.processor_seconds / called.counted["seconds"],
        "proportional_mb": memory,
        "first_mb": memory[1],
        "middle_mb": memory[len(memory) // 2],
        "last_mb": memory[-1],
    }
