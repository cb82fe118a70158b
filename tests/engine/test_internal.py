from __future__ import annotations

import pytest

from implan_lint.engine.internal import Crash, behind_barrier, crash_of_reading


def test_a_result_passes_the_barrier() -> None:
    assert behind_barrier(lambda: 3) == 3


def test_a_fault_of_ours_becomes_a_diagnostic() -> None:
    words: dict[str, str] = {}
    crash = behind_barrier(lambda: words["kip"])
    assert isinstance(crash, Crash)
    found = crash_of_reading(crash, "plan.md", "nl")
    assert (found.code, found.path, found.severity) == ("INT001", "plan.md", "error")
    assert found.message.startswith("Het lezen van dit plan liep vast (KeyError: 'kip')")


@pytest.mark.parametrize("reason", [KeyboardInterrupt, SystemExit])
def test_who_wants_to_stop_is_not_stopped(reason: type[BaseException]) -> None:
    def stop() -> None:
        raise reason

    with pytest.raises(reason):
        behind_barrier(stop)
