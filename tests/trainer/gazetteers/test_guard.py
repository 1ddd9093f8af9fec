"""The comparison of ways of using the list, on documents that we wrote."""

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.gazetteer import Entry, Gazetteer
from trainer.fitting.calibrate import Fitted
from trainer.gazetteers.guard import WIDTH, compared, variants

TEXT = "Toma bisoprolol 5 mg. Sodio normal."
GOLD = Document("a", TEXT, "es", spans=(Span(5, 15, "DRUG", source="file"),))
FOUND = Document("a", TEXT, "es", spans=(Span(5, 15, "DRUG", score=0.15),))


def test_each_variant_is_compared_with_no_list() -> None:
    steps = variants(Gazetteer([Entry("bisoprolol", "DRUG"), Entry("sodio", "DRUG")]), 0.5)
    told = list(compared([GOLD], [FOUND], Fitted(1.0, 0.0, 0.5), steps, "DRUG"))
    lines = {line[:WIDTH].strip(): line[WIDTH + 1 :] for line in told}
    assert set(lines) == {"off", *steps}
    assert lines["off"] == "P 0.0000 R 0.0000 F1 0.0000"
    assert lines["all"].startswith("P 0.5000 R 1.0000 F1 0.6667  +66.67")
    assert lines["guarded 0.10, spoken for 0.100"] == "P 1.0000 R 1.0000 F1 1.0000  +100.00 [+100.00, +100.00]"
    assert lines["guarded 0.20, spoken for 0.200"].startswith("P 0.0000")
    assert lines["guarded 0.20, spoken for 0.040"].startswith("P 1.0000")
    assert lines["guarded 0.30, spoken for 0.000"].startswith("P 1.0000")
