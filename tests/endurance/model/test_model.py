"""Whatever people do in whatever order: a plain model agrees, and everybody is told the truth."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.databases import is_on_server
from tests.endurance.amounts import ENDURE, amount
from tests.endurance.model.machine import Everybody


def test_a_plain_model_agrees() -> None:
    run_state_machine_as_test(
        Everybody,
        settings=settings(
            max_examples=amount(3 if is_on_server() else 7, 500),
            stateful_step_count=amount(26, 40),
            deadline=None,
            derandomize=not ENDURE,
            # To find the shortest story takes minutes, which a quick run does not have.
            phases=(Phase.generate, Phase.shrink) if ENDURE else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
