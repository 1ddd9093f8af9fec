"""The two configuration files that a brat server wants in a corpus folder."""

from collections.abc import Mapping, Sequence


def annotation_conf(labels: Sequence[str], *, attributes: Mapping[str, Sequence[str]] | None = None) -> str:
    """`annotation.conf` for these labels, with the four sections that brat demands.

    `attributes` names the attributes that spans may carry and their values: `{"Negated": ()}` for one without
    values, `{"Confidence": ("High", "Low")}` for one with them.
    """
    declared = []
    for name, values in (attributes or {}).items():
        choices = f", Value:{'|'.join(values)}" if values else ""
        declared.append(f"{name}\tArg:<ENTITY>{choices}")
    return _sections({"entities": labels, "relations": (), "events": (), "attributes": declared})


def visual_conf(colours: Mapping[str, str]) -> str:
    """`visual.conf`: for each label the background colour as brat takes it, `#ffd27f` or a CSS name."""
    drawing = ["SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken"]
    drawing.extend(f"{label}\tbgColor:{colour}" for label, colour in colours.items())
    return _sections({"labels": [f"{label} | {label}" for label in colours], "drawing": drawing})


def _sections(sections: Mapping[str, Sequence[str]]) -> str:
    return "\n".join("".join(f"{line}\n" for line in (f"[{name}]", *lines)) for name, lines in sections.items())
