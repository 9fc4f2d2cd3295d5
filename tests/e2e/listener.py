# SPDX-License-Identifier: Apache-2.0
"""A screen reader on a session bus of its own: what it meets in reading order, presses and hears."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.house import PACKS, House, Value
from tests.e2e.program import ROOT, Program, stop, surroundings, wait_until
from tests.e2e.screen import Screen

PYTHON = "/usr/bin/python3"
"""The system's own, for which the packages of system-packages are."""

CLIENT = ROOT / "tests" / "e2e" / "atspi_client.py"


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader meets."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    actions: tuple[str, ...]
    value: float | None
    depth: int
    box: tuple[int, int, int, int]

    @property
    def showing(self) -> bool:
        """Tell whether it is said to be seen."""
        return {"showing", "visible"} <= self.states


@dataclass
class Listener:
    """The client's process, and everything it has heard so far."""

    process: subprocess.Popen[str]
    heard: list[tuple[str, str]] = field(default_factory=list)

    def tree(self) -> list[Node]:
        """Return everything there is, in reading order."""
        return [_node(told) for told in self._ask({"do": "tree"})]

    def names(self, *roles: str) -> list[str]:
        """Return the names of what is there, of some roles or of all."""
        return [node.name for node in self.tree() if not roles or node.role in roles]

    def meet(self, name: str, role: str = "push button") -> Node:
        """Wait until something is there, and return it."""

        def met() -> Node | None:
            return next((node for node in self.tree() if (node.role, node.name) == (role, name)), None)

        node = wait_until(met, f"{role} “{name}”")
        assert node is not None
        return node

    def until(self, true_of: Callable[[list[Node]], bool], what: str) -> list[Node]:
        """Wait until something is true of the tree, and return it."""
        found: list[Node] = []

        def sought() -> bool:
            found[:] = self.tree()
            return true_of(found)

        wait_until(sought, what)
        return found

    def press(self, name: str, role: str = "push button", action: str = "Press") -> None:
        """Wait for a button and press it, as a screen reader does."""
        self.meet(name, role)
        assert self._ask({"do": "act", "name": name, "role": role, "action": action}), f"“{name}” did nothing"

    def hear(self, words: str, kind: str = "polite") -> None:
        """Wait until something is said, after what was waited for before."""

        def said() -> bool:
            self.heard += [(told["kind"], told["words"]) for told in self._ask({"do": "events"})]
            return (kind, words) in self.heard

        try:
            wait_until(said, f"{kind}: {words}")
        except AssertionError as fault:
            raise AssertionError(f"{fault}; heard: {self.heard}") from None
        del self.heard[: self.heard.index((kind, words)) + 1]

    def _ask(self, order: dict[str, str]) -> Any:  # noqa: ANN401 # what JSON holds
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def _node(told: dict[str, Any]) -> Node:
    return Node(
        role=told["role"],
        name=told["name"],
        description=told["description"],
        states=frozenset(told["states"]),
        actions=tuple(told["actions"]),
        value=told["value"],
        depth=told["depth"],
        box=tuple(told["box"] or (0, 0, 0, 0)),
    )


@contextmanager
def session_bus() -> Iterator[dict[str, str]]:
    """Run a session bus in a folder of its own; yield what programs need to find it and what is on it."""
    folder = Path(tempfile.mkdtemp(prefix="bus-"))
    reading, writing = os.pipe()
    command = ("dbus-daemon", "--session", "--nofork", "--nosyslog", f"--print-address={writing}")
    with (folder / "log").open("wb") as log, os.fdopen(reading, "rb") as answer:
        process = subprocess.Popen(
            command, env=surroundings(folder, {}), pass_fds=(writing,), stdout=log, stderr=log
        )
        os.close(writing)
        try:
            address = answer.readline().decode().strip()
            assert address, f"there is no session bus: {(folder / 'log').read_text(errors='replace')}"
            yield {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        finally:
            stop(process)
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def listening(folder: Path, environment: dict[str, str]) -> Iterator[Listener]:
    """Run the client on a bus; yield it once it listens."""
    log_path = folder / "listener.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            (PYTHON, "-W", "ignore", str(CLIENT)),
            env=surroundings(folder / "listener", environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            assert process.stdout is not None
            ready = process.stdout.readline()
            assert ready == '"ready"\n', log_path.read_text(errors="replace")
            yield Listener(process)
        finally:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.close()
            stop(process)
            process.stdout.close()


@dataclass(frozen=True)
class Heard:
    """A kiosk on a screen and a bus of its own, and who listens to it."""

    house: House
    program: Program
    listener: Listener

    def tap(self, node: Node) -> None:
        """Press what a screen reader has met where it stands, as a finger does."""
        self.house.screen.press(*middle(node))


def middle(node: Node) -> tuple[int, int]:
    """Return the point in the middle of a node."""
    left, top, width, height = node.box
    return left + width // 2, top + height // 2


@contextmanager
def heard(
    folder: Path, pack: Path = PACKS / "tiny", time_scale: float = 1.0, **values: Value
) -> Iterator[Heard]:
    """Run a kiosk on a screen and a bus of its own, with a screen reader that listens."""
    with ExitStack() as stack:
        screen = stack.enter_context(Screen())
        bus = stack.enter_context(session_bus())
        house = House(screen, folder, session=bus | screen.environment)
        listener = stack.enter_context(listening(folder, bus))
        program = house.kiosk("--pack", str(pack), touch="yes", time_scale=time_scale, **values)
        yield Heard(house, stack.enter_context(program), listener)
