"""Dictionary look-up and its two ways of joining the model's spans."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core import gazetteer as module
from cardioner_desktop.core.document import Code, Document, Span
from cardioner_desktop.core.gazetteer import Entry, Gazetteer, add_all, add_codes, add_guarded, read_gazetteer
from cardioner_desktop.core.names import clean_name, fold
from cardioner_desktop.errors import FormatError

NAMES = ["Aspirina", "ácido fólico", "ácido", "amoxicilina/clavulánico", "Straße", "İnsulin", "co-trimoxazol", "CA 125"]


def built(*names: str) -> Gazetteer:
    return Gazetteer(Entry(name, "DRUG") for name in names or NAMES)


def hits(text: str, *names: str) -> list[str]:
    return [text[span.start : span.end] for span in built(*names).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toma ASPIRINA y acido  folico.", ["ASPIRINA", "acido  folico"]),
        ("a\u0301cido fo\u0301lico, ÁCIDO", ["a\u0301cido fo\u0301lico", "ÁCIDO"]),
        ("die STRASSE, i\u0307nsulin, INSULIN", ["STRASSE", "i\u0307nsulin", "INSULIN"]),
        ("Amoxicilina/clavulanico", ["Amoxicilina/clavulanico"]),
        ("co\u2011trimoxazol", ["co\u2011trimoxazol"]),
        ("🙂 aspirina 🙂 aspirina", ["aspirina", "aspirina"]),
        ("aspirinas, miaspirina, aspirina2g", ["aspirina"]),
    ],
)
def test_names_are_found_at_their_places_in_the_original_text(text: str, expected: list[str]) -> None:
    assert hits(text) == expected


def test_the_longest_name_wins() -> None:
    assert hits("ácido fólico y ácido úrico") == ["ácido fólico", "ácido"]


def test_a_name_does_not_reach_over_a_line_end() -> None:
    assert hits("ácido\nfólico", "ácido fólico") == []
    assert hits("ácido\r\nfólico", "ácido fólico", "fólico") == ["fólico"]


def test_a_blank_inside_a_name_must_be_there() -> None:
    assert hits("co - trimoxazol, co-trimoxazol", "co-trimoxazol") == ["co-trimoxazol"]
    assert hits("ca125 ca 125", "ca 125") == ["ca 125"]


def test_a_short_code_is_not_torn_at_its_digits() -> None:
    assert hits("B12, b 12, K2, 5FU, fu", "b", "k", "fu") == ["b", "fu"]


def test_a_hit_carries_the_label_and_codes_of_its_entry() -> None:
    codes = (Code("ATC", "C07AB07", "bisoprolol"),)
    found = Gazetteer([Entry("bisoprolol", "DRUG", codes), Entry("Bisoprolol", "BRAND")]).find("Bisoprolol")
    assert found == [Span(0, 10, "BRAND", source="gazetteer"), Span(0, 10, "DRUG", source="gazetteer", codes=codes)]


def test_a_name_listed_twice_keeps_all_codes() -> None:
    twice = [Entry("zinc", "DRUG", (Code("ATC", "A"),)), Entry("Zinc", "DRUG", (Code("ATC", "B"), Code("ATC", "A")))]
    gazetteer = Gazetteer(twice)
    assert len(gazetteer) == 1
    assert [code.code for code in gazetteer.find("zinc")[0].codes] == ["A", "B"]


@given(
    text=st.text(alphabet=st.sampled_from("aáA\u0301ßsSİIi\u0307 \n-/1🙂"), max_size=40),
    names=st.lists(st.text(alphabet=st.sampled_from("aásßSİi\u0301 -/1"), min_size=1, max_size=6), max_size=5),
)
@settings(max_examples=200, deadline=None)
def test_what_is_found_folds_to_a_listed_name(text: str, names: list[str]) -> None:
    keys = {fold(" ".join(name.split())) for name in names}
    end = 0
    for span in Gazetteer(Entry(name, "DRUG") for name in names).find(text):
        assert span.start >= end
        end = span.end
        assert fold(" ".join(text[span.start : span.end].split())) in keys


@given(
    parts=st.lists(st.sampled_from(["a", "á", "a\u0301", "ß", "İ", "Z", "ñ", "-", " ", "12"]), min_size=1, max_size=9)
)
@settings(max_examples=150, deadline=None)
def test_a_name_is_found_in_any_case(parts: list[str]) -> None:
    name = "x" + "".join(parts) + "x"
    gazetteer = Gazetteer([Entry(name, "DRUG")])
    for text in (f"({name})", f"({name.upper()})", f"({name.lower()})", f"({unicodedata.normalize('NFD', name)})"):
        assert gazetteer.find(text) == [Span(1, len(text) - 1, "DRUG", source="gazetteer")]


def test_the_work_grows_linearly_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    original = Gazetteer._longest

    def counted(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Gazetteer, "_longest", counted)
    gazetteer = built("a a a a b", "a")
    assert len(gazetteer.find("a " * 1_000)) == 1_000
    assert calls == 1_000


def test_a_table_is_read_with_its_codes(tmp_path: Path) -> None:
    file = tmp_path / "names.tsv"
    file.write_text("name\tcodes\tsource\nbisoprolol\tATC:C07AB07|RXN:19484\topen\nzinc\t\topen\n", encoding="utf-8")
    found = read_gazetteer(file, label="DRUG").find("zinc, bisoprolol")
    assert [span.codes for span in found] == [
        (),
        (Code("ATC", "C07AB07", "bisoprolol"), Code("RXN", "19484", "bisoprolol")),
    ]


def test_a_table_may_name_labels_and_plain_atc_codes(tmp_path: Path) -> None:
    file = tmp_path / "names.tsv"
    file.write_text("name\tlabel\tatc\ngota\tDISEASE\t\nzinc\t\tA12CB|A12\n", encoding="utf-8")
    found = read_gazetteer(file, label="DRUG").find("gota zinc")
    assert [(span.label, [code.code for code in span.codes]) for span in found] == [
        ("DISEASE", []),
        ("DRUG", ["A12CB", "A12"]),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"title\nzinc\n", "line 1"),
        (b"", "line 1"),
        (b"name\tsource\nzinc\n", "line 2: 1 cells, not 2"),
        (b"name\tcodes\nzinc\tA12\n", "line 2: A12 is no code"),
        (b"name\nz\xffnc\n", "cannot be read as UTF-8"),
    ],
)
def test_a_damaged_table_is_refused_with_its_place(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "names.tsv"
    file.write_bytes(content)
    with pytest.raises(FormatError, match=message):
        read_gazetteer(file, label="DRUG")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("lidocaine 2%", "lidocaine"),
        ("ácido fólico ,4 mg", "ácido fólico"),
        ("heparin (500 UI/ml)", "heparin"),
        ("Amoxicilina 500 mg comprimidos recubiertos", "Amoxicilina"),
        ("Tachipirina 1000 mg compresse", "Tachipirina"),
        ("insulin 100 IU/ml injection", "insulin"),
        ("vitamin B12", "vitamin B12"),
        ("5-fluorouracil", "5-fluorouracil"),
        ("omega 3", "omega 3"),
        ("500 mg", ""),
    ],
)
def test_doses_and_forms_are_taken_off_a_name(name: str, clean: str) -> None:
    assert clean_name(name) == clean
    assert module.clean_name is clean_name


def test_all_merges_every_hit_in_place_of_the_candidate_it_coincides_with() -> None:
    document = Document(
        "note", "aspirina y ácido", spans=(Span(0, 8, "DRUG", score=0.2), Span(0, 8, "DISEASE", score=0.9))
    )
    assert add_all(built())(document).spans == (
        Span(0, 8, "DISEASE", score=0.9),
        Span(0, 8, "DRUG", source="gazetteer"),
        Span(11, 16, "DRUG", source="gazetteer"),
    )


def guarded(
    text: str, *spans: Span, names: tuple[str, ...] = ("aspirina", "sodio", "ácido fólico", "vita")
) -> list[Span]:
    stage = add_guarded(built(*names), support=0.2, threshold=0.5)
    return list(stage(Document("note", text, spans=spans)).spans)


def test_a_supported_candidate_under_a_name_is_raised_to_the_threshold() -> None:
    assert guarded("toma aspirina", Span(5, 13, "DRUG", score=0.3)) == [
        Span(5, 13, "DRUG", score=0.5, source="gazetteer")
    ]


def test_a_supported_candidate_of_another_extent_lets_the_hit_in_beside_it() -> None:
    candidate = Span(11, 17, "DRUG", score=0.3)
    assert guarded("toma ácido fólico", candidate) == [
        Span(5, 17, "DRUG", score=0.5, source="gazetteer"),
        candidate,
    ]


@pytest.mark.parametrize("mark", ["/", "-"])
def test_the_other_part_of_a_composed_name_joins_what_the_model_decided(mark: str) -> None:
    text = f"cita aspirina{mark}digoxina"
    left, right = Span(5, 14, "DRUG", score=0.8), Span(14, 22, "DRUG", score=0.3)
    assert guarded(text, left, right, names=("aspirina", "digoxina")) == [
        left,
        Span(14, 22, "DRUG", score=0.5, source="gazetteer"),
    ]


def test_a_name_that_is_spoken_for_needs_less_support() -> None:
    stage = add_guarded(built("aspirina", "sodio"), support=0.2, threshold=0.5, spoken_for=0.05)
    for text in ("toma aspirina", "toma algo de sodio 1 g"):
        start = max(text.find("aspirina"), text.find("sodio"))
        candidate = Span(start, start + 5, "DRUG", score=0.06)
        found = stage(Document("note", text, spans=(candidate,))).spans
        assert [span.source for span in found if span.source == "gazetteer"] == ["gazetteer"]
    silent = Span(8, 16, "DRUG", score=0.06)
    assert stage(Document("note", "alergia aspirina", spans=(silent,))).spans == (silent,)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("enalapril, aspirina", True),
        ("enalapril y aspirina", True),
        ("enalapril + aspirina, sodio", True),
        ("enalapril o, mejor, aspirina", False),
        ("enalapril. Aspirina", False),
        ("enalapril, vita", False),
    ],
)
def test_a_name_in_a_list_with_a_mention_needs_no_candidate(text: str, counts: bool) -> None:
    found = guarded(text, Span(0, 9, "DRUG", score=0.9))
    assert ("gazetteer" in [span.source for span in found]) is counts
    assert guarded(text, Span(0, 9, "DISEASE", score=0.9)) == [Span(0, 9, "DISEASE", score=0.9)]


def test_without_a_need_for_support_a_name_that_is_spoken_for_counts_alone() -> None:
    stage = add_guarded(built("aspirina"), support=0.2, threshold=0.5, spoken_for=0.0)
    assert stage(Document("note", "toma aspirina; aspirina")).spans == (
        Span(5, 13, "DRUG", score=0.5, source="gazetteer"),
    )


@pytest.mark.parametrize("mark", ["/", "-"])
def test_names_that_a_tight_mark_joins_are_one_hit(mark: str) -> None:
    text = f"toma aspirina{mark}sodio"
    assert (
        guarded(text, Span(5, 13, "DRUG", score=0.3))
        == [
            Span(5, 19, "DRUG", score=0.5, source="gazetteer"),
            Span(5, 13, "DRUG", score=0.3),
        ][::-1]
    )


@pytest.mark.parametrize(
    "candidate",
    [
        Span(5, 13, "DRUG", score=0.19),
        Span(5, 13, "DISEASE", score=0.4),
        Span(0, 4, "DRUG", score=0.4),
        Span(5, 16, "DRUG", score=0.7),
        Span(5, 13, "DRUG", source="person"),
    ],
)
def test_a_hit_without_need_or_support_changes_nothing(candidate: Span) -> None:
    assert guarded("cita aspirina hoy", candidate) == [candidate]


@pytest.mark.parametrize(
    "text",
    [
        "niveles séricos de sodio",
        "sodio 138 mEq/l",
        "sodio: 4,5 mmol/L",
        "sodio (na+) 138 mEq/ L",
        "sodio sérico normal",
        "serum sodio",
        "livelli di sodio",
        "sodio levels",
    ],
)
def test_a_laboratory_test_is_no_drug(text: str) -> None:
    start = text.index("sodio")
    candidate = Span(start, start + 5, "DRUG", score=0.4)
    assert guarded(text, candidate) == [candidate]


@pytest.mark.parametrize("text", ["niveles altos. Recibe sodio", "toma sodio 500 mg/8 h", "sodio oral", "sodio 1 g"])
def test_a_prescription_is_no_laboratory_test(text: str) -> None:
    start = text.index("sodio")
    assert guarded(text, Span(start, start + 5, "DRUG", score=0.4))[0].source == "gazetteer"


@pytest.mark.parametrize("word", ["vita", "fe"])
def test_a_common_or_very_short_word_is_no_drug(word: str) -> None:
    candidate = Span(3, 3 + len(word), "DRUG", score=0.4)
    assert guarded(f"la {word} oggi", candidate, names=(word,)) == [candidate]


def test_codes_go_to_every_span_that_coincides_with_a_hit_but_for_a_dose() -> None:
    codes = (Code("ATC", "B01AC06", "aspirina"),)
    gazetteer = Gazetteer([Entry("aspirina", "DRUG", codes)])
    spans = (
        Span(0, 8, "DRUG", score=0.95),
        Span(9, 17, "DRUG", score=0.1),
        Span(18, 31, "DRUG", score=0.9),
        Span(32, 46, "DRUG", score=0.9),
        Span(47, 55, "DISEASE", score=0.9),
    )
    document = Document("note", "aspirina aspirina aspirina 10mg aspirina forte aspirina", spans=spans)
    for stage in (add_guarded(gazetteer, support=0.2, threshold=0.5), add_codes(gazetteer)):
        assert [(span.start, span.codes) for span in stage(document).spans] == [
            (0, codes),
            (9, codes),
            (18, codes),
            (32, ()),
            (47, ()),
        ]
