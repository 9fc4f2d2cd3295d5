// SPDX-License-Identifier: Apache-2.0
// The sheet of how to read: text size, contrast, language; on small glass it fills the screen and holds the rest.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property ShowBridge show

    readonly property real gap: root.show.frame.gap
    readonly property bool headed: root.parted && root.lines * (root.show.frame.button + 1.4 * root.show.frame.label + 2 * root.gap) + 2 * root.pad < root.room
    property int leaf: 0
    // How many rows the choices take where each kind begins one.
    readonly property int lines: 3 + Math.ceil((glass.breadth(tongues) + (tongues.count - 1) * root.gap) / flow.roomy)
    readonly property bool narrow: root.show.frame.narrow
    // Too much for one sheet of the smallest glass: then it has two leaves.
    readonly property bool paged: root.narrow && glass.overfull(flow.children, flow.width, root.width - root.corner - root.inset)
    // Whether each kind of choice begins a row of its own.
    readonly property bool parted: !root.narrow && root.lines * (root.show.frame.button + 1.4 * root.gap) + 2 * root.pad < root.room
    readonly property real pad: root.narrow ? root.inset : Math.round(1.4 * root.gap)
    readonly property real room: root.show.frame.barTop - root.show.frame.pageTop - 2 * root.gap
    readonly property list<real> scales: [1, 1.25, 1.5, 1.75, 2]
    readonly property int step: Math.max(0, root.scales.indexOf(root.show.textScale))

    component Choice: Button {
        property int leaf: 1

        icon: this.current ? "finished" : ""
        show: root.show
        wanted: !root.narrow || !this.current
        shown: this.wanted && (!root.paged || this.leaf === root.leaf)
        tight: root.narrow
    }

    // A heading takes a line of its own; without room for its words it still parts the rows.
    component Heading: Prose {
        color: root.show.theme.muted
        height: root.headed ? contentHeight : 1
        show: root.show
        verticalAlignment: Text.AlignBottom
        visible: root.parted
        width: flow.width

        Accessible.role: Accessible.Heading
    }

    Accessible.focusable: true
    Accessible.ignored: !root.visible || !root.enabled
    Accessible.name: root.show.say(root.show.speech, "settings_title")
    Accessible.role: Accessible.Dialog

    onVisibleChanged: root.leaf = 0

    Attention {
        dialog: root
        show: root.show
    }

    Rows {
        id: glass

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
        height: root.narrow ? root.height : flow.implicitHeight + 2 * root.pad
        objectName: "paper"
        radius: root.narrow ? 0 : Math.round(root.show.frame.millimetre * 4)
        width: root.narrow ? root.width : flow.width + 2 * root.pad
        x: root.narrow ? 0 : root.show.mirrored ? root.inset : root.width - root.inset - paper.width
        y: root.narrow ? 0 : root.show.frame.barTop - paper.height - root.gap

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Flow {
            id: flow

            spacing: root.headed || root.narrow ? root.gap : Math.round(root.gap * 0.7)
            readonly property real most: root.width - 2 * root.inset - (root.narrow ? 0 : 2 * root.pad)
            readonly property real roomy: Math.min(flow.most, Math.max(smaller.width + scale.width + larger.width + 2 * root.gap, glass.breadth(themes) + 2 * root.gap) + close.implicitWidth + 3 * root.gap)

            width: root.parted ? flow.roomy : flow.most
            x: root.pad
            y: root.narrow ? root.gap : root.pad

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "text_size") : ""
            }

            Choice {
                id: smaller

                available: root.step > 0
                icon: "minus"
                leaf: 0
                label: root.show.say(root.show.speech, "smaller")
                objectName: "smaller"

                onChosen: root.show.choose("text-scale", String(root.scales[root.step - 1]))
            }

            TextSize {
                id: scale

                height: root.show.frame.button
                objectName: "scale"
                px: root.show.frame.label * (root.narrow ? 1 : 1.2)
                show: root.show

                onDecreased: smaller.act()
                onIncreased: larger.act()
                visible: larger.shown
            }

            Choice {
                id: larger

                available: root.step + 1 < root.scales.length
                icon: "plus"
                leaf: 0
                label: root.show.say(root.show.speech, "larger")
                objectName: "larger"

                onChosen: root.show.choose("text-scale", String(root.scales[root.step + 1]))
            }

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "contrast") : ""
            }

            Repeater {
                id: themes

                model: ["light", "dark", "contrast"]

                Choice {
                    id: theme

                    required property string modelData

                    choice: true
                    current: root.show.themeName === theme.modelData
                    label: root.show.say(root.show.speech, "theme_" + theme.modelData)
                    objectName: "theme-" + theme.modelData

                    onChosen: root.show.choose("theme", theme.modelData)
                }
            }

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "language") + (root.show.signed ? "" : " · " + root.show.say(root.show.speech, "not_checked_words")) : ""
            }

            Repeater {
                id: tongues

                model: root.show.lists.languages

                Choice {
                    id: tongue

                    required property string code
                    required property string name

                    choice: true
                    current: root.show.language === tongue.code
                    label: tongue.name
                    objectName: "language-" + tongue.code

                    onChosen: root.show.choose("language", tongue.code)
                }
            }

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "comfort") : ""
            }

            Choice {
                id: still

                current: root.show.still && !root.narrow
                label: root.show.say(root.show.speech, root.narrow && root.show.still ? "still_off" : "still")
                objectName: "still"
                wanted: true

                onChosen: root.show.choose("still", root.show.still ? "no" : "yes")
            }

            Choice {
                id: lower

                current: root.show.lowered
                label: root.show.say(root.show.speech, "lower")
                objectName: "lower"
                wanted: root.show.frame.tall

                onChosen: root.show.choose("lower", root.show.lowered ? "no" : "yes")
            }

            FoldedActs {
                closing: !root.parted
                leaf: root.leaf
                leaves: root.paged ? 2 : 1
                show: root.show

                onTurned: root.leaf = 1 - root.leaf
            }
        }

        Button {
            id: close

            anchors.right: parent.right
            anchors.rightMargin: root.pad
            icon: "close"
            label: root.show.say(root.show.speech, "close")
            objectName: "sheet-close"
            show: root.show
            shown: root.parted
            y: root.pad + smaller.y

            onChosen: root.show.choose("close", "")
        }
    }
}
