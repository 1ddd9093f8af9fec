"""What makes an int8 encoder compute the same bits on all x86 processors with AVX2.

Products of integers are exact, and CTranslate2's own kernels are the same on all of these processors. What differs is
the order in which oneDNN's kernels round the two float products of attention, and one flipped rounding before the next
quantization grows through the layers into hundredths of a score. Two things decide (measured with oneDNN's kernels for
AVX2 and for AVX-512, which are those that a processor can get):

- The factor 1/sqrt(d) of queries and keys is applied to the products by one kernel and to the queries by the other.
  Both give the same bits where the factor is a power of two, as with heads 64 wide. With others it is moved into the
  projection of the queries, whose int8 weights stay as they are: only their scales and biases change.
- The kernel for AVX2 computes six queries at once, and what is left over in another order. So a window is padded until
  none of its own rows is left over: see `padded`.
"""

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROWS = 6
"""Queries that oneDNN's kernel for AVX2 computes at once."""

_VERSION = 6
_FLOAT32 = 0
_QUERIES = "self_attention/linear_0/"
_SCALE = "self_attention/queries_scale"


class Given:
    """A file in memory, let go as soon as it was read: CTranslate2 keeps a copy of its own."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self) -> bytes:
        data, self._data = self._data, b""
        return data


@dataclass(frozen=True, slots=True)
class Model:
    """An engine's files by name where they have been changed, else `None`; and how many positions its encoder knows,
    0 where that cannot be told."""

    files: dict[str, Given] | None = None
    positions: int = 0


def padded(length: int, bucket: int, *, positions: int) -> int:
    """How far to pad a window: to its bucket, and where its own rows would be left over there, to the next multiple of
    `ROWS`, if that many positions are known."""
    further = -(-bucket // ROWS) * ROWS
    return further if bucket - bucket % ROWS < length and further <= positions else bucket


def read_model(folder: Path) -> Model:
    """The files of an engine, the factor of attention moved where that is called for. Raises `OSError`."""
    content = (folder / "model.bin").read_bytes()
    try:
        variables, begin, end = _variables(memoryview(content))
        positions = next(one.shape[0] for one in variables if one.name.endswith("position_encodings/encodings"))
        changed = _with_factor_in_queries(memoryview(content), variables, begin, end)
    except (struct.error, ValueError, LookupError, StopIteration, ZeroDivisionError):
        return Model()  # no file that we know: CTranslate2 reads it, or says what is wrong with it
    if changed is None:
        return Model(None, positions)
    others = {file.name: Given(file.read_bytes()) for file in folder.glob("*.json")}
    return Model({**others, "model.bin": Given(changed)}, positions)


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable of a model: its name, shape and type, and where all of it and where its data lie in the file."""

    name: str
    shape: tuple[int, ...]
    type: int
    start: int
    data: int
    end: int


def _with_factor_in_queries(view: memoryview, variables: Sequence[_Variable], begin: int, end: int) -> bytes | None:
    """The file with the factor in the queries; `None` where it is right as it is, or where it is not ours."""
    known = {one.name: one for one in variables}
    heads = known["encoder/num_heads"]
    number = int.from_bytes(view[heads.data : heads.end], "little")
    scales = [one for one in variables if one.name.endswith(f"{_QUERIES}weight_scale")]
    if not scales or any(one.name.endswith(_SCALE) for one in variables):
        return None
    width = scales[0].shape[0] // 3
    factor = 1.0 / math.sqrt(width // number)
    if math.frexp(factor)[0] == 0.5:
        return None
    parts: list[bytes | memoryview] = [view[: begin - 4], struct.pack("<I", len(variables) + len(scales))]
    for one in variables:
        if not one.name.endswith((f"{_QUERIES}weight_scale", f"{_QUERIES}bias")):
            parts.append(view[one.start : one.end])
            continue
        if one.type != _FLOAT32 or one.shape != (3 * width,):  # shared keys, or weights that are not int8
            return None
        values = np.frombuffer(view[one.data : one.end], dtype="<f4").copy()
        # What a weight was multiplied by before it was rounded, so a smaller weight has a larger scale.
        values[:width] *= np.float32(factor if one.name.endswith("bias") else 1.0 / factor)
        parts += [view[one.start : one.data], values.tobytes()]
    for one in scales:
        name = one.name.removesuffix(f"{_QUERIES}weight_scale") + _SCALE
        parts.append(_text(name) + struct.pack("<BBIf", 0, _FLOAT32, 4, 1.0))
    return b"".join([*parts, view[end:]])


def _variables(view: memoryview) -> tuple[list[_Variable], int, int]:
    """The variables of a model, and where their list begins and ends."""
    (version,) = struct.unpack_from("<I", view, 0)
    if version != _VERSION:
        raise ValueError("Another version of the format.")
    _, place = _read_text(view, 4)
    _, number = struct.unpack_from("<II", view, place)
    begin = place = place + 8
    found = []
    for _ in range(number):
        start = place
        name, place = _read_text(view, place)
        shape = struct.unpack_from(f"<{view[place]}I", view, place + 1)
        place += 1 + 4 * len(shape)
        kind, size = struct.unpack_from("<BI", view, place)
        place += 5
        found.append(_Variable(name, shape, kind, start, place, place + size))
        place += size
    if place > len(view):
        raise ValueError("The file is cut off.")
    return found, begin, place


def _read_text(view: memoryview, place: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<H", view, place)
    return bytes(view[place + 2 : place + 1 + length]).decode("ascii"), place + 2 + length


def _text(value: str) -> bytes:
    return struct.pack("<H", len(value) + 1) + value.encode("ascii") + b"\0"
