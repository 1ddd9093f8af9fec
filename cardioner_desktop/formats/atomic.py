"""Files that are there whole or not at all, also when the program is killed while it writes."""

import os
import threading
from contextlib import suppress
from pathlib import Path

from cardioner_desktop.errors import CardioNerError


def write_text(path: Path, content: str) -> None:
    """Write a UTF-8 file, line ends as they are, by way of a temporary file beside it; make its folder where missing.

    Raises CardioNerError where the file cannot be written; what stood there before then stays. Power loss is not
    covered: nothing waits for the disk, which would cost more than tagging a short letter.
    """
    temporary = path.with_name(f".cardioner-{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content.encode("utf-8"))
        temporary.replace(path)
    except (OSError, UnicodeEncodeError) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else "its text holds half of a surrogate pair"
        raise CardioNerError(f"{path} cannot be written ({reason}); choose another folder or make room.") from error
