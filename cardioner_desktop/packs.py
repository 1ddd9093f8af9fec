"""Model packs: folders with a manifest, an engine or two, a tokenizer, a gate, a gazetteer, a card and a licence.

This module alone knows their layout. Every file is checked against the size and the SHA-256 of the manifest.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from cardioner_desktop.core.document import Provenance
from cardioner_desktop.errors import PackError
from cardioner_desktop.paths import packs_folders

FORMAT = 1
MANIFEST = "manifest.toml"
SIGNATURE = "manifest.sig"  # beside a manifest; `security` knows what it says
TOKENIZER = "tokenizer.json"
GAZETTEER = "gazetteer.tsv"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a pack: its name in options, as written with `--labels corpus` and `--labels english`, the lowest
    calibrated score that counts, and the slope and offset of the calibration; where the label has a memory of mentions,
    its file, and the weights that then stand in place of the calibration; where it was measured, precision and recall
    at ascending thresholds."""

    name: str
    corpus: str
    english: str
    threshold: float
    calibration: tuple[float, float]
    memory: str = ""
    weights: tuple[float, ...] = ()
    curve: tuple[tuple[float, float, float], ...] = ()  # threshold, precision, recall


@dataclass(frozen=True, slots=True)
class PackWindows:
    """Lengths in sub-words: the largest window, what two windows of one sentence share, and the padded lengths; and
    whether the `mean` of its sub-words decides a word or the `first` one."""

    size: int
    overlap: int
    buckets: tuple[int, ...]
    pad_id: int
    words: str = "mean"


@dataclass(frozen=True, slots=True)
class PackGate:
    """The filter of one label: its file, and the lowest score of a word that lets its window through."""

    label: str
    file: str
    threshold: float


@dataclass(frozen=True, slots=True)
class Score:
    """A measured figure of one label: strict entity micro scores, with the 95 % interval of F1 over documents."""

    label: str
    measured_on: str
    documents: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack: its path with `/`, bytes, and SHA-256 in hexadecimal digits."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as its manifest describes it; `training` holds what the card tells about the run.

    `classes` says what the columns of the heads mean where one softmax covers them all: `O`, `B-` or `I-` with the name
    of a label; empty where each label has three columns of its own.
    """

    folder: Path
    name: str
    version: str
    language: str
    labels: tuple[Label, ...]
    windows: PackWindows
    engines: tuple[str, ...]
    default_engine: str
    gates: tuple[PackGate, ...]
    gazetteer_label: str
    gazetteer_support: float
    scores: tuple[Score, ...]
    training: Mapping[str, Any]
    files: tuple[PackFile, ...]
    classes: tuple[str, ...] = ()
    sha256: str = ""  # of the manifest, and so of the whole pack: it has the SHA-256 of every other file

    @property
    def provenance(self) -> Provenance:
        """What documents say of the pack that looked at them."""
        return Provenance(self.name, self.version, self.sha256)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def engine_folder(self, name: str | None) -> Path:
        """Where an engine's files lie; `None` asks for the default one."""
        name = name or self.default_engine
        if name not in self.engines:
            raise PackError(f"The pack {self.name} has no engine {name}; it has {', '.join(self.engines)}.")
        return self.folder / "engines" / name


def find_packs(places: Sequence[Path] | None = None) -> tuple[Path, ...]:
    """The folders of all packs in some places, by default those of this machine, the first of each name, by name."""
    found: dict[str, Path] = {}
    for place in packs_folders() if places is None else places:
        if place.is_dir():
            for folder in sorted(place.iterdir()):
                # A hidden one is on its way in or out.
                if not folder.name.startswith(".") and (folder / MANIFEST).is_file():
                    found.setdefault(folder.name, folder)
    return tuple(found[name] for name in sorted(found))


def read_pack(folder: Path, *, check: bool = True) -> Pack:
    """Read a pack, and check every file unless told otherwise; `PackError` names what is wrong."""
    try:
        content = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        raise PackError(f"{folder} is not a model pack: it holds no {MANIFEST}; name the folder of a pack.") from None
    except OSError as error:
        raise PackError(f"The manifest of pack {folder.name} cannot be read; install the pack again.") from error
    pack = parse_manifest(content, folder=folder, name=folder.name)
    if check:
        verify(pack)
    return pack


def verify(pack: Pack) -> None:
    """Compare every file with the manifest; `PackError` names the first one that differs, or that is not listed."""
    for _ in verified_files(pack):
        pass


def verified_files(pack: Pack) -> Iterator[PackFile]:
    """The files of a pack, each after it was compared with the manifest; raises as `verify`."""
    for file in pack.files:
        place = pack.folder / file.path
        if not place.is_file():
            raise PackError(f"The pack {pack.name} lacks its file {file.path}; install the pack again.")
        if place.stat().st_size != file.size or sha256(place) != file.sha256:
            raise PackError(
                f"The file {file.path} of pack {pack.name} is not the one that was packed; install the pack again."
            )
        yield file
    listed = {file.path for file in pack.files} | {MANIFEST, SIGNATURE}
    for place in sorted(pack.folder.rglob("*")):
        if place.is_file() and (name := place.relative_to(pack.folder).as_posix()) not in listed:
            raise PackError(f"The pack {pack.name} holds a file that its manifest does not list, {name}; remove it.")


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def parse_manifest(content: bytes, *, folder: Path, name: str) -> Pack:
    """The pack that a manifest describes; errors call it by `name`. No other file is looked at."""
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # tomllib's own, of bytes that are no text, of endless numbers
        raise PackError(f"The manifest of pack {name} cannot be read; install the pack again.") from error
    version = data.pop("format", None)
    if version != FORMAT:
        raise PackError(
            f"The pack {name} has format {version}, this program reads {FORMAT}; install a pack that fits it."
        )
    try:
        pack = Pack(
            folder=folder,
            name=str(data["name"]),
            version=str(data["version"]),
            language=str(data["language"]),
            labels=tuple(
                _value(
                    Label,
                    {
                        **row,
                        "calibration": tuple(map(float, row["calibration"])),
                        "curve": tuple(tuple(map(float, point)) for point in row.get("curve", ())),
                    },
                )
                for row in data["labels"]
            ),
            windows=_value(PackWindows, {**data["windows"], "buckets": tuple(map(int, data["windows"]["buckets"]))}),
            engines=tuple(map(str, data["engines"])),
            default_engine=str(data["default_engine"]),
            gates=tuple(_value(PackGate, row) for row in data.get("gates", ())),
            gazetteer_label=str(data["gazetteer"]["label"]),
            gazetteer_support=float(data["gazetteer"]["support"]),
            scores=tuple(_value(Score, row) for row in data.get("scores", ())),
            training=dict(data.get("training", {})),
            files=tuple(_value(PackFile, row) for row in data["files"]),
            classes=tuple(map(str, data.get("classes", ()))),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        _check(pack)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise PackError(f"The manifest of pack {name} is incomplete or wrong; install the pack again.") from error
    return pack


def _value(kind: type[Value], row: Mapping[str, Any]) -> Value:
    """Build a value with exactly its fields, each of its annotated type; one with a default may lack."""
    known = fields(kind)  # type: ignore[arg-type]
    wanted = {field.name: field.type for field in known}
    needed = {field.name for field in known if field.default is MISSING}
    if not needed <= set(row) <= set(wanted):
        raise ValueError(f"{kind.__name__} has the fields {sorted(wanted)}.")
    simple: dict[object, type] = {str: str, int: int, float: float}
    converted = {name: simple[wanted[name]](item) if wanted[name] in simple else item for name, item in row.items()}
    return kind(**converted)


def _check(pack: Pack) -> None:
    if not pack.labels or pack.default_engine not in pack.engines:
        raise ValueError("A pack has a label and its default engine.")
    for label in pack.labels:
        if not 0.0 <= label.threshold <= 1.0 or len(label.calibration) != 2:
            raise ValueError("A threshold lies between 0 and 1; a calibration is two numbers.")
        places = [threshold for threshold, _, _ in label.curve]
        if places != sorted(set(places)) or not all(0.0 <= value <= 1.0 for point in label.curve for value in point):
            raise ValueError("A curve is threshold, precision and recall from 0 to 1, the thresholds ascending.")
    if list(pack.windows.buckets) != sorted(pack.windows.buckets) or pack.windows.size > max(pack.windows.buckets):
        raise ValueError("Buckets ascend and the last one holds the largest window.")
    if pack.windows.words not in ("mean", "first"):
        raise ValueError("A word is decided by the mean of its sub-words or by the first.")
    names = {name.partition("-")[2] for name in pack.classes if name[:2] in ("B-", "I-")}
    if pack.classes and (names != {label.name for label in pack.labels} or "O" not in pack.classes):
        raise ValueError("The classes of a joint head are O, and B- or I- with each label.")
    for name in (*(file.path for file in pack.files), *pack.engines):
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
            raise ValueError("Files of a pack lie inside it.")
