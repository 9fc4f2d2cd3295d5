// SPDX-License-Identifier: Apache-2.0
// The keys that mean something: each counts once however long it is held, and Escape held for two seconds leaves.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property bool locked
    required property ShowBridge show

    property int released: 0

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
        if (name === "" || bent) {
            return;
        }
        event.accepted = true;
        const repeated = event.isAutoRepeat || (settled.running && root.released === event.key);
        settled.stop();
        if (repeated) {
            return;
        }
        if (name === "escape" && !root.locked) {
            hold.restart();
        }
        root.show.press(name);
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
        id: hold

        interval: 2000

        onTriggered: root.show.held("escape")
    }
}
