// SPDX-License-Identifier: Apache-2.0
// What stands over the view, one at a time, crisis help uppermost; a panel comes softly and goes at once.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property bool reachable
    required property ShowBridge show

    component Layer: Item {
        id: layer

        required property string name

        anchors.fill: parent
        opacity: layer.visible ? 1 : 0
        visible: root.show.panel === layer.name

        Behavior on opacity {
            enabled: !root.show.still

            NumberAnimation {
                duration: root.show.theme.panelTime
            }
        }
    }

    // What stands under a panel is veiled a little, so that the panel is seen to stand over it.
    Rectangle {
        anchors.fill: parent
        color: root.show.theme.text
        opacity: root.show.theme.plain ? 0.16 : 0
        visible: root.show.panel !== "none" && root.show.panel !== "crisis"
    }

    Layer {
        enabled: root.reachable
        name: "sheet"

        Sheet {
            anchors.fill: parent
            corner: root.corner
            inset: root.inset
            objectName: "sheet"
            show: root.show
        }
    }

    Layer {
        enabled: root.reachable
        name: "words"

        WordPanel {
            anchors.fill: parent
            inset: root.inset
            objectName: "words-panel"
            show: root.show
        }
    }

    Layer {
        enabled: root.reachable
        name: "sources"

        SourcesPanel {
            anchors.fill: parent
            inset: root.inset
            objectName: "sources-panel"
            show: root.show
        }
    }

    Layer {
        enabled: root.reachable
        name: "copy"

        CopyPanel {
            anchors.fill: parent
            inset: root.inset
            objectName: "copy-panel"
            show: root.show
        }
    }

    Layer {
        name: "crisis"

        CrisisPanel {
            anchors.fill: parent
            corner: root.corner
            inset: root.inset
            objectName: "crisis-panel"
            show: root.show
        }
    }
}
