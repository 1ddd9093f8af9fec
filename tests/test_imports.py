"""What a run that tags really loads; import contracts do not see what libraries import behind one's back."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys

tried = []

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        tried.append((event, arguments))

sys.addaudithook(watch)

from cardioner_desktop import cli

code = cli.main(sys.argv[1:])
assert code == 0, code
assert "ctranslate2" in sys.modules
for name in ("torch", "transformers", "PySide6", "shiboken6", "huggingface_hub", "trainer", "onnxruntime", "tkinter"):
    assert name not in sys.modules, name
assert not tried, tried
"""


def test_tagging_loads_no_training_library_no_qt_and_opens_no_connection(tiny_packs: Path, tmp_path: Path) -> None:
    for language, text in {
        "es": "Paciente con hipertensión arterial en tratamiento con enalapril.\n",
        "en": "The patient was treated with aspirin for heart failure.\n",
        "it": "Il paziente è stato trattato con bisoprololo.\n",
    }.items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{language}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "tag", str(tmp_path / "in"), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "out").glob("*.ann"))) == 3
