// SPDX-License-Identifier: Apache-2.0
// The page as a screen reader meets it: unseen items over the picture, and what is said when something changes.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    function roleOf(kind: string): int {
        switch (kind) {
        case "heading":
            return Accessible.Heading;
        case "paragraph":
            return Accessible.Paragraph;
        case "graphic":
            return Accessible.Graphic;
        case "list":
            return Accessible.List;
        case "note":
            return Accessible.Note;
        case "table":
            return Accessible.Grouping;
        }
        return Accessible.StaticText;
    }

    // On narrow glass the page itself has no room for its number.
    Accessible.description: root.show.view === "page" && root.show.frame.narrow ? root.show.page.label : ""
    Accessible.ignored: !root.visible
    Accessible.name: root.show.page.title
    Accessible.role: Accessible.Document

    Connections {
        function onAnnounced(words: string, urgent: bool): void {
            root.Accessible.announce(words, urgent ? Accessible.Assertive : Accessible.Polite);
        }

        target: root.show.reading
    }

    Repeater {
        model: root.show.reading.passages

        Item {
            id: passage

            required property real breadth
            required property string kind
            required property real leftEdge
            required property list<string> parts
            required property list<real> places
            required property real tallness
            required property real topEdge
            required property string words

            height: passage.tallness
            objectName: "passage"
            width: passage.breadth
            x: passage.leftEdge
            y: passage.topEdge

            Accessible.ignored: !passage.visible
            Accessible.name: passage.words
            Accessible.role: root.roleOf(passage.kind)

            Repeater {
                model: passage.parts.length

                Item {
                    id: part

                    required property int index

                    height: passage.places[4 * part.index + 3]
                    width: passage.places[4 * part.index + 2]
                    x: passage.places[4 * part.index] - passage.leftEdge
                    y: passage.places[4 * part.index + 1] - passage.topEdge

                    Accessible.ignored: !part.visible
                    Accessible.name: passage.parts[part.index]
                    Accessible.role: passage.kind === "list" ? Accessible.ListItem : passage.kind === "note" ? Accessible.Paragraph : Accessible.StaticText
                }
            }
        }
    }
}
