"""When an adapted pack may replace the old one."""

from cardioner_desktop.core.document import Document, Span
from trainer.packing.judging import Judged, judge, reason_to_keep

TEXT = "Toma bisoprolol y furosemida por angina; refiere disnea."
PLACES = {"bisoprolol": "DRUG", "furosemida": "DRUG", "angina": "DISEASE", "disnea": "SYMPTOM"}


def documents(*found: str, number: int = 6) -> list[Document]:
    """So many letters in which those words are marked, each with its label."""
    spans = sorted(
        (Span(TEXT.index(word), TEXT.index(word) + len(word), PLACES[word]) for word in found),
        key=lambda span: span.start,
    )
    return [Document(f"letter{place}", TEXT, "es", spans=tuple(spans)) for place in range(number)]


GOLD = documents(*PLACES)
OLD = {"DRUG", "DISEASE"}


def judged(before: list[Document], after: list[Document], place: str = "local") -> Judged:
    return judge(GOLD, before, after, place=place, labels=["DRUG", "DISEASE", "SYMPTOM"], old=OLD)


def test_a_new_label_that_is_found_makes_a_better_pack() -> None:
    better = judged(documents("bisoprolol", "angina"), documents("bisoprolol", "angina", "disnea"))
    assert reason_to_keep(better, None, tolerance=0.5) is None
    assert [change.label for change in better.labels] == ["DRUG", "DISEASE", "SYMPTOM"]
    assert better.labels[2].before.f1 == 0.0
    assert better.labels[2].after.f1 == 1.0
    assert better.old is not None
    assert better.old.gain.value == 0.0


def test_a_pack_that_finds_the_same_is_not_better() -> None:
    same = judged(documents("bisoprolol"), documents("bisoprolol"))
    reason = reason_to_keep(same, None, tolerance=0.5)
    assert reason is not None
    assert reason.startswith("the new one is not better on the held-out local documents")


def test_a_new_label_does_not_buy_the_loss_of_an_old_one() -> None:
    dearer = judged(documents("bisoprolol", "furosemida", "angina"), documents("bisoprolol", "furosemida", "disnea"))
    assert dearer.overall.gain.value == 0.0
    bought = judged(documents("bisoprolol", "angina"), documents("bisoprolol", "furosemida", "disnea"))
    assert bought.overall.gain.value > 0
    assert reason_to_keep(bought, None, tolerance=0.5) is None  # three words for two: as many old ones as before
    lost = judged(documents("bisoprolol", "angina"), documents("bisoprolol", "disnea", "disnea"))
    assert lost.old is not None
    assert lost.old.gain.value < 0


def test_a_loss_on_general_documents_keeps_the_old_pack_beyond_the_tolerance() -> None:
    local = judged(documents("bisoprolol"), documents("bisoprolol", "disnea"))
    general = judged(documents("bisoprolol", "angina"), documents("bisoprolol"), "general")
    reason = reason_to_keep(local, general, tolerance=0.5)
    assert reason is not None
    assert "points of F1 on the general documents" in reason
    assert reason_to_keep(local, general, tolerance=60.0) is None


def test_a_wrong_mention_in_a_letter_without_any_counts() -> None:
    empty = [Document("empty", TEXT, "es")]
    changed = judge([*GOLD, *empty], [*GOLD, *empty], [*GOLD, Document("empty", TEXT, "es", spans=GOLD[0].spans)],
                    place="local", labels=["DRUG"], old=OLD)  # fmt: skip
    assert changed.overall.gain.value < 0
    assert changed.overall.documents == 7


def test_every_figure_is_one_line() -> None:
    lines = list(judged(documents("bisoprolol"), documents("bisoprolol", "disnea")).lines())
    assert [line.split(":")[0].rsplit(", ", 1)[1] for line in lines] == [
        "DRUG",
        "DISEASE",
        "SYMPTOM",
        "all labels",
        "labels of the old pack",
    ]
    assert "+" in lines[2]
