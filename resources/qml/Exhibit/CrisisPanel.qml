// SPDX-License-Identifier: Apache-2.0
// Crisis help: who is near, then who can be called, in calm large print over everything else.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property ShowBridge show

    readonly property real px: root.show.panels.crisisText
    property int sheet: 0
    readonly property bool stacked: root.show.panels.stacked

    Accessible.focusable: true
    Accessible.ignored: !root.visible || !root.enabled
    Accessible.name: root.show.say(root.show.speech, "crisis_title")
    Accessible.role: Accessible.Dialog

    onVisibleChanged: root.sheet = 0

    Attention {
        dialog: root
        show: root.show
    }

    Rectangle {
        anchors.fill: parent
        color: root.show.theme.ground
    }

    Rectangle {
        color: root.show.theme.bar
        height: parent.height - y
        width: parent.width
        y: root.show.frame.barTop

        Rectangle {
            color: root.show.theme.line
            height: Math.max(1, Math.round(root.show.frame.millimetre * 0.3))
            width: parent.width
        }
    }

    Column {
        id: inside

        height: root.show.panels.crisisHeight
        width: root.show.panels.crisisWidth
        x: root.show.panels.crisisLeft
        y: root.show.panels.crisisTop + Math.max(0, (inside.height - inside.implicitHeight - 2 * root.px) / 3)

        Prose {
            font.weight: Font.Bold
            objectName: "desk"
            px: root.px * 1.5
            show: root.show
            text: root.show.say(root.show.speech, "crisis_desk")
            width: parent.width
        }

        Prose {
            color: root.show.theme.muted
            objectName: "where"
            px: root.px
            show: root.show
            text: root.show.panels.where
            topPadding: root.px * 0.3
            visible: text !== ""
            width: parent.width
        }

        Item {
            height: root.px * 0.6
            width: 1
        }

        Repeater {
            model: root.show.panels.numbers

            Item {
                id: line

                required property real column
                required property string how
                required property string name
                required property string number
                required property int sheet

                height: (root.stacked ? figures.implicitHeight + said.implicitHeight : Math.max(figures.implicitHeight, said.implicitHeight)) + root.px * 0.8
                visible: line.sheet === root.sheet
                width: inside.width

                Rectangle {
                    anchors.top: parent.top
                    color: root.show.theme.line
                    height: Math.max(1, Math.round(root.show.frame.millimetre * 0.25))
                    width: parent.width
                }

                Prose {
                    id: figures

                    anchors.left: parent.left
                    anchors.top: parent.top
                    anchors.topMargin: root.stacked ? root.px * 0.4 : (line.height - figures.implicitHeight) / 2
                    color: root.show.theme.crisis
                    font.weight: Font.Bold
                    objectName: "number"
                    px: root.px * 1.7
                    show: root.show
                    text: line.number
                    width: line.column
                }

                Column {
                    id: said

                    anchors.left: root.stacked ? parent.left : figures.right
                    anchors.right: parent.right
                    anchors.top: root.stacked ? figures.bottom : parent.top
                    anchors.topMargin: root.stacked ? 0 : (line.height - said.implicitHeight) / 2

                    Prose {
                        font.weight: Font.Bold
                        px: root.px
                        show: root.show
                        text: line.name
                        width: parent.width
                    }

                    Prose {
                        color: root.show.theme.muted
                        px: root.px
                        show: root.show
                        text: line.how
                        visible: line.how !== ""
                        width: parent.width
                    }
                }
            }
        }
    }

    // On narrow glass the last sentence stands beside the button, where there is room for it.
    Prose {
        color: root.show.theme.muted
        height: root.show.frame.narrow ? root.show.frame.button : contentHeight
        px: root.show.frame.narrow ? Math.min(root.px, root.show.frame.label * 0.8) : root.px
        show: root.show
        text: root.show.say(root.show.speech, "crisis_no_call")
        width: root.show.frame.narrow ? root.width - root.corner - buttons.width - root.inset - 3 * root.show.frame.gap : inside.width
        x: root.show.frame.narrow ? (root.show.mirrored ? root.corner + root.show.frame.gap : root.inset + buttons.width + 2 * root.show.frame.gap) : inside.x
        y: root.show.frame.narrow ? buttons.y : inside.y + inside.implicitHeight + root.px * 0.4
    }

    Row {
        id: buttons

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        spacing: root.show.frame.gap
        y: root.show.frame.barTop + root.show.frame.barHeight - root.show.frame.gap - root.show.frame.button

        Button {
            icon: "close"
            label: root.show.say(root.show.speech, "close")
            objectName: "crisis-close"
            show: root.show

            onChosen: root.show.choose("close", "")
        }

        // On glass too small for all numbers the others come at a press, and the first again.
        Button {
            icon: "next"
            label: root.show.say(root.show.speech, "listen_more")
            objectName: "crisis-more"
            show: root.show
            shown: root.show.panels.helpSheets > 1

            onChosen: root.sheet = (root.sheet + 1) % root.show.panels.helpSheets
        }
    }
}
