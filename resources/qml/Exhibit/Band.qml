// SPDX-License-Identifier: Apache-2.0
// The warning that takes the bar's place before the screen starts over; the page above it stays uncovered.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property ShowBridge show

    Rectangle {
        anchors.fill: parent
        color: root.show.theme.button

        Rectangle {
            color: root.show.theme.accent
            height: Math.max(4, Math.round(root.show.frame.millimetre * 1.2))
            width: parent.width
        }
    }

    Prose {
        anchors.fill: parent
        anchors.leftMargin: root.inset
        anchors.rightMargin: root.corner + 2 * root.show.frame.gap
        anchors.topMargin: Math.max(4, Math.round(root.show.frame.millimetre * 1.2))
        font.weight: Font.DemiBold
        objectName: "band"
        px: root.show.frame.label * (root.show.frame.narrow || root.show.frame.rows > 1 ? 1 : 1.25)
        show: root.show
        text: root.show.say(root.show.speech, "band")

        Accessible.role: Accessible.AlertMessage

        Accessible.onPressAction: root.show.choose("close", "")
    }
}
