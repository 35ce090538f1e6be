"""All that is kept about somebody as JSON, for another program: see docs/mydata.md."""

import json
from datetime import date, datetime
from typing import Final

from pydantic import JsonValue

from storage.held_data import HeldData, HeldRow, Value

FORMAT: Final = "doorstep-mydata"
#: Rises when a reader of the one before would misread it; more parts and values are no such reason.
VERSION: Final = 1


def as_json(data: HeldData, about: str, now: datetime) -> str:
    """Return all that is kept about somebody; `about` is "you", or "helped" of somebody else."""
    written: dict[str, JsonValue] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _moment(now),
        "about": about,
        "parts": [
            {"part": each.part.name, "rows": [_row(row) for row in each.rows]}
            for each in data.parts
            if each.rows
        ],
        "duties": [
            {"what": name, "at": [_moment(at) for at in moments]}
            for name, moments in data.duties.items()
        ],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _row(row: HeldRow) -> dict[str, JsonValue]:
    return {
        "values": {name: _value(value) for name, value in row.values.items()},
        "withheld": list(row.withheld),
        "goes": [
            {
                "what": list(each.columns),
                "days": each.days,
                "at": None if each.at is None else _moment(each.at),
            }
            for each in row.going
        ],
    }


def _value(value: Value) -> JsonValue:
    if isinstance(value, datetime):
        return _moment(value)
    return value.isoformat() if isinstance(value, date) else value


def _moment(moment: datetime) -> str:
    # As exact as anybody could care about, and written the same way every time.
    return moment.isoformat(timespec="seconds")
