"""Learning from a site's own documents: labels, documents held out, and the pack that follows or does not."""

import hashlib
import math
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.packs import read_pack
from cardioner_desktop.pipelines import Options, pack_stages
from cardioner_desktop.tagging.memory import MentionMemory, text_words
from tests.synthetic import DISEASES, DRUGS, write_everything
from trainer.commands.adapt import adapt as command
from trainer.config import Recipe, read_recipe
from trainer.fitting.evaluate import unseen_documents
from trainer.learning.corpora import held_back
from trainer.learning.data import training_documents
from trainer.learning.model import load
from trainer.learning.train import train
from trainer.packing.adapt import Places, adapt
from trainer.packing.local import HELD_OUT, LOCAL, Known, Learning, freeze, read_documents

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

PACKS = Path(__file__).resolve().parents[2] / "data" / "packs"
SYMPTOMS = ("disnea", "edema", "palpitaciones", "síncope")
LINES = (
    ("Paciente con ", "disease", " en tratamiento con ", "drug", "."),
    ("Refiere ", "symptom", " desde ayer."),
    ("Presenta ", "symptom", " y ", "symptom", "."),
    ("La exploración fue normal y se dio el alta.",),
)
WORDS = {"disease": DISEASES, "drug": DRUGS, "symptom": SYMPTOMS}
NAMES = {"disease": "ENFERMEDAD", "drug": "DRUG", "symptom": "Symptom"}  # a corpus label, an English one, a new one


def letter(number: int) -> Document:
    """An invented letter, corrected by a site."""
    source = random.Random(number)
    text, spans = "", []
    for line in source.choices(LINES, k=8):
        for part in line:
            word = source.choice(WORDS[part]) if part in WORDS else part
            if part in NAMES:
                spans.append(Span(len(text), len(text) + len(word), NAMES[part]))
            text += word
        text += "\n"
    return Document(f"letter{number}", text, "es", spans=tuple(spans))


def write_letters(folder: Path, *, number: int) -> Path:
    for place in range(number):
        brat.write_document(letter(place), folder)
    return folder


def mentions_of(memory: Path, names: Iterable[str]) -> int:
    """How often names were mentions, as the feature says that is the logarithm of one more."""
    opened = MentionMemory(memory)
    cut = [text_words(name) for name in names]
    return sum(round(math.expm1(opened.features(one, 0, len(one.folded), 0.5)[4])) for one in cut)


def digests(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    recipe = read_recipe(write_everything(folder, documents=24, epochs=3.0))
    base = folder / "models" / "tiny-base"
    tokenizer = base / "tokenizer.json"
    trained = train(
        recipe,
        base=str(base),
        tokenizer_file=tokenizer,
        corpora=folder / "corpora",
        out=folder / "checkpoint",
        sibling="choice",
        threads=1,
    )
    assert trained is not None
    return folder


@pytest.fixture(scope="module")
def checkpoint(workshop: Path) -> Path:
    """What may be passed on: four files."""
    lean = workshop / "lean"
    lean.mkdir()
    for name in ("tagger.json", "config.json", "model.safetensors", "tokenizer.json"):
        shutil.copyfile(workshop / "checkpoint" / name, lean / name)
    return lean


@pytest.fixture(scope="module")
def adapted(workshop: Path, checkpoint: Path) -> tuple[Places, list[str]]:
    """A run that was killed once, while the site went on correcting; its packs began as copies of the tiny ones."""
    folder = workshop / "site"
    data = write_letters(folder / "letters", number=24)
    shutil.copytree(PACKS / "es", folder / "packs" / "es")
    places = Places(base=str(checkpoint), data=data, run=folder / "run", out=folder / "packs")
    learning = Learning(passes=10, learning_rate=3e-3, held_out=0.25)
    stopped = list(adapt(places, learning, language="es", threads=1, stop_after_steps=3))
    assert stopped == [f"stopped with a checkpoint in {places.run}"]
    brat.write_document(letter(99), data)
    return places, list(adapt(places, learning, language="es", threads=1))


def test_the_pack_learns_a_new_label_and_tags_through_the_pipeline(adapted: tuple[Places, list[str]]) -> None:
    places, lines = adapted
    assert lines[-1].startswith("es: the new pack is in "), lines
    pack = read_pack(places.out / "es")
    assert [(label.name, label.corpus) for label in pack.labels] == [
        ("disease", "ENFERMEDAD"),
        ("drug", "FARMACO"),
        ("symptom", "SINTOMA"),
    ]
    documents = [Document("a", "Refiere disnea desde ayer.\n", "es")]
    for stage in pack_stages(pack, Options(threads=1)):
        documents = stage(documents)
    assert [(span.start, span.end) for span in documents[0].spans if span.label == "SINTOMA"] == [(8, 14)]


def test_the_new_pack_keeps_the_lists_of_the_old_one_and_says_where_it_comes_from(
    adapted: tuple[Places, list[str]],
) -> None:
    places, _ = adapted
    old, pack = read_pack(PACKS / "es"), read_pack(places.out / "es")
    assert (pack.folder / "gazetteer.tsv").read_bytes() == (old.folder / "gazetteer.tsv").read_bytes()
    before, after = (mentions_of(folder / "memory-disease.npz", DISEASES) for folder in (old.folder, pack.folder))
    learned = [one for one in map(letter, range(24)) if one.id in load(places.run)[1]["learned_from"]]  # type: ignore[operator]
    local = sum(span.label == "ENFERMEDAD" for one in learned for span in one.spans)
    assert after - before == local > 0
    assert pack.version == f"{old.version}+local"
    assert pack.training["sibling"] == "adapted"
    assert {score.measured_on for score in pack.scores} == {"held-out local documents"}
    assert pack.labels[0].weights == old.labels[0].weights  # too few diseases to fit a memory
    card = (pack.folder / "CARD.md").read_text(encoding="utf-8")
    assert "documents of the site that adapted the model" in card
    assert "letter" not in (pack.folder / "manifest.toml").read_text(encoding="utf-8")


def test_a_run_goes_on_with_the_documents_that_it_began_with(adapted: tuple[Places, list[str]]) -> None:
    places, lines = adapted
    _, facts = load(places.run)
    learned = set(facts["learned_from"])  # type: ignore[call-overload]
    assert "letter99" not in learned
    assert len({name for name in learned if name.startswith("letter")}) == 18
    assert not (places.run / "documents").exists()
    assert not (places.run / "packs-in-use").exists()
    assert any("local, 6 documents, all labels" in line for line in lines)
    assert any("--general" in line for line in lines)


def test_a_run_that_has_ended_says_again_what_it_found(adapted: tuple[Places, list[str]]) -> None:
    places, lines = adapted
    arguments = ["--base", places.base, "--data", places.data, "--run", places.run, "--out", places.out]
    told = CliRunner().invoke(command, [str(argument) for argument in arguments])
    assert told.exit_code == 0
    assert told.output.splitlines() == lines


def test_a_worse_model_leaves_the_old_pack_as_it_is(workshop: Path, checkpoint: Path) -> None:
    folder = workshop / "worse"
    data = write_letters(folder / "letters" / "es", number=8).parent
    shutil.copytree(PACKS / "es", folder / "packs" / "es")
    before = digests(folder / "packs")
    places = Places(base=str(checkpoint), data=data, run=folder / "run", out=folder / "packs")
    lines = list(adapt(places, Learning(passes=1, learning_rate=0.5), threads=1))
    assert lines[-1].startswith("es: the old pack stays as it is, since the new one ")
    assert digests(folder / "packs") == before


def test_a_plain_base_without_an_old_pack_makes_a_pack_and_general_documents_are_measured(workshop: Path) -> None:
    folder = workshop / "plain"
    data = write_letters(folder / "letters" / "es", number=12).parent
    brat.write_document(letter(50), folder / "general" / "es")
    places = Places(
        base=str(workshop / "models" / "tiny-base"),
        data=data,
        run=folder / "run",
        out=folder / "packs",
        general=folder / "general",
    )
    lines = list(adapt(places, Learning(passes=16, learning_rate=3e-3), threads=1))
    assert lines[-1].startswith("es: the new pack is in "), lines
    pack = read_pack(folder / "packs" / "es")
    assert pack.gazetteer_label == ""
    assert {label.name for label in pack.labels} == {"disease", "drug", "symptom"}


def test_a_general_document_that_the_model_learned_from_is_refused(workshop: Path, checkpoint: Path) -> None:
    folder = workshop / "seen"
    data = write_letters(folder / "letters" / "es", number=6).parent
    places = Places(base=str(checkpoint), data=data, run=folder / "run", out=folder / "packs", general=data)
    with pytest.raises(UsageError, match="measure on others"):
        list(adapt(places, Learning(), threads=1))


def test_an_old_pack_with_a_label_that_the_checkpoint_lacks_is_refused_before_training(workshop: Path) -> None:
    folder = workshop / "lacking"
    for place in range(6):
        only = letter(place)
        spans = tuple(span for span in only.spans if span.label == "Symptom")
        brat.write_document(Document(only.id, only.text, "es", spans=spans), folder / "letters" / "es")
    places = Places(
        base=str(workshop / "models" / "tiny-base"),
        data=folder / "letters",
        run=folder / "run",
        out=folder / "packs",
        old=PACKS,
    )
    with pytest.raises(UsageError, match="lacks the label disease of the pack"):
        list(adapt(places, Learning(), threads=1))
    assert not (folder / "run" / "history.jsonl").exists()


def test_a_run_of_another_kind_is_not_taken_for_an_adapted_one(workshop: Path, checkpoint: Path) -> None:
    places = Places(base=str(checkpoint), data=workshop, run=workshop / "checkpoint", out=workshop / "none")
    with pytest.raises(UsageError, match="holds a run of another kind"):
        list(adapt(places, Learning(), language="es"))


def test_fewer_than_five_documents_are_refused_in_one_sentence(tmp_path: Path, checkpoint: Path) -> None:
    data = write_letters(tmp_path / "letters", number=4)
    places = Places(base=str(checkpoint), data=data, run=tmp_path / "run", out=tmp_path / "packs")
    with pytest.raises(UsageError, match="holds 4 corrected documents in the language es; 5 are the fewest"):
        list(adapt(places, Learning(), language="es"))


def test_documents_without_a_language_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name it with --language"):
        read_documents(write_letters(tmp_path, number=1), None)


def test_a_text_that_nobody_corrected_is_left_out(tmp_path: Path) -> None:
    write_letters(tmp_path / "es", number=3)
    (tmp_path / "es" / "new.txt").write_text("Sin corregir.\n", encoding="utf-8")
    assert [document.id for document in read_documents(tmp_path, None)["es"]] == ["letter0", "letter1", "letter2"]


def test_corrections_of_known_labels_are_learned_more_gently(tmp_path: Path) -> None:
    first = frozen(tmp_path, Known(None, frozenset()))[0]
    again = frozen(tmp_path, Known(first, frozenset()), seed=2)[0]
    assert again.labels == first.labels
    assert (first.phases[0].epochs, again.phases[0].epochs) == (10, 3)
    assert again.learning_rate == first.learning_rate / 4


def frozen(tmp_path: Path, known: Known, *, seed: int = 1) -> tuple[Recipe, set[str]]:
    data = write_letters(tmp_path / "letters" / "es", number=10).parent
    folder = tmp_path / f"run{seed}" / "documents"
    learning = Learning(seed=seed)
    recipe = freeze(folder, data, language=None, rehearse=None, known=known, learning=learning, origin="base")
    return recipe, set((folder / HELD_OUT).read_text(encoding="utf-8").split())


def test_documents_that_the_checkpoint_learned_from_are_never_held_out(tmp_path: Path) -> None:
    seen = frozenset(f"letter{number}" for number in range(8))
    _, held_out = frozen(tmp_path, Known(None, seen))
    assert held_out == {"letter8", "letter9"}
    with pytest.raises(UsageError, match="unseen ones are needed"):
        frozen(tmp_path, Known(None, seen | {"letter8"}), seed=2)


def test_a_name_with_blanks_is_held_out_like_any_other(tmp_path: Path) -> None:
    for place in range(10):
        one = letter(place)
        brat.write_document(Document(f"letter {place} (copy)", one.text, "es", spans=one.spans), tmp_path / "in" / "es")
    folder = tmp_path / "documents"
    options = {"language": None, "rehearse": None, "known": Known(None, frozenset()), "origin": "base"}
    recipe = freeze(folder, tmp_path / "in", learning=Learning(), **options)
    gold = unseen_documents(recipe, folder, "es", sibling="choice")
    learned = training_documents(recipe, folder, held_back=held_back(recipe, folder, sibling="choice"))
    assert len(gold) == 2
    assert len(learned) == 8
    assert not {one.id for one in gold} & {one.id for _, one in learned}


def test_labels_are_those_of_the_checkpoint_and_what_the_documents_add(tmp_path: Path) -> None:
    write_everything(tmp_path / "workshop", documents=1, epochs=1.0)
    known = read_recipe(tmp_path / "workshop" / "tiny.toml")
    recipe, _ = frozen(tmp_path, Known(known, frozenset()))
    assert [label.name for label in recipe.labels] == ["disease", "drug", "symptom"]
    assert recipe.learning_rate == known.learning_rate / 2
    assert recipe.phases[0].epochs == 10
    local = next(corpus for corpus in recipe.corpora if corpus.name == LOCAL)
    assert local.annotated == {"es": ("disease", "drug", "symptom")}
    copied = (tmp_path / "run1" / "documents" / LOCAL / "es" / "letter0.ann").read_text(encoding="utf-8")
    assert "Symptom" not in copied
    assert "FARMACO" in copied or "SINTOMA" in copied
