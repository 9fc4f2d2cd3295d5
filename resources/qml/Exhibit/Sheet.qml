// SPDX-License-Identifier: Apache-2.0
// The sheet of how to read: text size, contrast, language; on small glass it fills the screen and holds the rest.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real inset
    required property ShowBridge show

    readonly property real gap: root.show.frame.gap
    readonly property bool headed: !root.narrow && 3 * (root.show.frame.button + 1.4 * root.show.frame.label + 2 * root.gap) + 2 * root.pad < root.show.frame.barTop - 2 * root.gap
    readonly property bool narrow: root.show.frame.narrow
    readonly property real pad: root.narrow ? root.inset : Math.round(1.4 * root.gap)
    readonly property list<real> scales: [1, 1.25, 1.5, 1.75, 2]
    readonly property int step: Math.max(0, root.scales.indexOf(root.show.textScale))

    component Choice: Button {
        icon: this.current ? "finished" : ""
        show: root.show
        shown: !root.narrow || !this.current
        tight: root.narrow
    }

    component Folded: Button {
        show: root.show
        shown: root.narrow
        tight: true
    }

    // A heading takes a line of its own; without room for its words it still parts the rows.
    component Heading: Prose {
        color: root.show.theme.muted
        height: root.headed ? implicitHeight : 1
        show: root.show
        verticalAlignment: Text.AlignBottom
        visible: !root.narrow
        width: flow.width

        Accessible.role: Accessible.Heading
    }

    Accessible.name: root.show.say(root.show.speech, "settings_sheet")
    Accessible.role: Accessible.Dialog

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

        Button {
            id: close

            anchors.right: parent.right
            anchors.rightMargin: root.pad
            icon: "close"
            label: root.show.say(root.show.speech, "close")
            objectName: "sheet-close"
            show: root.show
            shown: !root.narrow
            y: root.pad + smaller.y

            onChosen: root.show.choose("close", "")
        }

        Flow {
            id: flow

            spacing: root.headed || root.narrow ? root.gap : Math.round(root.gap * 0.7)
            width: root.narrow ? root.width - 2 * root.inset : Math.min(root.width - 2 * root.inset - 2 * root.pad, Math.max(smaller.width + scale.width + larger.width + 2 * root.gap, light.width + dark.width + strong.width + 2 * root.gap) + close.width + 3 * root.gap)
            x: root.pad
            y: root.narrow ? root.gap : root.pad

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "text_size") : ""
            }

            Choice {
                id: smaller

                available: root.step > 0
                icon: "minus"
                label: root.show.say(root.show.speech, "smaller")
                objectName: "smaller"

                onChosen: root.show.choose("text-scale", String(root.scales[root.step - 1]))
            }

            Prose {
                id: scale

                font.weight: Font.DemiBold
                height: root.show.frame.button
                horizontalAlignment: Text.AlignHCenter
                objectName: "scale"
                px: root.show.frame.label * (root.narrow ? 1 : 1.2)
                show: root.show
                text: Math.round(root.show.textScale * 100) + "\u00a0%"
                width: scale.px * 3.4
            }

            Choice {
                id: larger

                available: root.step + 1 < root.scales.length
                icon: "plus"
                label: root.show.say(root.show.speech, "larger")
                objectName: "larger"

                onChosen: root.show.choose("text-scale", String(root.scales[root.step + 1]))
            }

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "contrast") : ""
            }

            Choice {
                id: light

                current: root.show.themeName === "light"
                label: root.show.say(root.show.speech, "theme_light")
                objectName: "theme-light"

                onChosen: root.show.choose("theme", "light")
            }

            Choice {
                id: dark

                current: root.show.themeName === "dark"
                label: root.show.say(root.show.speech, "theme_dark")
                objectName: "theme-dark"

                onChosen: root.show.choose("theme", "dark")
            }

            Choice {
                id: strong

                current: root.show.themeName === "contrast"
                label: root.show.say(root.show.speech, "theme_contrast")
                objectName: "theme-contrast"

                onChosen: root.show.choose("theme", "contrast")
            }

            Heading {
                text: root.headed ? root.show.say(root.show.speech, "language") + (root.show.signed ? "" : " · " + root.show.say(root.show.speech, "not_checked_words")) : ""
            }

            Repeater {
                model: root.show.lists.languages

                Choice {
                    id: tongue

                    required property string code
                    required property string name

                    current: root.show.language === tongue.code
                    label: tongue.name
                    objectName: "language-" + tongue.code

                    onChosen: root.show.choose("language", tongue.code)
                }
            }

            Folded {
                icon: "topics"
                label: root.show.say(root.show.speech, "topics")
                objectName: "sheet-topics"
                shown: root.narrow && root.show.view === "page"

                onChosen: root.show.choose("topics", "")
            }

            Folded {
                icon: "words"
                label: root.show.say(root.show.speech, "words")
                objectName: "sheet-words"
                shown: root.narrow && root.show.page.teaches

                onChosen: root.show.choose("words", "")
            }

            Folded {
                icon: "listen"
                label: root.show.listen.label
                objectName: "sheet-listen"
                shown: root.narrow && root.show.listen.offered && root.show.view === "page"

                onChosen: root.show.choose("listen", "")
            }

            Folded {
                icon: "finished"
                label: root.show.say(root.show.speech, "finished")
                objectName: "sheet-finished"

                onChosen: root.show.choose("finished", "")
            }

            Folded {
                icon: "close"
                label: root.show.say(root.show.speech, "close")
                objectName: "sheet-close"

                onChosen: root.show.choose("close", "")
            }
        }
    }
}
