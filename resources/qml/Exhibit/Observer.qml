// SPDX-License-Identifier: Apache-2.0
// Watches every finger and the mouse's button without taking them, and tells where they go down and come up.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    signal touched

    component Watch: PointHandler {
        id: watch

        required property int number

        property real lastX: 0
        property real lastY: 0

        function follow(): void {
            watch.lastX = watch.point.position.x;
            watch.lastY = watch.point.position.y;
        }

        acceptedButtons: Qt.LeftButton
        target: null

        onActiveChanged: {
            if (watch.active) {
                watch.follow();
                root.touched();
            }
            root.show.contact(watch.number, watch.lastX / root.show.frame.millimetre, watch.lastY / root.show.frame.millimetre, watch.active);
        }
        onPointChanged: {
            if (watch.active) {
                watch.follow();
            }
        }
    }

    Watch {
        number: 0
    }

    Watch {
        number: 1
    }

    Watch {
        number: 2
    }

    Watch {
        number: 3
    }

    Watch {
        number: 4
    }

    Watch {
        number: 5
    }

    Watch {
        number: 6
    }

    Watch {
        number: 7
    }

    Watch {
        number: 8
    }

    Watch {
        number: 9
    }
}
