// SPDX-License-Identifier: Apache-2.0
// The sources of the page, paged where there are many; nothing scrolls.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property real pad: root.show.frame.label * 1.2
    readonly property int sheets: root.show.panels.sourceSheets
    property int sheet: 0

    Accessible.name: root.show.say(root.show.speech, "sources_title")
    Accessible.role: Accessible.Dialog

    onVisibleChanged: root.sheet = 0

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.show.choose("close", "")
    }

    Rectangle {
        id: paper

        border.color: root.show.theme.buttonLine
        border.width: Math.max(2, Math.round(root.show.frame.millimetre * 0.4))
        color: root.show.theme.ground
        height: root.sheets > 1 ? root.show.panels.tallest : Math.min(root.show.panels.tallest, inside.implicitHeight + buttons.height + 2.8 * root.pad)
        objectName: "paper"
        radius: Math.round(root.show.frame.millimetre * 4)
        width: root.show.panels.width
        x: root.show.panels.left
        y: root.show.panels.top + root.show.panels.tallest - paper.height

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Column {
            id: inside

            width: parent.width - 2 * root.pad
            x: root.pad
            y: root.pad

            Prose {
                bottomPadding: root.show.frame.label * 0.3
                color: root.show.theme.accent
                font.weight: Font.Bold
                px: root.show.frame.label * 1.1
                show: root.show
                text: root.show.say(root.show.speech, "sources_title")
                width: parent.width

                Accessible.role: Accessible.Heading
            }

            Repeater {
                model: root.show.panels.sources

                Column {
                    id: line

                    required property string body
                    required property int sheet
                    required property string title

                    bottomPadding: root.show.panels.sourcesText * 0.55
                    visible: line.sheet === root.sheet
                    width: inside.width

                    Prose {
                        px: root.show.panels.sourcesText
                        show: root.show
                        text: line.title
                        width: parent.width
                    }

                    Prose {
                        color: root.show.theme.muted
                        px: root.show.panels.sourcesText
                        show: root.show
                        text: line.body
                        visible: line.body !== ""
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }
        }

        Row {
            id: buttons

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.pad
            anchors.left: parent.left
            anchors.leftMargin: root.pad
            spacing: root.show.frame.gap

            Button {
                height: root.show.frame.target
                icon: "close"
                label: root.show.say(root.show.speech, "close")
                objectName: "sources-close"
                show: root.show

                onChosen: root.show.choose("close", "")
            }

            Button {
                available: root.sheet > 0
                height: root.show.frame.target
                icon: "previous"
                label: root.show.say(root.show.speech, "previous")
                objectName: "sources-previous"
                show: root.show
                visible: root.sheets > 1

                onChosen: root.sheet -= 1
            }

            Button {
                available: root.sheet + 1 < root.sheets
                height: root.show.frame.target
                icon: "next"
                label: root.show.say(root.show.speech, "next")
                objectName: "sources-next"
                show: root.show
                visible: root.sheets > 1

                onChosen: root.sheet += 1
            }
        }
    }
}
