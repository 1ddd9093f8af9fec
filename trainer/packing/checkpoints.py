"""Token-classification checkpoints as others publish them: an encoder, and one softmax over all classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from transformers import AutoConfig, AutoModelForTokenClassification, PreTrainedModel

from cardioner_desktop.errors import UsageError
from trainer.packing.quantize import engines_for, linear_matrix


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A checkpoint in fp32; `classes` holds the names of its classes by their ids."""

    model: PreTrainedModel
    classes: tuple[str, ...]

    @property
    def encoder(self) -> PreTrainedModel:
        """The encoder alone."""
        body: Any = self.model.base_model
        encoder: PreTrainedModel = body
        return encoder

    @property
    def heads(self) -> NDArray[np.float32]:
        """The classifier: (width + 1) x classes, the biases in the last row."""
        classifier: Any = self.model.get_submodule("classifier")
        return linear_matrix(classifier)

    def logits(self, window: Sequence[int]) -> NDArray[np.float32]:
        """What the checkpoint itself makes of one window: sub-words x classes."""
        with torch.inference_mode():
            result: NDArray[np.float32] = self.model(input_ids=torch.tensor([list(window)])).logits[0].float().numpy()
        return result


def read_checkpoint(folder: Path) -> Checkpoint:
    """Read a folder that `save_pretrained` wrote; `UsageError` says why it is no checkpoint that we can use."""
    if not (folder / "config.json").is_file():
        raise UsageError(f"{folder} is no checkpoint: it holds no config.json; name the folder of a trained model.")
    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True)
        engines_for(config)
        model, loaded = AutoModelForTokenClassification.from_pretrained(
            folder, dtype=torch.float32, local_files_only=True, output_loading_info=True
        )
    except UsageError as error:
        raise UsageError(f"The checkpoint {folder} cannot be imported: {error}") from error
    except Exception as error:  # the libraries raise whatever a wrong file makes them meet
        reason = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
        raise UsageError(
            f"The checkpoint {folder} cannot be read: {reason}; save it again as it was trained."
        ) from error
    if missing := sorted(loaded["missing_keys"]):
        raise UsageError(
            f"The checkpoint {folder} is not trained to classify sub-words: it lacks {missing[0]}; fine-tune it first."
        )
    if not isinstance(model.get_submodule("classifier"), nn.Linear):
        raise UsageError(f"The checkpoint {folder} has a classifier of several layers; only a linear one is read.")
    names = model.config.id2label
    return Checkpoint(model.eval(), tuple(str(names[number]) for number in range(len(names))))
