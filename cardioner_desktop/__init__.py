"""Offline recognition of diseases and drugs in clinical letters, with review and brat export."""

import os

__version__ = "0.1.0"

# Libraries read these words when they load, so they are said before anything of this program is imported.
#
# With its telemetry on, ONNX Runtime keeps an identifier and a store of events in the user's folder, to be sent to its
# maker; its own `disable_telemetry_events` comes too late for both.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
# CTranslate2 would multiply with MKL on processors of Intel and with oneDNN on all others. One library for all is one
# order of summation for all: see `tagging.ct2_model`.
os.environ.setdefault("CT2_USE_MKL", "0")
