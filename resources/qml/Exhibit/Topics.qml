// SPDX-License-Identifier: Apache-2.0
// What there is to read: a grid of cards, paged.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    Rectangle {
        anchors.fill: parent
        color: root.show.theme.ground
    }

    Prose {
        font.weight: Font.Bold
        objectName: "question"
        px: root.show.frame.heading
        show: root.show
        text: root.show.say(root.show.speech, "topics_title")
        width: root.show.frame.gridWidth
        x: root.show.frame.gridLeft
        y: root.show.frame.pageTop + root.show.frame.margin * 0.5

        Accessible.role: Accessible.Heading
    }

    Grid {
        columnSpacing: root.show.frame.gridGap
        columns: root.show.frame.columns
        rowSpacing: root.show.frame.gridGap
        width: root.show.frame.gridWidth
        x: root.show.frame.gridLeft
        y: root.show.frame.gridTop

        Repeater {
            model: root.show.lists.cards

            Card {
                show: root.show
            }
        }
    }
}
