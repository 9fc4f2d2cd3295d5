// SPDX-License-Identifier: Apache-2.0
// Where in the rotation the wall is: dots, a number where they would be too many to be seen at a glance, and nothing
// where the rotation is so long that nobody waits for its end.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property int count: root.show.loopLength
    readonly property real dot: Math.round(root.show.frame.label * 0.34)
    readonly property bool dotted: root.count <= 12
    readonly property bool told: root.count > 1 && root.count < 100

    implicitHeight: root.dotted ? root.dot : number.implicitHeight
    implicitWidth: root.dotted ? dots.implicitWidth : number.implicitWidth
    visible: root.told

    Accessible.ignored: !root.visible || !root.enabled
    Accessible.name: root.show.reading.place
    Accessible.role: Accessible.StaticText

    Row {
        id: dots

        spacing: root.dot
        visible: root.dotted

        Repeater {
            model: root.dotted ? root.count : 0

            Rectangle {
                id: mark

                required property int index

                readonly property bool here: mark.index === root.show.loopPlace

                color: mark.here ? root.show.theme.accent : root.show.theme.disabled
                height: root.dot
                radius: root.dot / 2
                width: mark.here ? root.dot * 3 : root.dot
            }
        }
    }

    Prose {
        id: number

        color: root.show.theme.muted
        show: root.show
        text: (root.show.loopPlace + 1) + " / " + root.count
        visible: !root.dotted

        Accessible.ignored: true
    }
}
