// SPDX-License-Identifier: Apache-2.0
// The bar of a reader: where to go at its beginning, how to read and how to end before crisis help at its end.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property ShowBridge show

    readonly property bool onTopics: root.show.view === "topics"
    readonly property bool folded: root.show.frame.narrow
    // Whether narrow glass has no room even for Topics and Finished.
    readonly property bool curt: root.folded && previous.narrowest + next.narrowest + topics.narrowest + sheet.narrowest + finished.narrowest + 6 * root.gap > root.width - root.inset - root.corner
    readonly property real gap: root.show.frame.gap
    readonly property real leading: root.sum(previous) + root.sum(next) + root.sum(topics) + root.sum(words) + root.sum(listen)
    readonly property real ending: root.sum(copy) + root.sum(sheet) + root.sum(finished)
    // The room for every button a reader may meet, so that nothing grows or shrinks from page to page.
    readonly property real needed: previous.natural + next.natural + topics.natural + words.natural + copy.natural + sheet.natural + finished.natural + 8 * root.gap + 2 * root.inset + (root.show.listen.offered ? listen.natural + root.gap : 0)
    readonly property real snuggest: copy.narrowest + sheet.narrowest + finished.narrowest + 3 * root.gap
    readonly property bool twoRows: root.show.frame.rows > 1
    readonly property bool tight: root.twoRows ? root.leading > root.width - 2 * root.inset || root.ending > root.width - root.inset - root.corner : root.leading + root.ending > root.width - root.inset - root.corner
    property bool keyed: false
    readonly property real lower: root.height - root.gap - root.show.frame.button

    function sum(button: Button): real {
        return button.shown ? button.natural + root.gap : 0;
    }

    component BarButton: Button {
        show: root.show
        tight: root.tight
    }

    Row {
        anchors.left: parent.left
        anchors.leftMargin: root.inset
        spacing: root.gap
        y: root.twoRows ? root.lower - root.gap - root.show.frame.button : root.lower

        BarButton {
            id: previous

            available: !root.onTopics || root.show.topicsPage > 0
            icon: "previous"
            label: root.show.say(root.show.speech, "previous")
            objectName: "previous"
            shown: !root.onTopics || root.show.topicsPages > 1

            onChosen: root.show.choose(root.onTopics ? "topics-previous" : "previous", "")
        }

        BarButton {
            id: next

            available: !root.onTopics || root.show.topicsPage + 1 < root.show.topicsPages
            icon: "next"
            kind: next.available ? "primary" : "plain"
            label: root.show.say(root.show.speech, "next")
            least: root.show.frame.target * 1.4
            objectName: "next"
            shown: !root.onTopics || root.show.topicsPages > 1

            onChosen: root.show.choose(root.onTopics ? "topics-next" : "next", "")
        }

        BarButton {
            id: topics

            icon: "topics"
            label: root.show.say(root.show.speech, "topics")
            objectName: "topics"
            shown: !root.onTopics && !root.curt

            onChosen: root.show.choose("topics", "")
        }

        BarButton {
            id: words

            icon: "words"
            label: root.show.say(root.show.speech, "words")
            objectName: "words"
            shown: root.show.page.teaches && !root.onTopics && !root.folded

            onChosen: root.show.choose("words", "")
        }

        BarButton {
            id: listen

            icon: "listen"
            label: root.show.listen.label
            objectName: "listen"
            shown: root.show.listen.offered && !root.onTopics && !root.folded

            onChosen: {
                root.keyed = listen.activeFocus;
                root.show.choose("listen", "");
            }
        }
    }

    Row {
        id: trailing

        // No anchors: those of both sides, set one after the other, would leave the row as wide as the bar.
        readonly property real begin: root.twoRows ? root.inset : root.width - root.corner - root.gap - trailing.implicitWidth

        spacing: root.gap
        x: root.show.mirrored ? root.width - trailing.begin - trailing.implicitWidth : trailing.begin
        y: root.lower

        BarButton {
            id: copy

            icon: "copy"
            label: root.show.say(root.show.speech, "keep_copy")
            objectName: "copy"
            shown: !root.onTopics && !root.folded

            onChosen: root.show.choose("copy", "")
        }

        BarButton {
            id: sheet

            icon: "text-size"
            label: root.show.sheetLabel
            objectName: "sheet-button"

            onChosen: root.show.choose("sheet", "")
        }

        BarButton {
            id: finished

            icon: "finished"
            label: root.show.say(root.show.speech, "finished")
            objectName: "finished"
            shown: !root.curt

            onChosen: root.show.choose("finished", "")
        }
    }
}
