// SPDX-License-Identifier: Apache-2.0
// Hides the cursor unless a mouse moves, and again when it has stood still for three seconds.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    property bool moved: false

    HoverHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        cursorShape: root.moved ? Qt.ArrowCursor : Qt.BlankCursor

        onPointChanged: {
            root.moved = true;
            still.restart();
        }
    }

    Timer {
        id: still

        interval: 3000

        onTriggered: root.moved = false
    }
}
