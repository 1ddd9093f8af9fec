"""Packs that are fitted anew on five folds: new values, figures over all documents, the model untouched."""

import shutil
from pathlib import Path

import pytest

from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.pipelines import Options, pack_stages
from tests.synthetic import write_everything
from trainer.config import read_recipe
from trainer.fitting.evaluate import candidates
from trainer.fitting.tagged import tagged_by
from trainer.learning.train import train
from trainer.packing.refit import refit

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

PACKS = Path(__file__).resolve().parents[2] / "data" / "packs"
DOCUMENTS = 10


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    recipe = read_recipe(write_everything(folder, documents=DOCUMENTS, epochs=4.0))
    base = folder / "models" / "tiny-base"
    for sibling in (f"fold-{fold}" for fold in range(1, 6)):
        train(
            recipe,
            base=str(base),
            tokenizer_file=base / "tokenizer.json",
            corpora=folder / "corpora",
            out=folder / sibling,
            sibling=sibling,
            threads=1,
        )
    return folder


@pytest.fixture(scope="module")
def runs(workshop: Path) -> list[Path]:
    return [workshop / f"fold-{fold}" for fold in range(1, 6)]


@pytest.fixture(scope="module")
def lines(workshop: Path, runs: list[Path]) -> list[str]:
    shutil.copytree(PACKS, workshop / "packs")
    return list(refit(workshop / "packs", runs, corpora=workshop / "corpora", version="0.0.9", threads=1))


@pytest.fixture(scope="module")
def packs(workshop: Path, lines: list[str]) -> list[Pack]:
    assert lines
    return [read_pack(workshop / "packs" / language) for language in ("es", "en", "it")]


def test_every_document_of_every_fold_is_measured(packs: list[Pack], lines: list[str]) -> None:
    assert [line.split(":")[0] for line in lines] == ["en drug", "es disease", "es drug", "it drug"]
    for pack in packs:
        assert pack.version == "0.0.9"
        assert {(score.measured_on, score.documents) for score in pack.scores} == {("five folds", DOCUMENTS)}
        card = (pack.folder / "CARD.md").read_text(encoding="utf-8")
        assert "`fold-1` to `fold-5`" in card
        assert all(f"{score.f1:.4f}" in card for score in pack.scores)


def test_the_model_stays_and_the_values_are_new(packs: list[Pack]) -> None:
    for pack in packs:
        old = read_pack(PACKS / pack.folder.name)
        files = [{file.path: file.sha256 for file in one.files if file.path != "CARD.md"} for one in (old, pack)]
        assert files[0] == files[1]
        assert (pack.gates, pack.gazetteer_label, pack.windows) == (old.gates, old.gazetteer_label, old.windows)
        for label, before in zip(pack.labels, old.labels, strict=True):
            assert (label.calibration, label.weights) != (before.calibration, before.weights)
            assert [point[0] for point in label.curve] == sorted(point[0] for point in label.curve) != []


def test_a_pack_fitted_anew_still_tags(packs: list[Pack], workshop: Path, runs: list[Path]) -> None:
    pack = packs[0]
    gold = [one.gold for one in tagged_by(runs, "es", workshop / "corpora", threads=1)]
    assert len(gold) == len({document.id for document in gold}) == DOCUMENTS
    assert any(document.spans for document in candidates(pack_stages(pack, Options()), gold))


def test_four_folds_are_not_five(workshop: Path, runs: list[Path]) -> None:
    with pytest.raises(UsageError, match="one run of each of the siblings fold-1"):
        list(refit(workshop / "packs", runs[1:], corpora=workshop / "corpora", version="1"))


def test_packs_of_another_recipe_are_left_alone(workshop: Path, runs: list[Path], tmp_path: Path) -> None:
    folder = shutil.copytree(PACKS / "es", tmp_path / "es")
    manifest = folder / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    assert 'recipe = "tiny"' in text
    manifest.write_text(text.replace('recipe = "tiny"', 'recipe = "other"'), encoding="utf-8")
    with pytest.raises(UsageError, match="is of the recipe other, not of tiny"):
        list(refit(tmp_path, runs, corpora=workshop / "corpora", version="1"))
    assert 'version = "0.0.9"' not in manifest.read_text(encoding="utf-8")
