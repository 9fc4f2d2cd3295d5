// SPDX-License-Identifier: Apache-2.0
// What ties the show to its window: title, colour, the request to close, and the poster that makes way.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property bool locked
    required property Item poster
    required property ShowBridge show
    required property bool standing

    Binding {
        property: "title"
        target: root.Window.window
        value: root.show.clinic
    }

    Binding {
        property: "color"
        target: root.Window.window
        value: root.show.theme.ground
    }

    Binding {
        property: "visible"
        target: root.poster
        value: !root.standing
    }

    Connections {
        function onClosing(): void {
            if (!root.locked) {
                root.show.leave();
            }
        }

        target: root.Window.window
    }
}
