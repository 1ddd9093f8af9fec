"""The packs in resources/packs: whole, small, and finding what was recorded when they were made."""

import json

import pytest

from cardioner_desktop.packs import verify
from tests.record_shipped import CORPORA, FLOOR, NOTES, digests, measured, noted, shipped

LARGEST_PACK = 40e6  # bytes
TOLERANCE = 0.003  # of F1, below the recorded figure
AGAIN = "if packs or rules were changed on purpose, run `python -m tests.record_shipped` and look at the difference"


def test_every_file_of_a_shipped_pack_is_the_one_that_was_packed() -> None:
    assert [pack.language for pack in shipped()] == ["en", "es", "it"]
    for pack in shipped():
        verify(pack)


def test_no_shipped_pack_is_larger_than_40_mb() -> None:
    sizes = {pack.name: sum(f.stat().st_size for f in pack.folder.rglob("*") if f.is_file()) for pack in shipped()}
    assert all(size <= LARGEST_PACK for size in sizes.values()), sizes


def test_the_shipped_packs_find_exactly_the_recorded_spans_in_our_letters() -> None:
    recorded = json.loads(NOTES.read_text(encoding="utf-8"))
    found = noted()
    assert list(found) == list(recorded), AGAIN
    for name, rows in recorded.items():
        expected, spans = {tuple(row) for row in rows}, set(found[name])
        assert spans == expected, f"{name}: new {spans - expected}, lost {expected - spans}; {AGAIN}"


def test_the_shipped_packs_have_not_got_worse_on_documents_that_they_learned_from() -> None:
    """A check for regressions: no figure of quality, since the shipped packs saw these documents in training."""
    if not CORPORA.is_dir():
        pytest.skip("The shared corpora are not here.")
    recorded = json.loads(FLOOR.read_text(encoding="utf-8"))
    assert recorded["models"] == digests(), AGAIN
    found = measured()
    for language, labels in recorded["f1"].items():
        for label, f1 in labels.items():
            assert found[language][label] >= f1 - TOLERANCE, f"{language} {label}: {found[language][label]}, was {f1}"
