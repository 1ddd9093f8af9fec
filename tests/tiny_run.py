"""A run folder round the tiny packs, for commands that measure the packs of a run."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from tests.synthetic import write_corpora
from trainer.config import read_recipe

PACKS = Path(__file__).resolve().parent / "data" / "packs"


def write_run(folder: Path, *, recipe_text: str, documents: int) -> Path:
    """Corpora in `folder/corpora`, and the run that is returned: its packs say that they held the selection back."""
    write_corpora(folder / "corpora", documents=documents, seed=5)
    recipe = folder / "tiny.toml"
    recipe.write_text(recipe_text.replace("EPOCHS", "1.0"), encoding="utf-8")
    run = folder / "run"
    run.mkdir()
    facts = {"recipe": asdict(read_recipe(recipe)), "sibling": "choice"}
    (run / "tagger.json").write_text(json.dumps(facts), encoding="utf-8")
    (run / "model.safetensors").write_bytes(b"")
    shutil.copytree(PACKS, run / "packs")
    for manifest in (run / "packs").glob("*/manifest.toml"):
        text = manifest.read_text(encoding="utf-8")
        assert 'sibling = "shipped"' in text
        manifest.write_text(text.replace('sibling = "shipped"', 'sibling = "choice"'), encoding="utf-8")
    return run
