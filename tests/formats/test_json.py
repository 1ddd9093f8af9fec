import json as standard

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Sentence, Span
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import json

SPAN = Span(
    0,
    16,
    "ENFERMEDAD",
    0.1 + 0.2,
    "person",
    (Fragment(0, 5), Fragment(9, 16)),
    (Attribute("Negated", None, "A1"), Attribute("Confidence", "High")),
    (Code("ATC", "C07", "β-bloqueante", "N1"),),
    (Note("una\nnota", "#1"),),
    "T4",
)
DOCUMENT = Document("a/b", "edema de piernas\r\n", "es", (Sentence(0, 16),), (SPAN, Span(0, 5, "X")), ("R1\tx",))

texts = st.text(st.one_of(st.sampled_from('\r\n\t"\\\u2028\x85\0😀'), st.characters(codec="utf-8")), max_size=20)


def test_nothing_is_lost_on_the_way_back() -> None:
    documents = [DOCUMENT, Document("empty", "")]
    assert json.loads(json.dumps(documents), name="d.json") == documents
    assert json.loads(json.dumps([]), name="d.json") == []


def test_the_fields_are_those_that_are_documented() -> None:
    content = standard.loads(json.dumps([DOCUMENT]))
    assert content["schema"] == 1
    (document,) = content["documents"]
    assert document["language"] == "es"
    assert document["sentences"] == [[0, 16]]
    assert document["spans"][0] == {
        "start": 0,
        "end": 16,
        "label": "ENFERMEDAD",
        "text": "edema piernas",
        "score": 0.1 + 0.2,
        "source": "person",
        "confirmed": False,
        "fragments": [[0, 5], [9, 16]],
        "codes": [{"system": "ATC", "code": "C07", "name": "β-bloqueante", "id": "N1"}],
        "attributes": [
            {"name": "Negated", "value": None, "id": "A1"},
            {"name": "Confidence", "value": "High", "id": ""},
        ],
        "notes": [{"text": "una\nnota", "id": "#1"}],
        "id": "T4",
    }
    for name in [*content, *document, *document["spans"][0]]:
        assert f"`{name}`" in (json.__doc__ or "") or f'"{name}"' in (json.__doc__ or "")


def test_one_document_stands_on_each_line_and_letters_stay_letters() -> None:
    lines = json.dumps([DOCUMENT, Document("ñ", "é")]).split("\n")
    assert len(lines) == 5
    assert '"id": "ñ"' in lines[2]


def test_the_text_can_be_written_document_by_document() -> None:
    writer = json.Writer()
    pieces = [writer.add(DOCUMENT), writer.add(Document("ñ", "é")), writer.end()]
    assert "".join(pieces) == json.dumps([DOCUMENT, Document("ñ", "é")])
    assert json.loads(json.Writer().end(), name="d") == []


def test_most_fields_may_be_missing_and_unknown_ones_are_passed_over() -> None:
    content = (
        '{"schema": 1, "made": 2, "documents": '
        '[{"id": "a", "text": "asma", "x": 1, "spans": [{"start": 0, "end": 4, "label": "X", "score": 1}]}]}'
    )
    assert json.loads(content, name="d") == [Document("a", "asma", spans=(Span(0, 4, "X", 1.0, "file"),))]


def with_document(fields: str) -> str:
    return f'{{"schema": 1, "documents": [{{"id": "a", "text": "asma", {fields}}}]}}'


def with_span(fields: str) -> str:
    return with_document(f'"spans": [{{"start": 0, "end": 4, "label": "X"}}, {{{fields}}}]')


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ("", "d.json, line 1: this is no JSON"),
        ('{"schema": 1,\n"documents": [}', "d.json, line 2: this is no JSON"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"schema": {"1" * 5000}}}', "too long"),
        ("[]", "d.json: An object is needed here"),
        ("{}", "'schema' is needed"),
        ('{"schema": true, "documents": []}', "'schema' is needed"),
        ('{"schema": 2, "documents": []}', "the schema is 2"),
        ('{"schema": 1}', "'documents' is needed"),
        ('{"schema": 1, "documents": [1]}', r"d.json, documents\[0\]: An object"),
        ('{"schema": 1, "documents": [{"id": "a"}]}', r"documents\[0\]: The field 'text'"),
        ('{"schema": 1, "documents": [{"id": "a", "text": "\\ud800"}]}', "'text' is needed and has to be a text"),
        (with_document('"language": 1'), "'language'"),
        (with_document('"sentences": [[0]]'), "'sentences'"),
        (with_document('"sentences": [[0, "4"]]'), r"sentences: The field 'end'"),
        (with_document('"sentences": [[0, 9]]'), "no place that ends at 9"),
        (with_document('"extra_lines": [1]'), "extra_lines"),
        (with_document('"spans": {}'), "'spans'"),
        (with_span('"start": 0, "end": 4'), r"spans\[1\]: The field 'label'"),
        (with_span('"start": 0.0, "end": 4, "label": "X"'), "'start'"),
        (with_span('"start": 4, "end": 4, "label": "X"'), "0 <= start < end"),
        (with_span('"start": 0, "end": 9, "label": "X"'), "no place that ends at 9"),
        (with_span('"start": 0, "end": 4, "label": "X", "score": 2'), "between 0 and 1"),
        (with_span('"start": 0, "end": 4, "label": "X", "score": NaN'), "between 0 and 1"),
        (with_span('"start": 0, "end": 4, "label": "X", "score": "1"'), "'score'"),
        (with_span('"start": 0, "end": 4, "label": "X", "text": "Asma"'), "text is not what the document has"),
        (with_span('"start": 0, "end": 4, "label": "X", "fragments": [[0, 2]]'), "two or more"),
        (with_span('"start": 0, "end": 4, "label": "X", "codes": [{"system": "ATC"}]'), r"codes\[0\]: .*'code'"),
    ],
)
def test_a_faulty_file_is_refused_by_name_and_place(content: str, fact: str) -> None:
    with pytest.raises(FormatError, match=fact) as raised:
        json.loads(content, name="d.json")
    assert str(raised.value).startswith("d.json")


@settings(max_examples=100, deadline=None)
@given(texts, texts, st.lists(texts, max_size=3), st.floats(0, 1))
def test_any_text_comes_back(name: str, text: str, lines: list[str], score: float) -> None:
    spans = (Span(0, len(text), "X", score, "model", notes=tuple(map(Note, lines))),) if text else ()
    document = Document(name, text, None, (), spans, tuple(lines))
    assert json.loads(json.dumps([document]), name="d") == [document]


def test_what_a_person_confirmed_and_reviewed_comes_back() -> None:
    document = Document("a", "asma", spans=(Span(0, 4, "A", confirmed=True),), reviewed=True)
    (back,) = json.loads(json.dumps([document]), name="x")
    assert (back.reviewed, back.spans[0].confirmed) == (True, True)
    with pytest.raises(FormatError, match="'reviewed' is needed and has to be true or false"):
        json.loads('{"schema": 1, "documents": [{"id": "a", "text": "x", "reviewed": 1}]}', name="x")
