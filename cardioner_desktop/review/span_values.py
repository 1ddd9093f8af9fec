"""Spans as lists that JSON knows, for files beside the letters: bounds, labels, scores and codes, never the text."""

from typing import Any, TypeVar

from cardioner_desktop.core.document import Attribute, Code, Fragment, Note, Span

Value = TypeVar("Value")


def span_value(span: Span) -> list[Any]:
    """Bounds, label, score and source, and an object with the rest where there is any."""
    rest: dict[str, Any] = {
        "fragments": [[part.start, part.end] for part in span.fragments],
        "attributes": [[one.name, one.value, one.id] for one in span.attributes],
        "codes": [[one.system, one.code, one.name, one.id] for one in span.codes],
        "notes": [[one.text, one.id] for one in span.notes],
        "id": span.id,
    }
    rest = {name: value for name, value in rest.items() if value}
    plain = [span.start, span.end, span.label, span.score, span.source]
    return [*plain, rest] if rest else plain


def span_of(value: list[Any]) -> Span:
    """The span of such a list; ValueError, TypeError, LookupError or AttributeError where it is none."""
    start, end, label, score, source = value[:5]
    rest: dict[str, Any] = value[5] if len(value) > 5 else {}
    return Span(
        of_type(int, start),
        of_type(int, end),
        of_type(str, label),
        None if score is None else float(score),
        of_type(str, source),
        tuple(Fragment(of_type(int, start), of_type(int, end)) for start, end in rest.get("fragments", ())),
        tuple(
            Attribute(of_type(str, name), None if said is None else of_type(str, said), of_type(str, own))
            for name, said, own in rest.get("attributes", ())
        ),
        tuple(Code(*(of_type(str, part) for part in one)) for one in rest.get("codes", ())),
        tuple(Note(*(of_type(str, part) for part in one)) for one in rest.get("notes", ())),
        of_type(str, rest.get("id", "")),
    )


def of_type(kind: type[Value], value: Any) -> Value:
    """A value of a type; a damaged journal that went through would fail much later, in the window."""
    if type(value) is not kind:
        raise TypeError(f"A value is no {kind.__name__}.")
    return value
