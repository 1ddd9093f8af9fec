import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cardioner_desktop.paths import scratch_folder
from cardioner_desktop.privacy.scratch import Scratch, sweep

HOLDS = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from cardioner_desktop.privacy.scratch import Scratch\n"
    "scratch = Scratch(Path(sys.argv[1]))\n"
    "(scratch.new() / 'letter.txt').write_text('x')\n"
    "print('ready', flush=True)\n"
    "time.sleep(100)\n"
)


def test_what_a_killed_program_left_is_taken_away_and_what_a_running_one_holds_stays(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    with other.stdout:
        assert other.stdout.readline() == "ready\n"
        own = Scratch(tmp_path)
        mine = own.new()
        own.sweep()
        assert len(list(tmp_path.glob("run-*/*/letter.txt"))) == 1
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
    own.sweep()
    assert not list(tmp_path.glob("run-*/*/letter.txt"))
    assert mine.is_dir()
    own.remove()
    assert list(tmp_path.iterdir()) == []


def test_only_its_owner_may_look_into_the_folder_also_where_it_stood_open(tmp_path: Path) -> None:
    place = tmp_path / "scratch"
    place.mkdir(mode=0o755)
    folder = Scratch(place).new()
    assert {path.stat().st_mode & 0o777 for path in (place, folder.parent, folder)} == {0o700}


def test_the_folder_of_a_process_goes_when_it_ends(tmp_path: Path) -> None:
    program = (
        "from cardioner_desktop.privacy.scratch import scratch\n"
        "(scratch().new() / 'letter.txt').write_text('x')\n"
        "raise SystemExit(3)\n"
    )
    environment = os.environ | {"CARDIONER_SCRATCH": str(tmp_path / "scratch")}
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == 3
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_process_that_parses_makes_all_its_temporary_files_in_the_folder(tmp_path: Path) -> None:
    program = (
        "import sys, tempfile\n"
        "from pathlib import Path\n"
        "from cardioner_desktop.privacy.scratch import keep_temporaries_in\n"
        "keep_temporaries_in(Path(sys.argv[1]))\n"
        "with tempfile.NamedTemporaryFile() as file:\n"
        "    print(file.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).parent == tmp_path


def test_a_folder_without_a_lock_is_nobody_elses_business(tmp_path: Path) -> None:
    (tmp_path / "run-by-hand").mkdir()
    sweep(tmp_path)
    assert (tmp_path / "run-by-hand").is_dir()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no folder of a session in memory")
def test_a_private_folder_of_the_session_is_taken_before_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CARDIONER_SCRATCH")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "session"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "session").mkdir(mode=0o700)
    assert scratch_folder() == tmp_path / "session" / "CardioNER" / "scratch"
    (tmp_path / "session").chmod(0o755)
    assert scratch_folder() == tmp_path / "cache" / "CardioNER" / "scratch"
    assert Path(tempfile.gettempdir()) not in (scratch_folder(), scratch_folder().parent)
