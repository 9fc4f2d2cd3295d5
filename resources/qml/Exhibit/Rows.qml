// SPDX-License-Identifier: Apache-2.0
// Reckons whether buttons in rows stand on the glass of a narrow screen, clear of crisis help in its corner.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

QtObject {
    id: root

    required property ShowBridge show

    // How wide those that are to choose from are together.
    function breadth(choices: Repeater): real {
        let sum = 0;
        for (let place = 0; place < choices.count; ++place) {
            sum += choices.itemAt(place)?.width ?? 0;
        }
        return sum;
    }

    // Whether the buttons that are wanted, in rows so wide, leave the glass or run under crisis help from there on.
    function overfull(items: list<Item>, width: real, corner: real): bool {
        const step = root.show.frame.button + root.show.frame.gap;
        const top = root.show.frame.barTop + root.show.frame.barHeight - root.show.frame.gap - root.show.frame.button;
        let x = 0;
        let y = root.show.frame.gap;
        for (const item of items) {
            const wanted = (item as Button)?.wanted ?? item instanceof TextSize;
            if (wanted && x > 0 && x + item.width > width) {
                x = 0;
                y += step;
            }
            if (wanted && (y > top || (y + step > top && x + item.width > corner))) {
                return true;
            }
            x += wanted ? item.width + root.show.frame.gap : 0;
        }
        return false;
    }
}
