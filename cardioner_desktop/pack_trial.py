"""Whether a pack works on this computer: it is loaded in a process of its own and tags a letter of its language.

In a process of its own, since an engine that a processor or a file does not suit may end the process that it runs in.
"""

import json
import math
import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import CardioNerError, PackError
from cardioner_desktop.options import Options
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.paths import example_letter

SECONDS = 180.0
"""How long loading and one letter may take on a busy, slow machine."""

FOUND_IN_LETTERS = frozenset({"disease", "drug"})
"""Labels of which each of the program's invented letters has some mentions."""

_LETTER = "Bisoprolol 2,5 mg. Furosemide 40 mg.\n"  # where the program has none in the language


def try_pack(pack: Pack, *, seconds: float = SECONDS) -> None:
    """Let a pack whose files are as they were packed tag a letter; PackError, one sentence, where it does not work."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, str(pack.folder)), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise _refusal(pack, f"it took longer than {seconds:.0f} s with one letter")
        answer = json.loads(ours.recv_bytes())
    except (EOFError, OSError):
        raise _refusal(pack, "its engine ended the process that it ran in") from None
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()
    if reason := answer["reason"]:
        raise _refusal(pack, str(reason))


def _refusal(pack: Pack, reason: str) -> PackError:
    told = reason.rstrip(".")
    return PackError(
        f"The pack {pack.name} {pack.version} does not work on this computer ({told}), so nothing changed."
    )


def _serve(connection: Connection, folder: str) -> None:
    """The process itself: answers why the pack does not work, "" where it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    quiet = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(quiet, number)
    try:
        reason = _reason(read_pack(Path(folder), check=False))
    except CardioNerError as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - the last place of this process; engines raise anything
        reason = f"an error, {type(error).__name__}"
    connection.send_bytes(json.dumps({"reason": reason}).encode("ascii"))


def _reason(pack: Pack) -> str:
    # Imported in the process that needs it: numpy and the engine are most of a second.
    from cardioner_desktop.pack_parts import open_gates
    from cardioner_desktop.pipelines import open_pipeline

    open_gates(pack, pack.labels)
    letter, known = _LETTER, False
    with suppress(ValueError, OSError):
        letter, known = example_letter(pack.language).read_text(encoding="utf-8"), True
    documents = [Document("letter", letter, pack.language)]
    for stage in open_pipeline([pack], Options(device="cpu")):
        documents = list(stage(documents))
    spans = documents[0].spans
    if any(span.score is not None and not math.isfinite(span.score) for span in spans):
        return "its scores are no numbers"
    expected = {label.corpus for label in pack.labels if label.name in FOUND_IN_LETTERS}
    if known and expected and not any(span.source == "model" for span in spans):
        return "it finds nothing in a letter that has diseases and drugs"
    return ""
