"""Masked-language adaptation on sentences written for these tests."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from cardioner_desktop.errors import UsageError
from tests.synthetic import TEMPLATES, write_base
from trainer.learning.masking import IGNORED, Text, hide_pieces, mask_words
from trainer.learning.model import load_encoder
from trainer.learning.pretrain import ADAPTED, Adaptation, adapt_base, read_adaptation

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

RECIPE = Adaptation(
    name="tiny",
    base="tiny-base",
    texts=(Text("es.txt", licence="synthetic"),),
    passes=3,
    window=32,
    batch_tokens=256,
    learning_rate=5e-3,
    dropout=0.0,
    precision="fp32",
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    write_base(folder / "base")
    lines = [f"{number} {text}" for number in range(60) for text in TEMPLATES["es"]]
    (folder / "es.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


def arguments(shop: Path) -> dict[str, Any]:
    base = shop / "base"
    return {
        "base": str(base),
        "tokenizer_file": base / "tokenizer.json",
        "texts": shop,
        "corpora": None,
        "threads": 1,
    }


@pytest.fixture(scope="module")
def adapted(shop: Path) -> Path:
    assert adapt_base(RECIPE, out=shop / "adapted", **arguments(shop)) == shop / "adapted"
    return shop / "adapted"


def test_adaptation_lowers_the_loss_and_writes_a_base_that_loads(adapted: Path) -> None:
    history = [json.loads(line) for line in (adapted / "history.jsonl").read_text(encoding="utf-8").splitlines()]
    assert history[-1]["loss"] < history[0]["loss"] - 0.2
    encoder = load_encoder(str(adapted), dropout=0.0)
    assert encoder.config.hidden_size == 32
    assert (adapted / "tokenizer.json").is_file()
    assert json.loads((adapted / ADAPTED).read_text(encoding="utf-8"))["lines"] == 360


def test_an_adaptation_that_was_killed_ends_with_the_same_weights(shop: Path, adapted: Path) -> None:
    out = shop / "resumed"
    assert adapt_base(RECIPE, out=out, stop_after_steps=4, **arguments(shop)) is None
    assert adapt_base(RECIPE, out=out, **arguments(shop)) == out
    through, resumed = (load_encoder(str(folder), dropout=0.0).state_dict() for folder in (adapted, out))
    for name, weights in through.items():
        torch.testing.assert_close(resumed[name], weights, msg=name)


def test_whole_words_are_hidden_and_the_special_sub_words_stay() -> None:
    ids = torch.tensor([[0, 10, 11, 12, 10, 11, 10, 2]]).repeat(64, 1)
    words = torch.zeros(20, dtype=torch.bool)
    words[10] = True
    source = torch.Generator().manual_seed(1)
    changed, wanted = mask_words(ids, words, mask_id=19, share=0.5, source=source)
    hidden = wanted != IGNORED
    assert not hidden[:, 0].any()
    assert not hidden[:, -1].any()
    assert torch.equal(hidden[:, 1], hidden[:, 2])
    assert torch.equal(hidden[:, 2], hidden[:, 3])
    assert torch.equal(wanted[hidden], ids[hidden])
    assert torch.equal(changed[~hidden], ids[~hidden])
    assert 0.7 < float((changed[hidden] == 19).float().mean()) < 0.9


def test_hidden_sub_words_are_a_share_of_the_text_and_never_special_or_padding() -> None:
    ids = torch.tensor([[0, 10, 11, 12, 13, 2, 1, 1], [0, 10, 11, 12, 13, 14, 15, 2]]).repeat(200, 1)
    mask = torch.tensor([[1, 1, 1, 1, 1, 1, 0, 0], [1] * 8]).repeat(200, 1)
    hidden = hide_pieces(ids, mask, mask_id=19, share=0.2, source=torch.Generator().manual_seed(1))
    changed = hidden != ids
    assert (hidden[changed] == 19).all()
    assert not changed[(ids < 10)].any()
    assert 0.15 < float(changed.sum()) / float((ids >= 10).sum()) < 0.25
    again = hide_pieces(ids, mask, mask_id=19, share=0.2, source=torch.Generator().manual_seed(1))
    assert torch.equal(hidden, again)


def test_a_missing_text_is_named(shop: Path) -> None:
    recipe = replace(RECIPE, texts=(Text("nowhere.txt"),))
    with pytest.raises(UsageError, match=r"no text .*nowhere\.txt"):
        adapt_base(recipe, out=shop / "nothing", **arguments(shop))


def test_texts_below_one_step_are_refused(shop: Path) -> None:
    (shop / "short.txt").write_text("Una sola frase de prueba, y nada más.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="less than one step"):
        adapt_base(replace(RECIPE, texts=(Text("short.txt"),)), out=shop / "short", **arguments(shop))


def test_the_recipe_in_the_project_can_be_read() -> None:
    recipe = read_adaptation(Path(__file__).parents[3] / "trainer" / "recipes" / "pretrain" / "clinical.toml")
    assert recipe.texts
    assert all(text.licence for text in recipe.texts)


def test_an_unknown_option_is_named(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text('name = "x"\nbase = "y"\nspeed = 3\n', encoding="utf-8")
    with pytest.raises(UsageError, match="unknown option, speed"):
        read_adaptation(file)
