"""Holds this program against the vectors of the npm package: what every implementation has to do exactly."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import calls, messages, times

Check = Callable[[Any, Any, Path], Any]

#: What this program makes of a case, in the form of its `want`: given are the file, the case and the package's folder.
CHECKS: dict[str, Check] = {
    "answers": calls.answer,
    "integers": calls.integers,
    "limits": times.limits,
    "paging": calls.paging,
    "token": times.token,
    "webhooks": messages.webhook,
}


def run_all(folder: Path) -> int:
    """Runs every case of every file, up to the first difference. Returns the exit code."""
    logging.disable(logging.WARNING)  # the refusals are on purpose
    for path in sorted(folder.glob("*.json")):
        file = json.loads(path.read_text("utf-8"))
        for done, case in enumerate(file["cases"]):
            found = CHECKS[path.stem](file, case, folder.parent)
            if found != case["want"]:
                print(f"{path.stem} {done} of {len(file['cases'])}")
                print(f"{path.stem}: {case['name']}: {found} in place of {case['want']}")
                return 1
        print(f"{path.stem} {len(file['cases'])} of {len(file['cases'])}")
    return 0
