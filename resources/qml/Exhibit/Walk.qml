// SPDX-License-Identifier: Apache-2.0
// Moves the focus from one control to the next, in reading order and around, for arrows, Tab, pads and switches.
// It begins at the bar, or where `entry` says.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property Item entry
    required property ShowBridge show

    // The focused control, if one has the focus.
    readonly property Pressable at: root.Window.activeFocusItem as Pressable
    readonly property bool attract: root.show.view === "wall" && !root.show.paused && root.show.panel === "none"
    // In a panel there is nothing to turn, so all arrows walk.
    readonly property bool sideways: root.free && root.show.panel !== "none"
    // Whether controls can be walked at all; else any key wakes, answers the band or closes a word's meaning.
    readonly property bool free: !root.attract && !root.show.band && root.show.panel !== "words" && (root.show.panel === "crisis" || (root.show.view !== "closed" && root.show.view !== "dark"))

    function step(forward: bool): void {
        const from = root.at ?? root.entry;
        const to = from.nextItemInFocusChain(forward);
        if (to !== null) {
            to.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }
    }
}
