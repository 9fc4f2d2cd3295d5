// SPDX-License-Identifier: Apache-2.0
// Text as it is set everywhere in the chrome: plain, in the kiosk's typeface, wrapped and never cut.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Text {
    id: root

    required property ShowBridge show

    property real px: root.show.frame.label

    color: root.show.theme.text
    font.family: root.show.theme.family
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: Math.max(1, Math.round(root.px))
    horizontalAlignment: Text.AlignLeft
    lineHeight: 1.12
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.WordWrap

    Accessible.ignored: root.text === "" || !root.visible || !root.enabled
    Accessible.name: root.text
    Accessible.role: Accessible.StaticText
}
