"""The packages themselves, proved in a clean room; they have to be built before (see .ci/run)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.heavy
@pytest.mark.skipif("CARDIONER_DIST" not in os.environ, reason="CARDIONER_DIST names no folder that build.py wrote")
def test_what_was_built_works_in_a_clean_room() -> None:
    command = [sys.executable, str(ROOT / "resources" / "installer" / "proof.py"), os.environ["CARDIONER_DIST"]]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1200)
    assert done.returncode == 0, done.stdout + done.stderr
