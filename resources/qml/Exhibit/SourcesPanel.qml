// SPDX-License-Identifier: Apache-2.0
// The sources of the page, paged where there are many; nothing scrolls.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Panel {
    id: root

    property int sheet: 0
    readonly property int sheets: root.show.panels.sourceSheets

    full: root.sheets > 1
    title: root.show.say(root.show.speech, "sources_title")

    buttons: [
        Button {
            height: root.show.frame.button
            icon: "close"
            label: root.show.say(root.show.speech, "close")
            objectName: "sources-close"
            show: root.show

            onChosen: root.show.choose("close", "")
        },
        Button {
            available: root.sheet > 0
            height: root.show.frame.button
            icon: "previous"
            label: root.show.say(root.show.speech, "previous")
            objectName: "sources-previous"
            show: root.show
            shown: root.sheets > 1

            onChosen: root.sheet -= 1
        },
        Button {
            available: root.sheet + 1 < root.sheets
            height: root.show.frame.button
            icon: "next"
            label: root.show.say(root.show.speech, "next")
            objectName: "sources-next"
            show: root.show
            shown: root.sheets > 1

            onChosen: root.sheet += 1
        }
    ]

    onVisibleChanged: root.sheet = 0

    Repeater {
        model: root.show.panels.sources

        Entry {
            id: source

            required property int sheet

            px: root.show.panels.sourcesText
            show: root.show
            visible: source.sheet === root.sheet
            width: root.inner
        }
    }
}
