// SPDX-License-Identifier: Apache-2.0
// A paper over the page with a title, what stands on it, and buttons below; on narrow glass it fills the screen.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real inset
    required property ShowBridge show
    required property string title

    default property alias content: inside.data
    property alias buttons: row.data
    property bool full: false
    readonly property real inner: Math.floor(paper.width - 2 * root.pad)
    readonly property bool narrow: root.show.frame.narrow
    readonly property real pad: Math.round(root.show.panels.pad)

    Accessible.focusable: true
    Accessible.ignored: !root.visible || !root.enabled
    Accessible.name: root.title
    Accessible.role: Accessible.Dialog

    Attention {
        dialog: root
        show: root.show
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.show.choose("close", "")
    }

    Rectangle {
        id: paper

        border.color: root.show.theme.buttonLine
        border.width: root.narrow ? 0 : Math.max(2, Math.round(root.show.frame.millimetre * 0.4))
        color: root.show.theme.ground
        height: Math.floor(root.full || root.narrow ? root.show.panels.tallest : Math.min(root.show.panels.tallest, inside.y + inside.implicitHeight + row.height + 1.5 * root.pad))
        objectName: "paper"
        radius: root.narrow ? 0 : Math.round(root.show.frame.millimetre * 4)
        width: Math.floor(root.show.panels.width)
        x: Math.round(root.show.panels.left)
        y: Math.floor(root.show.panels.top + root.show.panels.tallest) - paper.height

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Prose {
            id: heading

            color: root.show.theme.muted
            font.weight: Font.DemiBold
            px: root.show.frame.label
            show: root.show
            text: root.title
            width: root.inner
            x: root.pad
            y: root.pad * 0.8

            Accessible.role: Accessible.Heading
        }

        Column {
            id: inside

            width: root.inner
            x: root.pad
            y: Math.round(root.pad * 0.8 + root.show.frame.label * 1.8)
        }

        Row {
            id: row

            anchors.left: parent.left
            anchors.leftMargin: root.narrow ? root.inset : root.pad
            spacing: root.show.frame.gap
            y: root.narrow ? root.show.frame.barTop + root.show.frame.barHeight - root.show.frame.gap - row.height : paper.height - root.pad - row.height
        }
    }
}
