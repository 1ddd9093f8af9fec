"""What the tagger asks of an inference engine."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core import bio

Probabilities = NDArray[np.float32]


class Engine(Protocol):
    """Scores windows of sub-words.

    The scores of a window depend on that window alone: not on its neighbours, their number, their order or the
    number of threads.
    """

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        """For each window, an array of sub-words x labels x 3 (OUTSIDE, BEGIN, INSIDE) that sums to one over the last
        axis. Windows come as vocabulary ids, the special ones included."""
        ...


def bucket(length: int, buckets: Sequence[int]) -> int:
    """The smallest bucket that holds a window; `ValueError` when none does."""
    for size in buckets:
        if length <= size:
            return size
    raise ValueError(f"A window of {length} sub-words is longer than the largest bucket, {max(buckets)}.")


def columns_of(classes: Sequence[str], labels: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The label's place and the tag that each class of one joint softmax stands for; `O` has the place -1.

    `ValueError` for a class that is neither `O` nor `B-` or `I-` with one of the labels.
    """
    tags = {"B": bio.BEGIN, "I": bio.INSIDE}
    result: list[tuple[int, int]] = []
    for name in classes:
        tag, _, label = name.partition("-")
        if name != "O" and (tag not in tags or label not in labels):
            raise ValueError(f"{name} is no class of the labels {', '.join(labels)}.")
        result.append((-1, bio.OUTSIDE) if name == "O" else (list(labels).index(label), tags[tag]))
    return tuple(result)


def head_probabilities(
    hidden: NDArray[np.float32],
    heads: NDArray[np.float32],
    length: int,
    *,
    classes: Sequence[tuple[int, int]] = (),
) -> Probabilities:
    """Apply the linear heads to one padded window and normalise.

    `hidden` is bucket x width, `heads` is (width + 1) x columns with the biases in the last row: three columns for each
    label, or, where `classes` says what they are, those of one softmax. All is computed in double precision: the order
    of summation, which depends on the shape and the processor, is then lost when the result is rounded.
    """
    logits = hidden[:length].astype(np.float64) @ heads[:-1] + heads[-1]
    return joint_probabilities(logits, classes) if classes else _normalised(logits.reshape(length, -1, 3))


def joint_probabilities(logits: NDArray[np.floating], classes: Sequence[tuple[int, int]]) -> Probabilities:
    """From the logits of one softmax over all classes (sub-words x classes) to sub-words x labels x 3.

    Classes that mean the same are summed. OUTSIDE is the best of everything that is not the label: so the most
    probable class of all is the most probable one of its label too, as when the checkpoint decides by itself (their
    sum would let two labels that share the rest both lose against it), and with a single label nothing changes.
    """
    labels = 1 + max(label for label, _ in classes)
    scores = np.full((len(logits), labels + 1, 3), -np.inf)  # the last label: outside all of them
    for column, (label, tag) in enumerate(classes):
        scores[:, label, tag] = np.logaddexp(scores[:, label, tag], logits[:, column])
    result = scores[:, :labels].copy()
    for label in range(labels):
        others = np.delete(scores, label, axis=1)
        result[:, label, bio.OUTSIDE] = others.reshape(len(logits), -1).max(axis=1)
    return _normalised(result)


def _normalised(logits: NDArray[np.float64]) -> Probabilities:
    logits = logits - logits.max(axis=-1, keepdims=True)
    odds = np.exp(logits)
    result: Probabilities = (odds / odds.sum(axis=-1, keepdims=True)).astype(np.float32)
    return result
