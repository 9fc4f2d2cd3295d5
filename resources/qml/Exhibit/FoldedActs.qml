// SPDX-License-Identifier: Apache-2.0
// What has no room in the bar of narrow glass, as buttons of the sheet.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Repeater {
    id: root

    required property ShowBridge show

    // Whether an act makes sense on what the sheet stands over.
    function offered(act: string): bool {
        switch (act) {
        case "topics":
        case "copy":
            return root.show.view === "page";
        case "listen":
            return root.show.view === "page" && root.show.listen.offered;
        case "words":
            return root.show.page.teaches;
        default:
            return true;
        }
    }

    model: ["topics", "words", "copy", "listen", "finished", "close"]

    Button {
        id: button

        required property string modelData

        icon: button.modelData
        label: button.modelData === "listen" ? root.show.listen.label : root.show.say(root.show.speech, button.modelData === "copy" ? "keep_copy" : button.modelData)
        objectName: "sheet-" + button.modelData
        show: root.show
        shown: root.show.frame.narrow && root.offered(button.modelData)
        tight: true

        onChosen: root.show.choose(button.modelData, "")
    }
}
