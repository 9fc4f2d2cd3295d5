// SPDX-License-Identifier: Apache-2.0
// A copy to keep: a code for a telephone's camera on a light card in every theme, and the way for who has none.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Panel {
    id: root

    readonly property CopyBridge copy: root.show.copy

    opacity: root.visible ? 1 : 0
    title: root.show.say(root.show.speech, "keep_copy")

    buttons: Button {
        height: root.show.frame.button
        icon: "close"
        label: root.show.say(root.show.speech, "close")
        objectName: "copy-close"
        show: root.show

        onChosen: root.show.choose("close", "")
    }

    Behavior on opacity {
        enabled: !root.show.still

        NumberAnimation {
            duration: root.show.theme.panelTime
        }
    }

    Item {
        readonly property real below: root.narrow ? 0 : root.show.frame.button + 0.5 * root.pad

        height: root.copy.stacked ? code.y + code.height : Math.max(said.height + 0.5 * root.pad, code.height - this.below)
        width: root.inner

        Column {
            id: said

            anchors.left: parent.left
            spacing: Math.round(root.copy.between)

            Repeater {
                model: root.copy.said

                Prose {
                    required property int index
                    required property string modelData

                    font.weight: this.index === 0 ? Font.Bold : Font.Normal
                    px: root.copy.wordsText * (this.index === 0 ? root.copy.lead : 1)
                    show: root.show
                    text: this.modelData
                    width: root.copy.wordsWidth
                }
            }
        }

        // Beside the words the code reaches down past the button, which stands under them.
        Column {
            id: code

            anchors.left: root.copy.stacked ? parent.left : undefined
            anchors.right: root.copy.stacked ? undefined : parent.right
            spacing: Math.round(root.show.frame.label * 0.3)
            y: root.copy.stacked ? Math.round(said.height + root.copy.gutter * root.show.frame.label) : 0

            // Whole pixels a module, never smoothed: what a camera reads is the edge between dark and light.
            Rectangle {
                color: "white"
                height: root.copy.side
                objectName: "copy-card"
                radius: root.copy.edge
                visible: root.copy.side > 0
                width: root.copy.side

                Accessible.ignored: !visible || root.copy.label === ""
                Accessible.name: root.copy.label
                Accessible.role: Accessible.Graphic

                Image {
                    anchors.fill: parent
                    anchors.margins: root.copy.edge
                    cache: false
                    smooth: false
                    source: root.copy.picture

                    Accessible.ignored: true
                }
            }

            Prose {
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                objectName: "copy-host"
                show: root.show
                text: root.copy.host
                visible: root.copy.host !== ""
                width: root.copy.side
                wrapMode: Text.Wrap
            }
        }
    }
}
