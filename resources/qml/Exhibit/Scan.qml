// SPDX-License-Identifier: Apache-2.0
// The single switch: its first press wakes, then every control is marked in turn and the next press chooses.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show
    required property Walk walk

    property Pressable first: null
    property int rounds: 0
    readonly property bool running: turn.running

    function press(): void {
        const chosen = root.running ? root.walk.at : null;
        root.rounds = 0;
        root.first = null;
        if (!root.walk.free || chosen === null) {
            root.show.press("down");
        } else {
            chosen.act();
        }
        if (root.walk.free && root.walk.at === null) {
            root.walk.step(true);
        }
        turn.restart();
    }

    function stop(): void {
        turn.stop();
    }

    // On from one control to the next; three times around without a press, and whoever it was has gone.
    function move(): void {
        if (!root.walk.free) {
            return;
        }
        root.walk.step(true);
        if (root.first === null) {
            root.first = root.walk.at;
        } else if (root.first === root.walk.at) {
            root.rounds += 1;
        }
        if (root.rounds === 3) {
            turn.stop();
        }
    }

    Timer {
        id: turn

        interval: root.show.keys.scanTime
        repeat: true

        onTriggered: root.move()
    }

    Connections {
        function onAttractChanged(): void {
            if (root.walk.attract) {
                turn.stop();
            }
        }

        target: root.walk
    }
}
