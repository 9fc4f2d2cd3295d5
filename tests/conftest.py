# SPDX-License-Identifier: Apache-2.0
"""What all tests share: no screen, folders of their own, and no log line that nobody expected."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import coverage
import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.golden.approval import Approval

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile(
    "kiosk", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("search", deadline=None, print_blob=True, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "kiosk"))

FAILED = pytest.StashKey[bool]()
FOLDERS = ("HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden pictures be approved by one switch."""
    parser.addoption("--approve", action="store_true", help="write the golden pictures anew as they look now")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Leave sweeps unmeasured: they run the same lines again and again, and measuring doubles their time."""
    measured = coverage.Coverage.current() if item.get_closest_marker("sweep") else None
    if measured is None:
        yield
        return
    measured.stop()
    try:
        yield
    finally:
        measured.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, object, object]:
    """Remember which tests failed."""
    item.stash[FAILED] = item.stash.get(FAILED, False) or call.excinfo is not None
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Let go of what a failed test's traceback held; a worker that collects Qt's objects later crashes."""
    if item.stash.get(FAILED, False):
        sys.last_type = sys.last_value = sys.last_traceback = None
        gc.collect()


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests out of the folders of who runs them."""
    base = tmp_path_factory.mktemp("home")
    before = {name: os.environ.get(name) for name in FOLDERS}
    for name in FOLDERS:
        folder = base / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    yield
    for name, value in before.items():
        os.environ.pop(name)
        if value is not None:
            os.environ[name] = value


@pytest.fixture(scope="session")
def qapp_cls() -> type[object]:
    """Return the application without widgets, which the product does not have either."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - tests of the pure floors do without Qt

    return QGuiApplication


class Unexpected(logging.Handler):
    """Keeps warnings and worse that a test lets the program log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it asks for `caplog` to look at what was logged."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = Unexpected()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert not handler.lines, "\n".join(handler.lines)


@pytest.fixture
def approval(request: pytest.FixtureRequest, tmp_path: Path) -> Approval:
    """Return what compares pictures with the approved ones, or approves them."""
    from tests.golden.approval import Approval  # noqa: PLC0415 - tests of the pure floors do without Qt

    return Approval(request.config.getoption("--approve"), tmp_path)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return Path(__file__).resolve().parent.parent
