// SPDX-License-Identifier: Apache-2.0
// What can be chosen: by a finger that is let go on it, by a key while it has the focus, by a switch, by a screen reader.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    property bool available: true
    property alias gesturePolicy: tap.gesturePolicy
    property string label: ""
    readonly property bool pressed: tap.pressed && root.available
    property real ringGap: root.show.frame.millimetre * 0.5
    property real round: Math.round(root.show.frame.millimetre * 3)

    signal chosen

    function act(): void {
        if (root.available && root.enabled) {
            root.chosen();
        }
    }

    // What Qt calls where a screen reader toggles a choice.
    function accessibleToggleAction(): void {
        root.act();
    }

    activeFocusOnTab: root.available || root.activeFocus
    enabled: root.available || root.activeFocus

    Accessible.focusable: root.available
    Accessible.ignored: !root.visible || !(root.parent?.enabled ?? false)
    Accessible.name: root.label
    Accessible.pressed: root.pressed
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.act()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
            event.accepted = true;
            if (!event.isAutoRepeat) {
                root.act();
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Math.round(border.width + Math.max(2, root.ringGap))
        border.color: root.show.theme.focus
        border.width: Math.max(3, Math.round(root.show.frame.millimetre * 0.8))
        color: "transparent"
        objectName: "focus"
        radius: root.round - anchors.margins
        visible: root.activeFocus
    }

    // What is held a while is looked at: it takes the focus, which shows its words large.
    Timer {
        interval: 500
        running: root.pressed

        onTriggered: root.forceActiveFocus(Qt.MouseFocusReason)
    }

    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        enabled: root.available
        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: 3600

        onTapped: root.act()
    }
}
