"""Token scores as the paper gives them, and strict entity scores beside them."""

from cardioner_desktop.core.document import Document, Span
from trainer.fitting.token_score import Cell, measured

TEXT = "Se inicia sacubitril/valsartan 24mg y ácido acetil salicílico."
GOLD = Document("a", TEXT, spans=(Span(10, 30, "FARMACO"), Span(38, 61, "FARMACO"), Span(0, 2, "OTHER")))


def found(*spans: Span) -> list[Document]:
    return [Document("a", TEXT, spans=spans)]


def test_half_a_mention_counts_for_its_tokens_and_not_as_an_entity() -> None:
    cell = measured([GOLD], found(Span(38, 50, "FARMACO", score=0.9)), label="FARMACO")
    assert (cell.token.true_positive, cell.token.predicted, cell.token.gold) == (2, 2, 6)
    assert (cell.entity.true_positive, cell.entity.predicted, cell.entity.gold) == (0, 1, 2)


def test_a_token_with_the_wrong_tag_is_not_right() -> None:
    # `valsartan` alone begins a mention; in the gold it continues one. The blank-free dose is one token.
    cell = measured([GOLD], found(Span(21, 30, "FARMACO"), Span(31, 33, "FARMACO")), label="FARMACO")
    assert (cell.token.true_positive, cell.token.predicted) == (0, 2)


def test_tokens_that_are_no_answer_count_nowhere() -> None:
    cell = measured([GOLD], found(*GOLD.spans), label="FARMACO")
    assert (cell.token.true_positive, cell.token.predicted, cell.token.gold) == (6, 6, 6)
    assert (cell.entity.f1, cell.low, cell.high) == (1.0, 1.0, 1.0)


def test_other_labels_are_not_looked_at() -> None:
    assert measured([GOLD], found(Span(3, 9, "OTHER")), label="FARMACO").token.predicted == 0
    assert measured([GOLD], found(Span(0, 2, "OTHER")), label="OTHER").entity.f1 == 1.0


def test_false_tokens_of_a_document_without_mentions_count_and_its_entities_do_not() -> None:
    empty = Document("b", "Sin fiebre.")
    wrong = Document("b", "Sin fiebre.", spans=(Span(4, 10, "FARMACO"),))
    cell = measured([GOLD, empty], [*found(*GOLD.spans), wrong], label="FARMACO")
    assert cell.documents == 2
    assert (cell.token.true_positive, cell.token.predicted) == (6, 7)
    assert cell.entity.predicted == 2


def test_a_document_that_recurs_in_another_language_is_another_document() -> None:
    cell = measured([GOLD, GOLD], [*found(*GOLD.spans), *found()], label="FARMACO")
    assert (cell.token.true_positive, cell.token.gold) == (6, 12)


def test_a_cell_survives_json() -> None:
    cell = measured([GOLD], found(Span(38, 50, "FARMACO")), label="FARMACO")
    assert Cell.from_json(cell.to_json()) == cell
