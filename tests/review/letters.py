"""Letters that several tests review: invented text, candidates put by hand."""

from cardioner_desktop.core.document import Code, Document, Span
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.review.session import Session

TEXT = "Paciente con angina estable. Toma bisoprolol y aspirina; bisoprolol se suspende por angina."
POLICIES = {"es": Policy(thresholds={"ENFERMEDAD": 0.4, "FARMACO": 0.3})}
WORDS = (("angina", "ENFERMEDAD", 0.9), ("bisoprolol", "FARMACO", 0.8), ("aspirina", "FARMACO", 0.1))


def letter(name: str = "a", text: str = TEXT) -> Document:
    """Two diseases and two drugs above the thresholds, `aspirina` below; `bisoprolol` has its code."""
    spans = []
    for word, label, score in WORDS:
        place = text.find(word)
        codes = (Code("ATC", "C07AB07", word),) if word == "bisoprolol" else ()
        while place >= 0:
            spans.append(Span(place, place + len(word), label, score, codes=codes))
            place = text.find(word, place + 1)
    return Document(name, text, "es", spans=tuple(sorted(spans, key=lambda span: span.start)))


def opened(*names: str) -> Session:
    """A session with letters of these names open; `a` alone where none is given."""
    session = Session(POLICIES)
    for name in names or ("a",):
        session.open(letter(name, TEXT if name == "a" else f"{TEXT} Nota {name}."))
    return session


def seen(session: Session, name: str = "a") -> list[tuple[str, str, str]]:
    """Text, label and state of each mention of a letter."""
    one = session.letter(name)
    return [(one.document.text[m.span.start : m.span.end], m.span.label, m.state.value) for m in one.mentions]


def id_of(session: Session, word: str, name: str = "a") -> int:
    """The id of the first mention of a word."""
    one = session.letter(name)
    return next(m.id for m in one.mentions if one.document.text[m.span.start : m.span.end] == word)
