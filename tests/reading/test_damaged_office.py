"""What files that `tests.fuzz` damaged have found in office files and policies stays mended."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from cardioner_desktop.security.policy import PolicyError, read_policy
from tests.reading.samples import refusal


def word() -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Paciente con angina.")
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, entry: str, *, at: int, to: int) -> bytes:
    """A zip in which one byte of an entry's header or content is another one; `at` counts from that header."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = archive.getinfo(entry).header_offset + at
    return data[:place] + bytes([to]) + data[place + 1 :]


@pytest.mark.parametrize(
    ("at", "to"),
    [(0, 0), (32, 0x2F), (60, 0xFF), (90, 0)],
    ids=["header", "name", "content", "more content"],
)
def test_a_damaged_entry_is_one_sentence(at: int, to: int) -> None:
    data = word()
    sentence = refusal("docx", changed(data, "word/document.xml", at=at, to=to))
    assert sentence.endswith(("again", "without one", "a password"))
    assert "\n" not in sentence


def test_what_a_policy_says_is_quoted_shortly(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(f'format = 1\n[features]\ndisabled = ["{"x" * 5000}"]\n', encoding="utf-8")
    with pytest.raises(PolicyError, match="cannot be followed") as caught:
        read_policy(tmp_path / "policy.toml")
    assert len(str(caught.value)) < 1000
