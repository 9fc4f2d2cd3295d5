// SPDX-License-Identifier: Apache-2.0
// The words of the control that has the focus or is held, in the size of large text, away from the control itself.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property Pressable at: root.Window.activeFocusItem as Pressable
    readonly property real high: root.at === null ? 0 : root.mapFromItem(root.at, 0, root.at.height / 2).y
    readonly property real px: Math.max(root.show.frame.large, 1.5 * root.show.frame.label)
    readonly property real ceiling: root.show.frame.pageTop
    readonly property bool upper: root.high < (root.ceiling + root.show.frame.barTop) / 2
    // At the page's usual size the labels are as large as its words.
    readonly property bool wanted: root.at !== null && root.at.label !== "" && root.show.textScale > 1.25 && (root.show.view === "page" || root.show.view === "topics")

    FontMetrics {
        id: metrics

        font: words.font
    }

    Rectangle {
        id: paper

        border.color: root.show.theme.focus
        border.width: Math.max(3, Math.round(root.show.frame.millimetre * 0.8))
        color: root.show.theme.ground
        height: words.implicitHeight + 0.7 * root.px
        objectName: "big-label"
        radius: Math.round(root.show.frame.millimetre * 4)
        visible: root.wanted
        width: words.width + 1.2 * root.px
        x: !(root.show.frame.narrow && root.upper) ? (root.width - paper.width) / 2 : root.show.mirrored ? root.width - paper.width - root.show.frame.gap : root.show.frame.gap
        // Away from the control: below the page's upper edge, or above the bar; on narrow glass beside crisis help.
        y: !root.upper ? root.ceiling + root.show.frame.gap : (root.show.frame.narrow ? root.height : root.show.frame.barTop) - paper.height - root.show.frame.gap

        Prose {
            id: words

            anchors.centerIn: parent
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            px: root.px
            show: root.show
            text: root.at === null ? "" : root.at.label
            width: Math.min(metrics.advanceWidth(words.text) + 0.1 * root.px, root.width - 2 * root.show.frame.gap - 1.2 * root.px)

            Accessible.ignored: true
        }
    }
}
