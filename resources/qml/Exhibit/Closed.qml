// SPDX-License-Identifier: Apache-2.0
// The clinic is closed: its name, its hours, and where help is until it opens.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property bool beside: !root.show.panels.stacked
    readonly property real px: root.show.panels.closedText
    readonly property real hours: root.show.panels.hoursWidth
    readonly property real help: root.beside ? root.show.panels.crisisWidth - 2 * root.px - root.hours : root.hours

    Rectangle {
        anchors.fill: parent
        color: root.show.theme.ground
    }

    Column {
        id: inside

        width: root.show.panels.crisisWidth
        x: root.show.panels.crisisLeft
        y: root.show.panels.crisisTop + Math.max(0, (root.show.panels.crisisHeight - inside.implicitHeight) / 3)

        Grid {
            columnSpacing: 2 * root.px
            columns: root.beside ? 2 : 1
            rowSpacing: root.px
            width: parent.width

            Column {
                spacing: 0
                width: root.hours

                Prose {
                    color: root.show.theme.accent
                    font.weight: Font.Bold
                    px: root.px * 1.15
                    show: root.show
                    text: root.show.clinic
                    width: root.hours
                }

                Prose {
                    bottomPadding: root.px
                    font.weight: Font.Bold
                    px: root.px * 1.7
                    show: root.show
                    text: root.show.say(root.show.speech, "closed_title")
                    width: root.hours
                }

                Repeater {
                    model: root.show.lists.days

                    Row {
                        id: line

                        required property string day
                        required property string times

                        bottomPadding: root.px * 0.3
                        spacing: root.show.panels.dayGap

                        Prose {
                            color: root.show.theme.muted
                            px: root.px
                            show: root.show
                            text: line.day
                            width: root.show.panels.dayWidth - line.spacing
                        }

                        Prose {
                            px: root.px
                            show: root.show
                            text: line.times
                            width: root.hours - root.show.panels.dayWidth
                        }
                    }
                }
            }

            Column {
                spacing: root.px * 0.5
                width: root.help

                Prose {
                    color: root.show.theme.muted
                    px: root.px
                    show: root.show
                    text: root.show.panels.where
                    visible: text !== ""
                    width: parent.width
                }

                Repeater {
                    model: root.show.panels.numbers

                    Column {
                        id: call

                        required property string how
                        required property string name
                        required property string number

                        width: root.help

                        Prose {
                            color: root.show.theme.crisis
                            font.weight: Font.Bold
                            px: root.px * 1.2
                            show: root.show
                            text: call.number
                            width: parent.width
                        }

                        Prose {
                            px: root.px
                            show: root.show
                            text: call.name
                            width: parent.width
                        }

                        Prose {
                            color: root.show.theme.muted
                            px: root.px
                            show: root.show
                            text: call.how
                            visible: text !== ""
                            width: parent.width
                        }
                    }
                }
            }
        }
    }
}
