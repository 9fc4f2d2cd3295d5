// SPDX-License-Identifier: Apache-2.0
// Where the page's taught words and its line of sources can be touched, each a little larger than it is drawn.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    Repeater {
        model: root.show.page.marks

        Pressable {
            id: mark

            required property real breadth
            required property real leftEdge
            required property string name
            required property real tallness
            required property string term
            required property real topEdge

            readonly property real around: root.show.frame.millimetre * 2

            gesturePolicy: TapHandler.DragThreshold
            height: mark.tallness + 2 * mark.around
            label: mark.name
            objectName: "mark"
            ringGap: 0
            round: mark.around
            show: root.show
            width: mark.breadth + 2 * mark.around
            x: mark.leftEdge - mark.around
            y: mark.topEdge - mark.around

            Accessible.ignored: mark.name === "" || !mark.visible || !mark.enabled
            Accessible.role: Accessible.Link

            onChosen: root.show.choose(mark.term === "" ? "sources" : "words", mark.term)
        }
    }
}
