// SPDX-License-Identifier: Apache-2.0
// The text size in percent, which a screen reader reads and changes as a value.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Prose {
    id: root

    readonly property real maximumValue: 200
    readonly property real minimumValue: 100
    readonly property real stepSize: 25
    readonly property real value: Math.round(root.show.textScale * 100)

    signal decreased
    signal increased

    font.weight: Font.DemiBold
    horizontalAlignment: Text.AlignHCenter
    text: root.value + "\u00a0%"
    width: root.px * 3.4

    Accessible.description: root.text
    Accessible.name: root.show.say(root.show.speech, "text_size")
    Accessible.role: Accessible.SpinBox

    Accessible.onDecreaseAction: root.decreased()
    Accessible.onIncreaseAction: root.increased()
}
