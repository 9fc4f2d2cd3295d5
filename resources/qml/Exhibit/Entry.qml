// SPDX-License-Identifier: Apache-2.0
// An entry of a panel: a word with its meaning, or a source with where it can be found.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Column {
    id: root

    required property string body
    required property real px
    required property ShowBridge show
    required property string title

    property bool strong: false

    bottomPadding: root.px * 0.55

    Prose {
        color: root.strong ? root.show.theme.accent : root.show.theme.text
        font.weight: root.strong ? Font.Bold : Font.Normal
        px: root.px
        show: root.show
        text: root.title
        width: parent.width
        wrapMode: root.strong ? Text.WordWrap : Text.Wrap
    }

    Prose {
        color: root.strong ? root.show.theme.text : root.show.theme.muted
        px: root.px
        show: root.show
        text: root.body
        visible: root.body !== ""
        width: parent.width
        wrapMode: root.strong ? Text.WordWrap : Text.Wrap
    }
}
