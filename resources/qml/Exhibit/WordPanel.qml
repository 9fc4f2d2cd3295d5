// SPDX-License-Identifier: Apache-2.0
// What a taught word means, or all words of the page; the next touch anywhere closes it.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Panel {
    id: root

    title: root.show.say(root.show.speech, "words_title")

    buttons: Button {
        height: root.show.frame.button
        icon: "close"
        label: root.show.say(root.show.speech, "close")
        objectName: "words-close"
        show: root.show

        onChosen: root.show.choose("close", "")
    }

    Repeater {
        model: root.show.panels.words

        Entry {
            px: root.show.panels.wordsText
            show: root.show
            strong: true
            width: root.inner
        }
    }
}
