# SPDX-License-Identifier: Apache-2.0
"""`python -m kiosk`, the same as the command `kiosk`."""

import sys

from kiosk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
