"""The program with a window: what the desktop starts, with the files to open as arguments."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a parser process is this program, started again
    from cardioner_desktop.app import window

    sys.exit(window())
