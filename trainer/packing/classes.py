"""What the classes of a published checkpoint mean: BIO, IO or BIOES tags of its types, mapped to labels of ours."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import UsageError
from trainer.config import RecipeLabel

NAMES = Path(__file__).with_name("label_names.toml")
OUTSIDE = "O"
_TAGS = {"B": "B", "S": "B", "U": "B", "I": "I", "M": "I", "E": "I", "L": "I"}  # S and U: a mention of one word
_TAGGED = re.compile(rf"([{''.join(_TAGS)}])[-_](.+)")
_NUMBERED = re.compile(r"LABEL_\d+")


def map_classes(classes: Sequence[str], given: Mapping[str, str]) -> tuple[tuple[RecipeLabel, ...], tuple[str, ...]]:
    """The labels of a checkpoint, and for each of its classes `O`, or `B-` or `I-` with the name of a label.

    `given` is what a person says: a class, or a type (a class without its tag), to the name of a label, to a tag and a
    name (`B-disease`), or to nothing, which leaves it out. `UsageError` where it names what the checkpoint has not,
    where classes are only numbered, and where nothing would be marked.
    """
    known = {*classes, *(_parts(name)[1] for name in classes)}
    for name in given:
        if name not in known:
            raise UsageError(f"The checkpoint has no class {name} to map; it has {', '.join(classes)}.")
    meant = [_meaning(name, given) for name in classes]
    labels = {name: _label(name) for _, name in meant if name}
    if not labels or all(name for _, name in meant):
        raise UsageError(
            "A checkpoint needs a class for words outside and one for a label; say with --map CLASS= and "
            f"--map CLASS=B-label which they are among {', '.join(classes)}."
        )
    return tuple(labels.values()), tuple(f"{tag}-{name}" if name else OUTSIDE for tag, name in meant)


def label_of_type(kind: str) -> RecipeLabel:
    """The label that a type means, as corpora or checkpoints of others write it: one we know, or a new one."""
    label = _label(_our_name(kind))
    return label if label.name in _known() else RecipeLabel(label.name, kind, kind)


def _parts(name: str) -> tuple[str, str]:
    """The tag and the type of a class; one without a tag is the inside of its type, wherever it stands."""
    found = _TAGGED.fullmatch(name)
    return (_TAGS[found[1]], found[2]) if found else ("I", name)


def _meaning(name: str, given: Mapping[str, str]) -> tuple[str, str]:
    """The tag and our label of a class; empty for the outside."""
    tag, kind = _parts(name)
    wanted = given.get(name, given.get(kind))
    if wanted is None:
        if name == OUTSIDE:
            return "", ""
        if _NUMBERED.fullmatch(name):
            raise UsageError(
                f"The checkpoint does not say what its class {name} means; say it for each with --map "
                f"{name}=B-disease, --map {name}=I-disease or, for the outside, --map {name}=."
            )
        return tag, _our_name(kind)
    own = re.fullmatch(r"([BI])-(.+)", wanted)
    if own:
        return own[1], _our_name(own[2])
    return (tag, _our_name(wanted)) if wanted else ("", "")


def _our_name(kind: str) -> str:
    """The name under which we know a type, or a plain form of its own."""
    letters = re.sub(r"[^a-z0-9]", "", fold(kind))
    for name, row in _known().items():
        if letters == name or letters in row["others"].split():
            return name
    name = re.sub(r"[^a-z0-9]+", "_", fold(kind)).strip("_")
    if not name:
        raise UsageError(f"The type {kind} makes no name; write it with letters, or with --map {kind}=name.")
    return name


def _label(name: str) -> RecipeLabel:
    row = _known().get(name)
    return RecipeLabel(name, row["corpus"], row["english"]) if row else RecipeLabel(name, name.upper(), name.upper())


def _known() -> dict[str, dict[str, str]]:
    rows: list[dict[str, str]] = tomllib.loads(NAMES.read_text(encoding="utf-8"))["labels"]
    return {row["name"]: row for row in rows}
