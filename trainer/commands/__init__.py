"""The commands of `cardioner-train`, one module each."""
