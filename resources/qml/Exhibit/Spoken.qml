// SPDX-License-Identifier: Apache-2.0
// Marks the sentence that is being read aloud: underlined line by line on a faint ground, never by colour alone.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property real around: Math.round(root.show.frame.millimetre * 0.8)
    readonly property real thick: Math.max(3, Math.round(root.show.frame.millimetre * 0.8))

    Accessible.ignored: true

    Repeater {
        model: root.show.listen.marks

        Rectangle {
            id: mark

            required property real breadth
            required property real leftEdge
            required property real tallness
            required property real topEdge

            color: Qt.alpha(root.show.theme.accent, 0.08)
            height: mark.tallness
            objectName: "spoken"
            width: mark.breadth + 2 * root.around
            x: mark.leftEdge - root.around
            y: mark.topEdge

            Rectangle {
                color: root.show.theme.accent
                height: root.thick
                width: parent.width
                y: parent.height - root.thick
            }
        }
    }
}
