// SPDX-License-Identifier: Apache-2.0
// The keys that mean something: each counts once however long it is held, and Escape held for two seconds leaves.
// Up and down walk from control to control; five keys are enough for everything.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property Item entry
    required property bool locked
    required property ShowBridge show

    property int last: 0
    property int released: 0
    readonly property bool scanning: scan.running

    // A finger has come: nothing is marked in turn any more.
    function rest(): void {
        scan.stop();
    }

    // Tell the show of a key, and walk where there is something to walk through.
    function take(name: string): void {
        const sideways = walk.sideways && (name === "left" || name === "right");
        const walks = walk.free && (name === "up" || name === "down" || sideways);
        root.show.press(name);
        if (walks) {
            walk.step(name === "down" || name === "right");
        }
    }

    // Whether this press is a tremor: the same key again within the time that the clinic has set.
    function trembles(key: int): bool {
        const again = tremor.running && root.last === key;
        root.last = key;
        if (root.show.keys.tremorTime > 0) {
            tremor.restart();
        }
        return again;
    }

    // The name of a key as the show knows it; arrows point the way that the text runs.
    function named(key: int): string {
        switch (key) {
        case Qt.Key_Left:
            return root.show.mirrored ? "right" : "left";
        case Qt.Key_Right:
            return root.show.mirrored ? "left" : "right";
        case Qt.Key_Up:
            return "up";
        case Qt.Key_Down:
            return "down";
        case Qt.Key_PageUp:
            return "page-up";
        case Qt.Key_PageDown:
            return "page-down";
        case Qt.Key_Home:
            return "home";
        case Qt.Key_Return:
        case Qt.Key_Enter:
            return "enter";
        case Qt.Key_Space:
            return "space";
        case Qt.Key_Escape:
            return "escape";
        }
        return "";
    }

    Keys.onPressed: event => {
        if (event.key === root.show.listen.speechKey) {
            event.accepted = true;
            if (!event.isAutoRepeat) {
                root.show.choose("speech-mode", "");
            }
            return;
        }
        const name = root.named(event.key);
        const bent = event.modifiers & (Qt.AltModifier | Qt.ControlModifier | Qt.MetaModifier);
        const pulled = event.key === root.show.keys.switchKey;
        if ((name === "" && !pulled) || bent) {
            return;
        }
        event.accepted = true;
        const repeated = event.isAutoRepeat || (settled.running && root.released === event.key);
        settled.stop();
        if (repeated || root.trembles(event.key)) {
            return;
        }
        if (name === "escape" && !root.locked) {
            hold.restart();
        }
        if (pulled) {
            scan.press();
        } else {
            root.take(name);
        }
    }
    Keys.onReleased: event => {
        if (!event.isAutoRepeat) {
            root.released = event.key;
            settled.restart();
        }
    }

    // An X server says of a key that repeats itself that it came up and went down again at once; on a machine
    // that is busy the two are read some milliseconds apart. No finger is as quick.
    Timer {
        id: settled

        interval: 30

        onTriggered: {
            if (root.released === Qt.Key_Escape) {
                hold.stop();
            }
        }
    }

    Timer {
        id: tremor

        interval: root.show.keys.tremorTime
    }

    Walk {
        id: walk

        entry: root.entry
        show: root.show
    }

    Scan {
        id: scan

        show: root.show
        walk: walk
    }

    // Qt would move the focus for Tab before anybody else hears of the key.
    Shortcut {
        autoRepeat: false
        sequences: ["Tab"]

        onActivated: root.take("down")
    }

    Shortcut {
        autoRepeat: false
        sequences: ["Backtab", "Shift+Tab"]

        onActivated: root.take("up")
    }

    Timer {
        id: hold

        interval: 2000

        onTriggered: root.show.held("escape")
    }
}
