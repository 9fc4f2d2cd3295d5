// SPDX-License-Identifier: Apache-2.0
// What has no room in the bar of narrow glass, as buttons of the sheet; and how it closes, where no corner is free.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Repeater {
    id: root

    required property bool closing
    required property int leaf
    required property int leaves
    required property ShowBridge show

    signal turned

    // Whether an act makes sense on what the sheet stands over.
    function offered(act: string): bool {
        switch (act) {
        case "topics":
        case "copy":
            return root.show.view === "page";
        case "listen":
            return root.show.view === "page" && root.show.listen.offered;
        case "close":
            return root.closing;
        case "more":
            return false;
        case "words":
            return root.show.page.teaches;
        default:
            return true;
        }
    }

    // The key of an act's words.
    function said(act: string): string {
        return act === "copy" ? "keep_copy" : act === "more" ? "listen_more" : act;
    }

    model: ["topics", "words", "copy", "listen", "finished", "close", "more"]

    Button {
        id: button

        required property string modelData

        icon: button.modelData === "more" ? "next" : button.modelData
        label: button.modelData === "listen" ? root.show.listen.label : root.show.say(root.show.speech, root.said(button.modelData))
        objectName: "sheet-" + button.modelData
        show: root.show
        shown: button.modelData === "more" ? root.leaves > 1 : button.wanted && (root.leaf === 0 || button.modelData === "close")
        tight: true
        wanted: (root.show.frame.narrow || button.modelData === "close") && root.offered(button.modelData)

        onChosen: {
            if (button.modelData === "more") {
                root.turned();
            } else {
                root.show.choose(button.modelData, "");
            }
        }
    }
}
