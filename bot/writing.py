"""Whether something can be written in a folder, tried with something that is gone at once."""

import os
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

#: More than a step of a conversation takes.
_TRIED: Final = 256 * 1024


def trouble_writing(folder: Path) -> OSError | None:
    """Return why nothing can be written in a folder, None where it can."""
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(bytes(_TRIED))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return None
