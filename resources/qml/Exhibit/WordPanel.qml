// SPDX-License-Identifier: Apache-2.0
// What a taught word means, or all words of the page; the next touch anywhere closes it.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property real pad: root.show.frame.label * 1.2

    Accessible.name: root.show.say(root.show.speech, "words_title")
    Accessible.role: Accessible.Dialog

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.show.choose("close", "")
    }

    Rectangle {
        id: paper

        border.color: root.show.theme.buttonLine
        border.width: Math.max(2, Math.round(root.show.frame.millimetre * 0.4))
        color: root.show.theme.ground
        height: Math.min(root.show.panels.tallest, inside.implicitHeight + close.height + 2.6 * root.pad)
        objectName: "paper"
        radius: Math.round(root.show.frame.millimetre * 4)
        width: root.show.panels.width
        x: root.show.panels.left
        y: root.show.panels.top + root.show.panels.tallest - paper.height

        Column {
            id: inside

            spacing: 0
            width: parent.width - 2 * root.pad
            x: root.pad
            y: root.pad

            Repeater {
                model: root.show.panels.words

                Column {
                    id: line

                    required property string body
                    required property string title

                    bottomPadding: root.show.panels.wordsText * 0.55
                    width: inside.width

                    Prose {
                        color: root.show.theme.accent
                        font.weight: Font.Bold
                        px: root.show.panels.wordsText
                        show: root.show
                        text: line.title
                        width: parent.width
                    }

                    Prose {
                        px: root.show.panels.wordsText
                        show: root.show
                        text: line.body
                        width: parent.width
                    }
                }
            }
        }

        Button {
            id: close

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.pad
            anchors.left: parent.left
            anchors.leftMargin: root.pad
            height: root.show.frame.target
            icon: "close"
            label: root.show.say(root.show.speech, "close")
            objectName: "words-close"
            show: root.show

            onChosen: root.show.choose("close", "")
        }
    }
}
