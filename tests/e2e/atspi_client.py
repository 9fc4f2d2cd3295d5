# SPDX-License-Identifier: Apache-2.0
"""A screen reader's side, as a program of its own: it is told what to do by lines of JSON, and answers so.

It runs under the system's Python, for which Debian packages libatspi; `tests.e2e.listener` starts it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 # the version comes first

EVENTS = ("object:announcement", "object:state-changed:focused")
POLITE = {1: "polite", 2: "assertive"}
heard: list[dict[str, str]] = []
answers = sys.stdout


def hear(event: Any) -> None:  # noqa: ANN401 # gi has no types
    """Keep an announcement, or what the focus went to."""
    if event.type == "object:announcement":
        heard.append({"kind": POLITE.get(event.detail1, str(event.detail1)), "words": str(event.any_data)})
    elif event.detail1 == 1:
        heard.append({"kind": "focus", "words": f"{event.source.get_role_name()}: {event.source.get_name()}"})


def applications() -> list[Any]:
    """Return every application on the bus."""
    desktop = Atspi.get_desktop(0)
    found = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
    return [application for application in found if application is not None]


def nodes(node: Any, depth: int = 0) -> list[tuple[Any, dict[str, Any]]]:  # noqa: ANN401 # gi has no types
    """Return a branch in reading order, each node with what is known of it; what is gone meanwhile is not."""
    node.clear_cache()
    try:
        found = [(node, known(node, depth))]
        children = [node.get_child_at_index(place) for place in range(node.get_child_count())]
    except GLib.Error:
        return []
    return [*found, *(one for child in children if child is not None for one in nodes(child, depth + 1))]


def known(node: Any, depth: int) -> dict[str, Any]:  # noqa: ANN401 # gi has no types
    """Return what a screen reader is told of a node."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN) if "Component" in faces(node) else None
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [state.value_nick for state in node.get_state_set().get_states()],
        "actions": actions(node),
        "value": Atspi.Value.get_current_value(node) if "Value" in faces(node) else None,
        "depth": depth,
        "box": [box.x, box.y, box.width, box.height] if box else None,
    }


def faces(node: Any) -> list[str]:  # noqa: ANN401 # gi has no types
    """Return the names of what a node offers."""
    return [str(name) for name in node.get_interfaces()]


def actions(node: Any) -> list[str]:  # noqa: ANN401 # gi has no types
    """Return the names of what can be done with a node."""
    if "Action" not in faces(node):
        return []
    return [Atspi.Action.get_action_name(node, place) for place in range(Atspi.Action.get_n_actions(node))]


def act(order: dict[str, Any]) -> bool:
    """Do an action of the one node of a role and a name; tell whether there was one and it took it."""
    for application in applications():
        for node, told in nodes(application):
            wanted = told["name"] == order["name"] and told["role"] == order["role"]
            if wanted and order["action"] in told["actions"]:
                return bool(Atspi.Action.do_action(node, told["actions"].index(order["action"])))
    return False


def obey(order: dict[str, Any]) -> object:
    """Return what comes of an order."""
    match order["do"]:
        case "tree":
            return [told for application in applications() for _, told in nodes(application)]
        case "act":
            return act(order)
        case _:
            told = list(heard)
            heard.clear()
            return told


def main() -> None:
    """Listen, and obey one line after the other until there are no more."""
    listeners = [Atspi.EventListener.new(hear) for _ in EVENTS]
    for listener, kind in zip(listeners, EVENTS, strict=True):
        listener.register(kind)
    loop = GLib.MainLoop()

    def read(channel: GLib.IOChannel, condition: int) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        answers.write(json.dumps(obey(json.loads(line))) + "\n")
        answers.flush()
        return True

    channel = GLib.IOChannel.unix_new(sys.stdin.fileno())
    GLib.io_add_watch(channel, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, read)
    answers.write('"ready"\n')
    answers.flush()
    loop.run()


if __name__ == "__main__":
    main()
