"""From a finished run, or a checkpoint of somebody else, to a verified int8 model pack."""
