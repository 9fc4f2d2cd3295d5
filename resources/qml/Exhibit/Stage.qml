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

        locked: root.locked
        show: root.show
    }

    Pages {
        id: pages

        anchors.fill: parent
        objectName: "pages"
        show: root.show
        visible: root.show.view === "wall" || root.show.view === "page"
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

        Marks {
            anchors.fill: parent
            show: root.show
            visible: root.show.view === "page" && !pages.busy
        }
    }

    Closed {
        anchors.fill: parent
        show: root.show
        visible: root.show.view === "closed"
    }

    Bar {
        id: bar

        corner: root.corner
        enabled: root.bare
        height: parent.height - y
        inset: root.inset
        objectName: "bar"
        show: root.show
        visible: !root.away
        width: parent.width
        y: root.show.frame.barTop
    }

    // What stands under a panel is veiled a little, so that the panel is seen to stand over it.
    Rectangle {
        anchors.fill: parent
        color: root.show.theme.text
        opacity: root.show.theme.plain ? 0.16 : 0
        visible: root.show.panel === "words" || root.show.panel === "sources" || root.show.panel === "sheet"
    }

    Sheet {
        anchors.fill: parent
        enabled: root.reachable
        inset: root.inset
        objectName: "sheet"
        show: root.show
        opacity: root.show.panel === "sheet" ? 1 : 0
        visible: root.show.panel === "sheet"

        Behavior on opacity {
            enabled: !root.show.still

            NumberAnimation {
                duration: root.show.theme.panelTime
            }
        }
    }

    WordPanel {
        anchors.fill: parent
        enabled: root.reachable
        inset: root.inset
        objectName: "words-panel"
        show: root.show
        opacity: root.show.panel === "words" ? 1 : 0
        visible: root.show.panel === "words"

        Behavior on opacity {
            enabled: !root.show.still

            NumberAnimation {
                duration: root.show.theme.panelTime
            }
        }
    }

    SourcesPanel {
        anchors.fill: parent
        enabled: root.reachable
        inset: root.inset
        objectName: "sources-panel"
        show: root.show
        opacity: root.show.panel === "sources" ? 1 : 0
        visible: root.show.panel === "sources"

        Behavior on opacity {
            enabled: !root.show.still

            NumberAnimation {
                duration: root.show.theme.panelTime
            }
        }
    }

    CrisisPanel {
        anchors.fill: parent
        corner: root.corner
        inset: root.inset
        objectName: "crisis-panel"
        show: root.show
        opacity: root.show.panel === "crisis" ? 1 : 0
        visible: root.show.panel === "crisis"

        Behavior on opacity {
            enabled: !root.show.still

            NumberAnimation {
                duration: root.show.theme.panelTime
            }
        }
    }

    Band {
        corner: root.corner
        height: parent.height - y
        inset: root.inset
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
        tight: root.show.frame.narrow
        visible: root.show.touch && (root.show.view !== "dark" || root.show.panel === "crisis")
        y: root.show.frame.barTop + root.show.frame.barHeight - root.show.frame.gap - root.show.frame.button

        onChosen: root.show.choose("crisis", "")
    }

    Observer {
        anchors.fill: parent
        show: root.show
        z: 100

        onTouched: root.forceActiveFocus()
    }

    Cursor {
        anchors.fill: parent
        show: root.show
    }
}
