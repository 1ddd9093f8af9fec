"""The console program: `cardioner`."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a parser process is this program, started again
    from cardioner_desktop.app import main

    sys.exit(main())
