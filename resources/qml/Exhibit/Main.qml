// SPDX-License-Identifier: Apache-2.0
// The window: one stage, turned as the glass is, with a view, its bar, panels, and crisis help over all of them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Exhibit.Backend

Window {
    id: root

    required property bool framed
    required property bool locked
    required property ShowBridge show
    required property int turned

    readonly property real ratio: root.screen ? root.Screen.devicePixelRatio : 1

    color: root.show.theme.ground
    flags: root.framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: root.show.clinic
    visible: false

    onActiveFocusItemChanged: {
        if (root.activeFocusItem === null || root.activeFocusItem === root.contentItem) {
            stage.forceActiveFocus();
        }
    }
    onClosing: close => {
        close.accepted = false;
        if (!root.locked) {
            root.show.leave();
        }
    }

    Stage {
        id: stage

        anchors.centerIn: parent
        focus: true
        height: (root.turned % 180 === 0 ? root.height : root.width) * root.ratio
        locked: root.locked
        objectName: "stage"
        rotation: root.turned
        scale: 1 / root.ratio
        show: root.show
        width: (root.turned % 180 === 0 ? root.width : root.height) * root.ratio
    }
}
