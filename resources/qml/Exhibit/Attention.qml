// SPDX-License-Identifier: Apache-2.0
// Stands in a dialog: takes the focus into it when it opens, and back to where it was when it closes.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property Item dialog
    required property ShowBridge show

    property Item before: null

    function giveBack(): void {
        const item = root.before;
        root.before = null;
        if (root.show.panel === "none" && item !== null && item.visible && item.enabled) {
            item.forceActiveFocus(Qt.PopupFocusReason);
        }
    }

    onVisibleChanged: {
        if (root.visible) {
            root.before = root.Window.activeFocusItem;
            root.dialog.forceActiveFocus(Qt.PopupFocusReason);
        } else {
            Qt.callLater(root.giveBack);
        }
    }
}
