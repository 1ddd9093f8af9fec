"""The paper's systems run end to end on tiny random bases under their names, each kind of encoder and tokenizer."""

import json
import lzma
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner, Result
from transformers import (
    BertConfig,
    DebertaV2Config,
    DebertaV2Model,
    DistilBertConfig,
    DistilBertModel,
    PreTrainedConfig,
    PreTrainedModel,
    RobertaConfig,
    RobertaModel,
    XLMRobertaConfig,
    XLMRobertaModel,
)
from transformers import BertModel as Bert

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.windows import SubwordTokenizer
from tests.synthetic import TEMPLATES, write_base, write_corpora, write_gazetteers
from trainer.commands.ablation import ablation as ablation_command
from trainer.commands.reproduce import reproduce as reproduce_command
from trainer.fitting.found import open_run
from trainer.learning.bases import AbsentError, base_folder, tokenizer_file
from trainer.measuring.published import read_published
from trainer.measuring.reproduce import CELLS, TABLE, read_cells

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

WIDE = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 4, "intermediate_size": 32}
LONG = {"max_position_embeddings": 520, "pad_token_id": 1}
BASES: dict[str, tuple[type[PreTrainedConfig], type[PreTrainedModel], dict[str, int]]] = {
    "roberta-base-biomedical-clinical-es": (RobertaConfig, RobertaModel, WIDE),
    "deberta-v3-base": (DebertaV2Config, DebertaV2Model, WIDE),
    "xlm-roberta-base": (XLMRobertaConfig, XLMRobertaModel, WIDE),
    "BioLinkBERT-base": (BertConfig, Bert, WIDE),
    "ClinicalBERT": (DistilBertConfig, DistilBertModel, {"dim": 32, "n_layers": 1, "n_heads": 4, "hidden_dim": 32}),
}
RUN = (
    "disease-deberta-v3-base",
    "disease-clin-x-es",
    "drug-xlm-r-med",
    "drug-xlm-r-med-filter-dict1",
    "drug-en-clinicalbert",
    "drug-monolingual-both",
)


def write_workshop(folder: Path) -> None:
    """Corpora where the recipes look for them, bases under their names, drug lists, and texts to adapt on."""
    write_corpora(folder / "temist", documents=2, seed=1)
    write_corpora(folder / "cardioccc", documents=2, seed=2)
    for name in ("temist", "cardioccc"):
        place = folder / "corpora" / "multicardioner" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (folder / name / "synthetic").rename(place)
    for file in list((folder / "corpora" / "multicardioner" / "cardioccc").rglob("note*")):
        file.rename(file.with_name(f"heart-{file.name}"))
    (folder / "corpora" / "multicardioner" / "selection.txt").write_text("heart-note0\n", encoding="utf-8")
    write_base(folder / "tiny")
    tokenizer = (folder / "tiny" / "tokenizer.json").read_text(encoding="utf-8")
    size = len(json.loads(tokenizer)["model"]["vocab"])
    for name, (config, model, sizes) in BASES.items():
        torch.manual_seed(0)
        model(config(vocab_size=size, **sizes, **LONG)).save_pretrained(folder / "models" / name)
        (folder / "models" / name / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    write_gazetteers(folder / "gazetteers")
    for language, templates in TEMPLATES.items():
        (folder / "texts" / language).mkdir(parents=True)
        lines = "".join(f"{number} {text}\n" for number in range(40) for text in templates)
        with lzma.open(folder / "texts" / language / "train.txt.xz", "wt", encoding="utf-8") as stream:
            stream.write(lines)


def call(folder: Path, only: Sequence[str] = RUN, *, texts: bool = True) -> Result:
    arguments = [f"--{name}={folder / name}" for name in ("corpora", "models", "gazetteers", "out")]
    arguments += [f"--texts={folder / 'texts'}"] if texts else []
    arguments += [f"--only={name}" for name in only]
    return CliRunner().invoke(reproduce_command, [*arguments, "--threads=1"], catch_exceptions=False)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    write_workshop(folder)
    return folder


@pytest.fixture(scope="module")
def printed(workshop: Path) -> str:
    result = call(workshop)
    assert result.exit_code == 0
    return result.output


def test_every_system_whose_base_is_at_hand_gets_a_cell(workshop: Path, printed: str) -> None:
    cells = read_cells(workshop / "out" / CELLS)
    three = {"es", "en", "it"}
    assert {name: set(of_system) for name, of_system in cells.items()} == {
        "disease-deberta-v3-base": {"es"},
        "drug-xlm-r-med": three,
        "drug-xlm-r-med-filter-dict1": three,
        "drug-en-clinicalbert": {"en"},
        "drug-monolingual-both": three,
    }
    assert cells["drug-xlm-r-med"]["es"].documents == 2  # all of cardioccc
    assert cells["drug-monolingual-both"]["es"].documents == 1  # the selection document
    # The dictionary holds every drug of the notes; a model of one layer alone does not find them.
    assert cells["drug-xlm-r-med-filter-dict1"]["es"].token.recall > 0.9


def test_an_absent_base_is_one_sentence_that_names_it(printed: str) -> None:
    line = next(line for line in printed.split("\n") if line.startswith("disease-clin-x-es,"))
    assert "llange/xlm-roberta-large-spanish-clinical is not at hand" in line
    assert "below --models as xlm-roberta-large-spanish-clinical" in line


def test_a_base_that_must_be_adapted_asks_for_texts(workshop: Path, printed: str) -> None:
    result = call(workshop, ["drug-it-bert-italian-med"], texts=False)
    assert "pretrain-bert-italian-med is dbmdz/bert-base-italian-cased adapted" in result.output
    assert "--texts" in result.output


def test_proprietary_data_is_a_recipe_only(workshop: Path, printed: str) -> None:
    output = call(workshop, ["disease-deberta-v3-base-data1"]).output
    assert "below --models as deberta-v3-base-data1." in output
    assert "hub's cache" not in output


def test_the_table_holds_ours_beside_the_published_figures(workshop: Path, printed: str) -> None:
    rows = (workshop / "out" / TABLE).read_text(encoding="utf-8").split("\n")
    cells = read_cells(workshop / "out" / CELLS)
    figures = sum(len(system.figures) for system in read_published().systems)
    assert sum(row.startswith(("| 5", "| 6", "| 7", "| 8", "| 9")) for row in rows) == figures
    row = next(row for row in rows if "| Deberta-v3-base |" in row)
    ours = cells["disease-deberta-v3-base"]["es"].token
    assert "| 0.786 | 0.784 | 0.785 |" in row
    assert f"| {ours.precision:.3f} | {ours.recall:.3f} | {ours.f1:.3f} | {ours.f1 - 0.785:+.3f} |" in row
    assert "not run" in next(row for row in rows if "| CLIN-X-ES |" in row)
    together = next(row for row in rows if "| XLMR-med | all |" in row)
    assert "| 6 |" in together
    assert "| 0.873 |" in together


def test_finished_rows_are_kept(workshop: Path, printed: str) -> None:
    before = (workshop / "out" / CELLS).read_bytes()
    weights = (workshop / "out" / "drug-xlm-r-med" / "model.safetensors").stat().st_mtime_ns
    output = call(workshop).output
    assert output.count("finished before") == 11
    assert (workshop / "out" / CELLS).read_bytes() == before
    assert (workshop / "out" / "drug-xlm-r-med" / "model.safetensors").stat().st_mtime_ns == weights


def test_an_unknown_system_is_refused(workshop: Path) -> None:
    with pytest.raises(UsageError, match="has no system joint"):
        call(workshop, ["joint"])


def test_the_ablation_measures_every_variant_on_what_the_run_never_saw(workshop: Path, printed: str) -> None:
    out = workshop / "out"
    arguments = [f"--{name}={workshop / name}" for name in ("corpora", "gazetteers")]
    arguments += [f"--sentence-filter={out / 'filter-xlm-r-med'}", "--lang=it", f"--out={workshop / 'ablation.md'}"]
    result = CliRunner().invoke(ablation_command, [str(out / "drug-xlm-r-med"), *arguments], catch_exceptions=False)
    rows = [row.split(" | ") for row in (workshop / "ablation.md").read_text(encoding="utf-8").split("\n")[2:] if row]
    assert [row[3] for row in rows] == [
        "plain",
        "--rules paper",
        "+ dict1",
        "+ dict2",
        "+ guarded",
        "+ gate (ours)",
        "+ filter (published)",
        "+ filter --rules paper",
        "+ filter + dict1 --rules paper",
        "+ filter + dict2 --rules paper",
    ]
    assert {row[1] for row in rows} == {"it"}
    recall = {row[3]: float(row[9]) for row in rows}
    assert recall["+ dict1"] > recall["+ dict2"]  # all names of the list but one come from DrugBank alone
    # The same model, dictionary and rules as a cell of the reproduction.
    cell = read_cells(out / CELLS)["drug-xlm-r-med-filter-dict1"]["it"]
    row = next(row for row in rows if row[3] == "+ filter + dict1 --rules paper")
    assert row[8:11] == [f"{cell.entity.precision:.4f}", f"{cell.entity.recall:.4f}", f"{cell.entity.f1:.4f}"]
    assert result.output.count("\n") == len(rows) + 2


def test_a_run_that_learned_from_all_its_corpora_cannot_be_measured(workshop: Path, printed: str) -> None:
    arguments = [f"--{name}={workshop / name}" for name in ("corpora", "gazetteers")]
    run = workshop / "out" / "drug-en-biolinkbert-both"
    with pytest.raises(UsageError, match="learned from all corpora of its recipe"):
        CliRunner().invoke(ablation_command, [str(run), *arguments], catch_exceptions=False)


def test_a_document_that_a_run_learned_from_is_refused(workshop: Path, printed: str) -> None:
    run = workshop / "out" / "drug-xlm-r-med"
    facts = json.loads((run / "tagger.json").read_text(encoding="utf-8"))
    assert "heart-note1" not in open_run(run).learned_from
    stained = workshop / "stained"
    stained.mkdir()
    (stained / "model.safetensors").write_bytes((run / "model.safetensors").read_bytes())
    facts["learned_from"].append("heart-note1")
    (stained / "tagger.json").write_text(json.dumps(facts), encoding="utf-8")
    arguments = [f"--{name}={workshop / name}" for name in ("corpora", "gazetteers")]
    with pytest.raises(UsageError, match="learned from heart-note1"):
        CliRunner().invoke(ablation_command, [str(stained), *arguments], catch_exceptions=False)


def test_a_base_is_found_in_the_cache_of_the_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(AbsentError, match="some/encoder is not at hand"):
        base_folder("some/encoder")
    snapshot = tmp_path / "models--some--encoder" / "snapshots" / "c0ffee"
    snapshot.mkdir(parents=True)
    (tmp_path / "models--some--encoder" / "refs").mkdir()
    (tmp_path / "models--some--encoder" / "refs" / "main").write_text("c0ffee", encoding="utf-8")
    (snapshot / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(AbsentError):
        base_folder("some/encoder")  # a download that broke off has no weights
    (snapshot / "pytorch_model.bin").write_bytes(b"")
    assert base_folder("some/encoder") == snapshot


WORDS = ("bisoprolol", "se", "inicia", "##olol")


@pytest.mark.parametrize("kind", ["bert", "roberta"])
def test_a_base_with_older_vocabulary_files_gets_a_tokenizer(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / kind
    folder.mkdir()
    if kind == "bert":
        BertConfig(vocab_size=9).save_pretrained(folder)
        pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]
        (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    else:
        RobertaConfig(vocab_size=9).save_pretrained(folder)
        pieces = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", "s", "e", "Ġ", "se"]
        (folder / "vocab.json").write_text(json.dumps({piece: n for n, piece in enumerate(pieces)}), encoding="utf-8")
        (folder / "merges.txt").write_text("#version: 0.2\ns e\n", encoding="utf-8")
    spare = tmp_path / "tokenizers" / "spare.json"
    assert tokenizer_file(folder, spare) == spare
    assert SubwordTokenizer(spare).ids("se")[1:-1] == [pieces.index("se")]


def test_a_base_without_a_tokenizer_is_one_sentence(tmp_path: Path) -> None:
    BertConfig(vocab_size=100).save_pretrained(tmp_path)
    with pytest.raises(AbsentError, match=r"put a tokenizer\.json there"):
        tokenizer_file(tmp_path, tmp_path / "spare.json")
    assert not (tmp_path / "spare.json").exists()
