"""Tiny random encoders of each architecture that the trainer reads, with the tokenizer of their kind."""

from collections.abc import Callable
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    BertConfig,
    DebertaV2Config,
    PreTrainedConfig,
    RobertaConfig,
    XLMRobertaConfig,
)

from tests.synthetic import DISEASES, DRUGS, TEMPLATES

TEXTS = [
    *(text for templates in TEMPLATES.values() for text in templates),
    *(" ".join((*DRUGS, *DISEASES)),) * 20,
    " ".join(chr(code) for code in (*range(33, 127), *range(0xC0, 0x100))),
]
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
ROBERTA = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "max_position_embeddings": 132}
DEBERTA = {
    "max_position_embeddings": 130,
    "relative_attention": True,
    "position_buckets": 16,
    "norm_rel_ebd": "layer_norm",
    "share_att_key": True,
    "pos_att_type": ["p2c", "c2p"],
    "position_biased_input": False,
    "type_vocab_size": 0,
}
FAIRSEQ = ["<s>", "<pad>", "</s>", "<unk>"]


def word_pieces() -> Tokenizer:
    """As BERT cuts words, in lower case and without accents."""
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(vocab_size=300, special_tokens=special, show_progress=False)
    tokenizer.train_from_iterator(TEXTS, trainer)
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return tokenizer


def byte_pairs() -> Tokenizer:
    """As RoBERTa cuts bytes, the blank before a word with it."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=FAIRSEQ,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TEXTS, trainer)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    return tokenizer


def unigrams(special: list[str]) -> Tokenizer:
    """As SentencePiece cuts text; `special` is the beginning, the end, the filler and the unknown in some order."""
    start, end = (special[0], special[2]) if special == FAIRSEQ else (special[1], special[2])
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(vocab_size=300, special_tokens=special, unk_token=special[3], show_progress=False)
    tokenizer.train_from_iterator(TEXTS, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}", special_tokens=[(start, special.index(start)), (end, special.index(end))]
    )
    return tokenizer


KINDS: dict[str, tuple[Callable[[], Tokenizer], Callable[[int], PreTrainedConfig]]] = {
    "bert": (word_pieces, lambda size: BertConfig(vocab_size=size, max_position_embeddings=130, **SIZES)),
    "roberta": (byte_pairs, lambda size: RobertaConfig(vocab_size=size, **ROBERTA, **SIZES)),
    "xlm-roberta": (lambda: unigrams(FAIRSEQ), lambda size: XLMRobertaConfig(vocab_size=size, **ROBERTA, **SIZES)),
    "deberta-v2": (
        lambda: unigrams(["[PAD]", "[CLS]", "[SEP]", "[UNK]"]),
        lambda size: DebertaV2Config(vocab_size=size, **DEBERTA, **SIZES),
    ),
}


def write_base(kind: str, folder: Path) -> Path:
    """The configuration, random weights and tokenizer of one architecture."""
    from transformers import AutoModel

    cutter, configured = KINDS[kind]
    folder.mkdir(parents=True)
    tokenizer = cutter()
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    AutoModel.from_config(configured(tokenizer.get_vocab_size())).save_pretrained(folder)
    return folder
