"""A correction session without Qt: mentions and decisions, edits with undo, choosing, autosave."""
