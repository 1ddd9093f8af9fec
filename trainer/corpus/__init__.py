"""The corpus for masked-language adaptation, built from local files the way the published system built its own.

Texts are read source by source (`wikidata`, `wikipedia`, `ema`, `abbreviations`, `drugs`, `folder`), cleaned, kept away
from the documents that will be measured on (`overlap`), deduplicated, split by document, written and counted (`build`).
"""
