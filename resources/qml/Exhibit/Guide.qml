// SPDX-License-Identifier: Apache-2.0
// Says what gets the keyboard's focus: its name, its role and its state. Moving the focus interrupts reading.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property Item focused: root.Window.activeFocusItem

    function say(key: string): string {
        return root.show.say(root.show.speech, key);
    }

    // What a control says of itself, nothing for what has no name.
    function described(item: Pressable): string {
        const words = [item.label];
        if (item.Accessible.role === Accessible.Button || item.Accessible.role === Accessible.RadioButton) {
            words.push(root.say("role_button"));
        } else if (item.Accessible.role === Accessible.Link) {
            words.push(root.say("role_link"));
        }
        const button = item as Button;
        if (button !== null && button.current) {
            words.push(root.say("state_chosen"));
        } else if (button !== null && !button.available) {
            words.push(root.say("state_unavailable"));
        }
        return words.join(", ");
    }

    onFocusedChanged: {
        const control = root.focused as Pressable;
        if (control === null || control.label === "") {
            return;
        }
        if (root.show.listen.speaking && root.focused.objectName !== "listen-main") {
            root.show.choose("listen-pause", "");
        }
        root.show.listen.focused(root.described(control));
    }
}
