"""Synthetic corpora, a tiny random base and tiny packs, all made from templates written for these tests.

`python -m tests.synthetic OUT` makes the packs that tests/data/packs holds.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import BertConfig, BertModel

DRUGS = (
    "bisoprolol furosemida furosemide ramipril amiodarona amiodarone apixaban warfarin warfarina eplerenone "
    "digoxina digoxin atorvastatina atorvastatin heparina heparin metformina metformin enalapril carvedilol"
).split()
DISEASES = (
    "insuficiencia cardiaca|fibrilación auricular|hipertensión arterial|estenosis aórtica|angina|infarto de miocardio|"
    "diabetes mellitus|endocarditis|miocarditis|neumonía"
).split("|")
TEMPLATES = {
    "es": (
        "Paciente con {disease} en tratamiento con {drug}.",
        "Se inicia {drug} 5 mg cada 12 horas por {disease}.",
        "Antecedentes de {disease} y {disease}.",
        "Buen estado general, sin fiebre, afebril y eupneico.",
        "Se suspende {drug} y se pauta {pair}.",
        "La exploración fue normal y se dio el alta.",
    ),
    "en": (
        "Patient on {drug} and {drug} at home.",
        "We started {drug} 5 mg twice daily.",
        "The examination was normal and he was discharged.",
        "Treatment with {pair} was stopped.",
        "No fever, no chest pain, good general condition.",
    ),
    "it": (
        "Paziente in terapia con {drug} e {drug}.",
        "Si inizia {drug} 5 mg due volte al giorno.",
        "Esame obiettivo nella norma, si dimette.",
        "Sospesa la terapia con {pair}.",
        "Non febbre, non dolore toracico, buone condizioni generali.",
    ),
}

RECIPE = """
name = "tiny"
base = "tiny-base"
selection_file = "selection.txt"
batch_tokens = 512
window = 64
overlap = 16
learning_rate = 3e-3
dropout = 0.0
precision = "fp32"

[[labels]]
name = "disease"
corpus = "ENFERMEDAD"
english = "DISEASE"
memory = true

[[labels]]
name = "drug"
corpus = "FARMACO"
english = "DRUG"

[[corpora]]
name = "synthetic"
path = "synthetic"
annotated = { es = ["disease", "drug"], en = ["drug"], it = ["drug"] }
selection = true
licence = "synthetic sentences, CC0"

[[phases]]
corpora = ["synthetic"]
epochs = EPOCHS
empty_share = 1.0
"""


def write_corpora(folder: Path, *, documents: int, seed: int = 0) -> None:
    """Write `documents` brat documents for each language, an eighth of them named in the selection file."""
    source = random.Random(seed)
    names = [f"note{number}" for number in range(documents)]
    for language, templates in TEMPLATES.items():
        place = folder / "synthetic" / language
        place.mkdir(parents=True)
        for name in names:
            text, lines = "", []
            for template in source.choices(templates, k=8):
                for part in template.replace("{", "\0{").replace("}", "}\0").split("\0"):
                    word = part
                    if part in ("{drug}", "{pair}", "{disease}"):
                        word = _filler(part, source)
                        label = "ENFERMEDAD" if part == "{disease}" else "FARMACO"
                        lines.append(f"T{len(lines) + 1}\t{label} {len(text)} {len(text) + len(word)}\t{word}\n")
                    text += word
                text += "\n"
            (place / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
            (place / f"{name}.ann").write_text("".join(lines), encoding="utf-8", newline="")
    (folder / "selection.txt").write_text("\n".join(names[::8]) + "\n", encoding="utf-8")


def _filler(place: str, source: random.Random) -> str:
    if place == "{disease}":
        return source.choice(DISEASES)
    return source.choice(DRUGS) if place == "{drug}" else "/".join(source.choices(DRUGS, k=2))


def write_base(folder: Path, *, width: int = 32, layers: int = 2) -> None:
    """A random BERT with a unigram vocabulary learned from the templates."""
    folder.mkdir(parents=True)
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    letters = [chr(code) for code in (*range(33, 127), *range(0xC0, 0x100))]
    texts = [text for templates in TEMPLATES.values() for text in templates] * 3
    words = [" ".join((*DRUGS, *DISEASES))] * 20
    trainer = trainers.UnigramTrainer(
        vocab_size=400, special_tokens=special, unk_token="<unk>", initial_alphabet=letters, show_progress=False
    )
    tokenizer.train_from_iterator([*texts, *words, *letters], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=width,
        num_hidden_layers=layers,
        num_attention_heads=4,
        intermediate_size=2 * width,
        max_position_embeddings=130,
        pad_token_id=1,
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)


def write_gazetteers(folder: Path) -> None:
    """Drug lists in the merged form that the trainer reads."""
    folder.mkdir(parents=True)
    for language in TEMPLATES:
        rows = [f"{name}\tdner\tsubstance\t" for name in (*sorted(DRUGS), "spironolactone")]
        text = "\n".join(["name\tsource\tkind\tatc", *rows]) + "\n"
        (folder / f"drugs.{language}.tsv").write_text(text, encoding="utf-8")


def write_everything(folder: Path, *, documents: int, epochs: float) -> Path:
    """Corpora, base, lists and recipe below `folder`; returns the recipe."""
    write_corpora(folder / "corpora", documents=documents)
    write_base(folder / "models" / "tiny-base")
    write_gazetteers(folder / "gazetteers")
    (folder / "texts").mkdir()
    recipe = folder / "tiny.toml"
    recipe.write_text(RECIPE.replace("EPOCHS", str(epochs)), encoding="utf-8")
    return recipe


def to_train_on(workshop: Path) -> dict[str, Any]:
    """What `train` asks for besides the recipe, of a folder that `write_everything` wrote."""
    base = workshop / "models" / "tiny-base"
    return {"base": str(base), "tokenizer_file": base / "tokenizer.json", "corpora": workshop / "corpora", "threads": 1}


def make_packs(out: Path, *, documents: int = 64, epochs: float = 12.0) -> None:
    """Train, choose and pack the tiny packs as the real ones are."""
    from trainer.config import read_recipe
    from trainer.learning.train import train
    from trainer.packing.siblings import choose, ship

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recipe = read_recipe(write_everything(folder, documents=documents, epochs=epochs))
        for sibling in ("choice", "shipped"):
            train(recipe, out=folder / sibling, sibling=sibling, **to_train_on(folder))
        common = {"corpora": folder / "corpora", "texts": folder / "texts", "gazetteers": folder / "gazetteers"}
        for line in choose(folder / "choice", version="0.0.1", **common):
            sys.stderr.write(line + "\n")
        shutil.rmtree(out, ignore_errors=True)
        for line in ship(folder / "shipped", choice=folder / "choice", out=out, version="0.0.1", **common):
            sys.stderr.write(line + "\n")


if __name__ == "__main__":
    make_packs(Path(sys.argv[1]))
