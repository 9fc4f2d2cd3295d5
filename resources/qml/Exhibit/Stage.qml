// SPDX-License-Identifier: Apache-2.0
// Everything on the glass, from the page at the bottom to crisis help at the top, and the keys.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property bool locked
    required property Item poster
    required property ShowBridge show

    readonly property bool away: root.show.view === "closed" || root.show.view === "dark"
    readonly property bool bare: root.show.panel === "none" && !root.show.band
    readonly property real corner: root.show.touch ? crisis.width + root.inset : root.inset
    // Where the words of pages begin, with which those of the wall's bar and of the band are in line.
    readonly property real edge: Math.max(root.inset, Math.round(1.2 * root.show.frame.margin) + root.show.frame.pageLeft)
    readonly property real inset: Math.max(root.show.frame.gap, Math.round(root.show.frame.margin * 0.5)) + root.show.frame.pageLeft
    readonly property bool onTopics: root.show.view === "topics"
    readonly property bool reachable: !root.show.band

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.show.mirrored

    Keys.forwardTo: [keys]

    Ties {
        locked: root.locked
        poster: root.poster
        show: root.show
        standing: pages.standing || !pages.visible
    }

    KeyPad {
        id: keys

        entry: root.onTopics ? root : bar
        locked: root.locked
        objectName: "keys"
        show: root.show
    }

    Pages {
        id: pages

        anchors.fill: parent
        objectName: "pages"
        show: root.show
        visible: root.show.view === "wall" || root.show.view === "page"
    }

    Reading {
        anchors.fill: parent
        objectName: "reading"
        show: root.show
        visible: pages.visible && root.show.panel === "none"
    }

    Spoken {
        anchors.fill: parent
        show: root.show
        visible: root.show.view === "page" && !pages.busy
    }

    Guide {
        show: root.show
    }

    Topics {
        anchors.fill: parent
        enabled: root.bare && !swipe.moving
        objectName: "topics-view"
        show: root.show
        visible: root.onTopics
    }

    Swipe {
        id: swipe

        enabled: root.bare && (root.show.view === "page" || root.onTopics)
        height: root.show.frame.barTop
        show: root.show
        width: parent.width

        onDragged: along => {
            if (!root.onTopics) {
                pages.drag(along);
            }
        }
        onReleased: along => {
            if (!root.onTopics) {
                pages.release(along);
            } else if (Math.abs(along) > root.width / 6) {
                root.show.choose((along < 0) !== root.show.mirrored ? "topics-next" : "topics-previous", "");
            }
        }
        onWheeled: forwards => root.show.choose((root.onTopics ? "topics-" : "") + (forwards ? "next" : "previous"), "")
    }

    Marks {
        enabled: root.bare
        height: root.show.frame.barTop
        show: root.show
        visible: root.show.view === "page" && !pages.busy
        width: parent.width
    }

    Closed {
        anchors.fill: parent
        show: root.show
        visible: root.show.view === "closed"
    }

    Bar {
        id: bar

        corner: root.corner
        edge: root.edge
        enabled: root.bare
        height: parent.height - y
        inset: root.inset
        objectName: "bar"
        show: root.show
        visible: !root.away
        width: parent.width
        y: root.show.frame.barTop
    }

    Panels {
        anchors.fill: parent
        corner: root.corner
        inset: root.inset
        reachable: root.reachable
        show: root.show
    }

    Band {
        corner: root.corner
        height: parent.height - y
        inset: root.show.frame.narrow ? root.inset : root.edge
        show: root.show
        visible: root.show.band && root.show.panel !== "crisis"
        width: parent.width
        y: root.show.frame.barTop
    }

    Rectangle {
        anchors.fill: parent
        color: "#050505"
        objectName: "dark"
        visible: root.show.view === "dark" && root.show.panel !== "crisis"
    }

    Button {
        id: crisis

        anchors.right: parent.right
        anchors.rightMargin: root.inset
        kind: "crisis"
        label: root.show.crisisLabel
        px: root.show.frame.label * (bar.roomy ? 1.3 : 1)
        objectName: "crisis"
        show: root.show
        tight: root.show.frame.narrow || crisis.natural > bar.spare
        visible: root.show.touch && (root.show.view !== "dark" || root.show.panel === "crisis")
        y: root.show.frame.barTop + root.show.frame.barHeight - root.show.frame.gap - root.show.frame.button

        onChosen: root.show.choose("crisis", "")
    }

    BigLabel {
        anchors.fill: parent
        show: root.show
    }

    Observer {
        anchors.fill: parent
        show: root.show
        z: 100

        onTouched: {
            keys.rest();
            root.forceActiveFocus();
        }
    }

    Cursor {
        anchors.fill: parent
        show: root.show
    }
}
