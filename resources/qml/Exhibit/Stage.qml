// SPDX-License-Identifier: Apache-2.0
// Everything on the glass, from the page at the bottom to crisis help at the top, and the keys.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property bool locked
    required property ShowBridge show

    readonly property bool bare: root.show.panel === "none" && !root.show.band
    property bool moused: false

    // The name of a key as the show knows it; arrows point the way that the text runs.
    function named(key: int): string {
        switch (key) {
        case Qt.Key_Left:
            return root.show.mirrored ? "right" : "left";
        case Qt.Key_Right:
            return root.show.mirrored ? "left" : "right";
        case Qt.Key_Up:
            return "up";
        case Qt.Key_Down:
            return "down";
        case Qt.Key_PageUp:
            return "page-up";
        case Qt.Key_PageDown:
            return "page-down";
        case Qt.Key_Home:
            return "home";
        case Qt.Key_Return:
        case Qt.Key_Enter:
            return "enter";
        case Qt.Key_Space:
            return "space";
        case Qt.Key_Escape:
            return "escape";
        }
        return "";
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.show.mirrored

    Keys.onPressed: event => {
        const name = root.named(event.key);
        const bent = event.modifiers & (Qt.AltModifier | Qt.ControlModifier | Qt.MetaModifier);
        if (name === "" || bent) {
            return;
        }
        event.accepted = true;
        if (event.isAutoRepeat) {
            return;
        }
        if (name === "escape" && !root.locked) {
            hold.restart();
        }
        root.show.press(name);
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Escape && !event.isAutoRepeat) {
            hold.stop();
        }
    }

    Timer {
        id: hold

        interval: 2000

        onTriggered: root.show.held("escape")
    }

    Pages {
        id: pages
        anchors.fill: parent
        objectName: "pages"
        show: root.show
        visible: root.show.view === "wall" || root.show.view === "page"
    }

    Swipe {
        enabled: root.bare && root.show.view === "page"
        height: root.show.frame.barTop
        show: root.show
        width: parent.width

        onDragged: along => pages.drag(along)
        onReleased: along => pages.release(along)
        onWheeled: forwards => root.show.choose(forwards ? "next" : "previous", "")
    }

    Observer {
        anchors.fill: parent
        show: root.show
        z: 100

        onTouched: root.forceActiveFocus()
    }

    HoverHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        cursorShape: root.moused ? Qt.ArrowCursor : Qt.BlankCursor

        onPointChanged: {
            root.moused = true;
            idle.restart();
        }
    }

    Timer {
        id: idle

        interval: 3000

        onTriggered: root.moused = false
    }
}
