// SPDX-License-Identifier: Apache-2.0
// Hides the cursor unless a mouse moves, and again when it has stood still for three seconds.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    property real lastX: -1
    property real lastY: -1
    property bool moved: false

    onMovedChanged: root.show.point(root.moved)

    HoverHandler {
        id: mouse

        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad

        onPointChanged: {
            const place = mouse.point.scenePosition;
            const known = root.lastX >= 0;
            if (known && (place.x !== root.lastX || place.y !== root.lastY)) {
                root.moved = true;
                still.restart();
            }
            root.lastX = place.x;
            root.lastY = place.y;
        }
    }

    Timer {
        id: still

        interval: 3000

        onTriggered: root.moved = false
    }
}
