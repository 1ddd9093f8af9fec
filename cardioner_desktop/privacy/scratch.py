"""The private folder for temporary files of a run: gone when the program ends, at the latest at the next start."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from threading import Lock

from cardioner_desktop.paths import scratch_folder
from cardioner_desktop.privacy.claims import Claim, abandoned

PREFIX = "run"


class Scratch:
    """A folder below `place`, made when it is first asked for; only its owner may look into it."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place or scratch_folder()
        self._claim: Claim | None = None
        self._process = os.getpid()
        self._alone = Lock()

    def folder(self) -> Path:
        """The folder of this run. Raises OSError where there can be none."""
        with self._alone:
            if self._claim is None:
                self._claim = Claim.new(self._place, PREFIX)
            self._claim.path.mkdir(exist_ok=True, mode=0o700)
            return self._claim.path

    def new(self) -> Path:
        """An empty folder in it. Raises OSError."""
        return Path(tempfile.mkdtemp(dir=self.folder()))

    def remove(self) -> None:
        """Take all of it away; the next `folder` begins anew. A forked process leaves what its parent made."""
        with self._alone:
            if self._claim is not None and os.getpid() == self._process:
                shutil.rmtree(self._claim.path, ignore_errors=True)
                self._claim.release()
            self._claim = None

    def sweep(self) -> None:
        """Take away what programs left behind that were killed; slow, where they left much."""
        sweep(self._place)


@cache
def scratch() -> Scratch:
    """That of this process, which goes when the process ends."""
    own = Scratch()
    atexit.register(own.remove)
    return own


def sweep(place: Path) -> None:
    """Take away what programs left behind in a place for scratch folders."""
    for folder in abandoned(place, PREFIX):
        shutil.rmtree(folder, ignore_errors=True)


def keep_temporaries_in(folder: Path) -> None:
    """Let every library of this process make its temporary files in a folder. Programs that it starts keep theirs: a
    file manager lives longer than the folder."""
    tempfile.tempdir = str(folder)
