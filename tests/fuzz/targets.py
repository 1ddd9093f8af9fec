"""What is tried: every reader of a file that comes from outside, or that may have been damaged.

A target takes bytes. It returns what became of them, in a few words that many files share, and raises nothing for a
file of any content: whatever else comes out is a fault.
"""

from tests.fuzz import annotations, kept, letters
from tests.fuzz.outcome import Target


def targets() -> dict[str, Target]:
    """All of them by name."""
    return {target.name: target for room in (letters, annotations, kept) for target in room.targets()}
