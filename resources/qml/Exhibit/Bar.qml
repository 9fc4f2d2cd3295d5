// SPDX-License-Identifier: Apache-2.0
// The ground of the bar, with the wall's or the reader's bar on it.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    readonly property bool roomy: (root.show.view === "page" || root.show.view === "topics") && !root.show.frame.narrow && root.show.frame.rows === 1 && reader.needed + root.show.crisisLabel.length * 0.8 * root.show.frame.label < root.width
    required property real inset
    required property ShowBridge show

    Rectangle {
        anchors.fill: parent
        color: root.show.theme.bar

        Rectangle {
            color: root.show.theme.line
            height: Math.max(1, Math.round(root.show.frame.millimetre * 0.3))
            width: parent.width
        }
    }

    WallBar {
        corner: root.corner
        height: root.show.frame.barHeight
        inset: root.inset
        show: root.show
        visible: root.show.view === "wall"
        width: parent.width
    }

    ControlBar {
        id: reader

        corner: root.corner
        height: root.show.frame.barHeight
        inset: root.inset
        show: root.show
        visible: (root.show.view === "page" || root.show.view === "topics") && !root.show.listen.opened
        width: parent.width
    }

    ListenBar {
        corner: root.corner
        height: root.show.frame.barHeight
        inset: root.inset
        keyed: reader.keyed
        objectName: "listen-bar"
        show: root.show
        visible: root.show.view === "page" && root.show.listen.opened
        width: parent.width
    }
}
