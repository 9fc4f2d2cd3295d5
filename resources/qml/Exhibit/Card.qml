// SPDX-License-Identifier: Apache-2.0
// One card of Topics: the accent's rail, title, key message, how many pages, and its drawing where there is room.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Pressable {
    id: root

    required property color accent
    required property int index
    required property string message
    required property string pages
    required property string picture
    required property string section
    required property bool startHere
    required property color tint
    required property string title

    readonly property real pad: root.px * 0.9
    readonly property real px: root.show.frame.cardText
    readonly property real rail: Math.round(root.px * 0.45)

    height: root.show.frame.cardHeight
    label: root.startHere ? root.show.say(root.show.speech, "start_here") + ": " + root.title : root.title
    objectName: "card"
    width: root.show.frame.cardWidth

    Accessible.description: root.message + " " + root.pages

    onChosen: root.show.choose("open", root.section)

    Rectangle {
        id: paper

        anchors.fill: parent
        border.color: root.show.theme.buttonLine
        border.width: Math.max(1, Math.round(root.show.frame.millimetre * (root.pressed ? 0.9 : 0.25)))
        color: root.pressed ? root.show.theme.pressed : root.show.theme.button
        radius: root.round

        // The rail follows the rounded edge: a rounded strip, squared where the card goes on.
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.top: parent.top
            bottomLeftRadius: root.show.mirrored ? 0 : paper.radius
            bottomRightRadius: root.show.mirrored ? paper.radius : 0
            color: root.accent
            topLeftRadius: root.show.mirrored ? 0 : paper.radius
            topRightRadius: root.show.mirrored ? paper.radius : 0
            width: Math.max(root.rail, paper.radius)
        }
    }

    Prose {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: root.rail + root.pad
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        anchors.top: parent.top
        anchors.topMargin: root.pad
        color: root.accent
        font.weight: Font.Bold
        lineHeight: 1.05
        px: root.px * 1.15
        show: root.show
        text: root.startHere ? root.show.say(root.show.speech, "start_here") : root.title

        Accessible.ignored: true
    }

    Prose {
        id: words

        anchors.left: heading.left
        anchors.right: heading.right
        anchors.top: heading.bottom
        anchors.topMargin: root.px * 0.4
        px: root.px
        show: root.show
        text: root.message

        Accessible.ignored: true
    }

    Prose {
        id: count

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.pad * 0.8
        anchors.left: heading.left
        color: root.show.theme.muted
        px: root.px * 0.85
        show: root.show
        text: root.pages

        Accessible.ignored: true
    }

    Image {
        readonly property real side: root.show.frame.drawings[root.index] ?? 0

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.pad * 0.8
        anchors.right: parent.right
        anchors.rightMargin: root.pad * 0.8
        fillMode: Image.PreserveAspectFit
        height: side
        source: root.picture
        visible: status === Image.Ready && side > 0
        width: side
    }
}
