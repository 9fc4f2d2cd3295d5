// SPDX-License-Identifier: Apache-2.0
// The bar of who listens, in the place of the reader's: what is asked or told, and the buttons of reading aloud.
// Glass too small for all of them shows a few at a time.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property ShowBridge show

    readonly property real button: root.show.frame.button
    readonly property real gap: root.show.frame.gap
    property bool keyed: false
    property int leaf: 0
    readonly property bool lifted: root.show.frame.narrow
    readonly property real lower: root.height - root.gap - root.button
    // Where even a few are too many, repeating stands with what changes the speed.
    readonly property bool brief: root.paged && Math.max(main.narrowest, ruler.advanceWidth(root.say("listen_resume")) + 2 * main.padding + main.px * 0.2) + repeat.narrowest + stop.narrowest + more.narrowest + 4 * root.gap > root.width - root.inset - root.corner
    readonly property bool paged: root.reading && !root.fits(main.narrowest + repeat.narrowest + slower.narrowest + faster.narrowest, softer.narrowest + louder.narrowest + stop.narrowest)
    readonly property bool reading: root.show.listen.speaking || root.status === "paused"
    readonly property string status: root.show.listen.status
    readonly property bool tight: !root.fits(main.natural + repeat.natural + slower.natural + faster.natural, softer.natural + louder.natural + stop.natural)
    readonly property bool twoRows: root.show.frame.rows > 1
    readonly property real upper: root.twoRows ? root.lower - root.gap - root.button : root.lower
    readonly property bool worded: root.show.listen.notice !== ""

    function say(key: string): string {
        return root.show.say(root.show.speech, key);
    }

    // The left edge of what stands so far from where lines begin.
    function placed(from: real, breadth: real): real {
        return root.show.mirrored ? root.width - from - breadth : from;
    }

    // Whether four buttons and three, so many pixels wide, stand in a row up to crisis help, or in two rows.
    function fits(four: real, three: real): bool {
        const beside = root.width - root.inset - root.corner - root.gap;
        return root.twoRows ? four + 3 * root.gap <= root.width - 2 * root.inset && three + 2 * root.gap <= beside : four + three + 7 * root.gap <= beside;
    }

    component BarButton: Button {
        property int leaf: 0

        show: root.show
        shown: this.wanted && (!root.paged || this.leaf === root.leaf)
        tight: root.tight
        wanted: root.reading
    }

    onReadingChanged: root.leaf = 0
    onVisibleChanged: {
        if (root.visible && root.keyed) {
            main.forceActiveFocus();
        }
    }

    // On the smallest glass the words stand above the buttons, over the foot of the page.
    Rectangle {
        id: paper

        color: root.show.theme.bar
        height: notice.height + 2 * root.gap
        visible: root.worded && root.lifted
        width: root.width
        y: -paper.height

        Rectangle {
            color: root.show.theme.line
            height: Math.max(1, Math.round(root.show.frame.millimetre * 0.3))
            width: parent.width
        }
    }

    FontMetrics {
        id: ruler

        font.family: root.show.theme.family
        font.pixelSize: Math.round(root.show.frame.label)
        font.weight: Font.DemiBold
    }

    Prose {
        id: notice

        font.weight: Font.DemiBold
        fontSizeMode: root.lifted ? Text.FixedSize : Text.Fit
        height: root.lifted ? notice.contentHeight : root.button
        minimumPixelSize: Math.round(root.show.frame.small)
        objectName: "listen-notice"
        show: root.show
        text: root.show.listen.notice
        visible: root.worded
        width: root.twoRows || root.lifted ? root.width - 2 * root.inset : Math.min(ruler.advanceWidth(notice.text) + notice.px * 0.4, root.width - root.inset - root.corner - leading.implicitWidth - trailing.implicitWidth - 5 * root.gap)
        x: root.placed(root.inset, notice.width)
        y: root.lifted ? paper.y + root.gap : root.upper

        Accessible.role: Accessible.AlertMessage
    }

    Row {
        id: leading

        spacing: root.gap
        x: root.placed(root.worded && !root.twoRows && !root.lifted ? root.inset + notice.width + 2 * root.gap : root.inset, leading.implicitWidth)
        y: root.worded ? root.lower : root.upper

        BarButton {
            id: main

            icon: root.show.listen.speaking ? "pause" : "play"
            kind: "primary"
            label: root.say(root.show.listen.speaking ? "listen_pause" : root.status === "asking" ? "listen_start" : root.status === "ended" ? "listen_next" : root.status === "failed" ? "listen_again" : "listen_resume")
            least: root.show.frame.target * 1.2
            objectName: "listen-main"
            wanted: true

            onChosen: root.show.choose(root.show.listen.speaking ? "listen-pause" : root.status === "asking" ? "listen-start" : root.status === "failed" ? "listen" : "listen-resume", "")
        }

        BarButton {
            id: repeat

            icon: "repeat"
            label: root.say("listen_repeat")
            leaf: root.brief ? 1 : 0
            objectName: "listen-repeat"

            onChosen: root.show.choose("listen-repeat", "")
        }

        BarButton {
            id: slower

            available: !root.show.listen.slowest
            icon: "slower"
            label: root.say("listen_slower")
            leaf: 1
            objectName: "listen-slower"

            onChosen: root.show.choose("listen-slower", "")
        }

        BarButton {
            id: faster

            available: !root.show.listen.fastest
            icon: "faster"
            label: root.say("listen_faster")
            leaf: 1
            objectName: "listen-faster"

            onChosen: root.show.choose("listen-faster", "")
        }
    }

    Row {
        id: trailing

        readonly property real behind: leading.implicitWidth + (leading.implicitWidth > 0 ? root.gap : 0) + (root.worded && !root.twoRows && !root.lifted ? root.inset + notice.width + 2 * root.gap : root.inset)
        readonly property bool follows: root.worded || root.paged

        spacing: root.gap
        x: root.placed(trailing.follows ? trailing.behind : root.twoRows ? root.inset : root.width - root.corner - root.gap - trailing.implicitWidth, trailing.implicitWidth)
        y: root.paged ? leading.y : root.lower

        BarButton {
            id: softer

            available: !root.show.listen.softest
            icon: "softer"
            label: root.say("listen_softer")
            leaf: 2
            objectName: "listen-softer"

            onChosen: root.show.choose("listen-softer", "")
        }

        BarButton {
            id: louder

            available: !root.show.listen.loudest
            icon: "louder"
            label: root.say("listen_louder")
            leaf: 2
            objectName: "listen-louder"

            onChosen: root.show.choose("listen-louder", "")
        }

        BarButton {
            id: stop

            icon: root.reading || root.status === "ended" ? "stop" : "close"
            label: root.say(root.status === "asking" ? "listen_cancel" : root.status === "failed" ? "close" : "listen_stop")
            objectName: "listen-stop"
            wanted: true

            onChosen: root.show.choose("listen-stop", "")
        }

        Button {
            id: more

            icon: "more"
            label: root.say("listen_more")
            objectName: "listen-more"
            show: root.show
            shown: root.paged
            tight: root.tight

            onChosen: root.leaf = (root.leaf + 1) % 3
        }
    }
}
