"""Windows of text, the engines that score them, and the tagger that turns scores into spans."""

import os

# Before the library loads: with its telemetry on it keeps an identifier and a store of events in the user's folder, to
# be sent to its maker; `disable_telemetry_events` comes too late for both.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
