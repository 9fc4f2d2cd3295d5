// SPDX-License-Identifier: Apache-2.0
// Feels one finger that moves sideways, whatever other fingers do, and the mouse's wheel.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    property bool moving: false
    property real along: 0
    property real rolled: 0
    property real startX: 0
    property real startY: 0

    signal dragged(real along)
    signal released(real along)
    signal wheeled(bool forwards)

    onEnabledChanged: {
        if (!root.enabled && root.moving) {
            root.moving = false;
            root.released(0);
        }
    }

    PointHandler {
        id: finger

        acceptedButtons: Qt.LeftButton
        target: null

        onActiveChanged: {
            const moved = root.moving;
            root.moving = false;
            if (finger.active) {
                // Qt moves the point's own place of pressing whenever another finger goes down.
                root.startX = finger.point.position.x;
                root.startY = finger.point.position.y;
            } else if (moved) {
                root.released(root.along);
            }
        }
        onPointChanged: {
            if (!finger.active || !root.enabled) {
                return;
            }
            const across = finger.point.position.x - root.startX;
            const down = finger.point.position.y - root.startY;
            if (!root.moving && Math.abs(across) > 4 * root.show.frame.millimetre && Math.abs(across) > 1.5 * Math.abs(down)) {
                root.moving = true;
            }
            if (root.moving) {
                root.along = across;
                root.dragged(across);
            }
        }
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        orientation: Qt.Vertical

        onWheel: event => {
            root.rolled += event.angleDelta.y;
            if (Math.abs(root.rolled) >= 120) {
                root.wheeled(root.rolled < 0);
                root.rolled = 0;
            }
        }
    }
}
