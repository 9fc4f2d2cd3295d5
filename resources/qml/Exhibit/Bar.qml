// SPDX-License-Identifier: Apache-2.0
// The ground of the bar, with the wall's or the reader's bar on it.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real edge
    readonly property bool reads: root.show.view === "page" || root.show.view === "topics"
    readonly property bool roomy: root.reads && !root.show.frame.narrow && root.show.frame.rows === 1 && reader.needed + root.show.crisisLabel.length * 0.8 * root.show.frame.label < root.width
    required property real inset
    required property ShowBridge show
    // How wide crisis help may be beside the second row of a reader's buttons.
    readonly property real spare: root.reads && root.show.frame.rows > 1 ? root.width - 2 * root.inset - reader.snuggest : root.width

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
        inset: root.edge
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
        visible: root.reads && !root.show.listen.opened
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
