from cardioner_desktop.core.document import Document, Fragment, Span
from cardioner_desktop.ui.entities import findings, group, mention

TEXT = "Angina; angina,  ANGINA pectoris; dolor\r\nde pecho"


def test_mentions_that_differ_in_case_only_are_one_entity_with_the_highest_score() -> None:
    spans = (Span(8, 14, "DISEASE", 0.9), Span(0, 6, "DISEASE", 0.4), Span(17, 32, "DISEASE"))
    first, second = group(Document("a", TEXT, spans=spans))
    assert (first.text, first.score, first.count, first.first) == ("Angina", 0.9, 2, 0)
    assert [span.start for span in first.spans] == [0, 8]
    assert (second.text, second.score) == ("ANGINA pectoris", None)


def test_one_text_with_two_labels_is_two_entities() -> None:
    spans = (Span(0, 6, "DISEASE"), Span(0, 6, "SYMPTOM"))
    assert [entity.label for entity in group(Document("a", TEXT, spans=spans))] == ["DISEASE", "SYMPTOM"]


def test_unicode_forms_of_a_word_are_one_entity() -> None:
    text = "cardi\u0301aca cardíaca"
    entities = group(Document("a", text, spans=(Span(0, 9, "D"), Span(10, 18, "D"))))
    assert [entity.count for entity in entities] == [2]


def test_the_text_of_fragments_and_of_a_mention_over_a_line_end_is_one_line() -> None:
    document = Document("a", TEXT)
    assert mention(document, Span(34, 49, "D")) == "dolor de pecho"
    assert mention(document, Span(0, 49, "D", fragments=(Fragment(0, 6), Fragment(41, 49)))) == "Angina de pecho"


def test_mentions_are_counted_by_label() -> None:
    spans = (Span(0, 6, "B"), Span(8, 14, "A"), Span(17, 23, "B"))
    assert findings(Document("a", TEXT, spans=spans)).counts == (("A", 1), ("B", 2))
