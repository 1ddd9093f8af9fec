"""`python -m cardioner_desktop`."""

import sys

from cardioner_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
