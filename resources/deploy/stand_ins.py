# SPDX-License-Identifier: Apache-2.0
"""Empty modules in the place of those that PySide6 loads beside what the program uses, and never asks.

`PySide6.QtQuick` imports `QtOpenGL`, 9 MB, and `QtQml` imports `QtNetwork`, only for classes that bring such
types with them, as a renderer in OpenGL would. Of those the program has none.
"""

import sys
from pathlib import Path
from types import ModuleType

NAMES = ("QtOpenGL", "QtNetwork", "QtDBus")


def stand_in(folder: Path) -> list[str]:
    """Put an empty module in the place of each that is not in the folder of PySide6; return their names."""
    gone = [f"PySide6.{name}" for name in NAMES if not any(folder.glob(f"{name}.*"))]
    for name in gone:
        sys.modules.setdefault(name, ModuleType(name))
    return gone
