// SPDX-License-Identifier: Apache-2.0
// The one button: an icon above its label. It acts when it is let go; a finger that slides off has changed its mind.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Pressable {
    id: root

    required label

    // A dot between two words stays with the first, should the label break there.
    readonly property string caption: root.label.replace(" · ", "\u00a0· ")
    readonly property real halved: root.widest(metrics.height)
    readonly property real narrowest: Math.ceil(Math.max(root.least, root.halved + 2 * root.padding))
    readonly property real natural: Math.ceil(Math.max(root.least, metrics.advanceWidth(root.caption) + root.slack(metrics.height) + 2 * root.padding))
    property bool choice: false
    property bool current: false
    readonly property color ink: !root.available ? root.show.theme.disabled : root.kind === "primary" ? root.show.theme.onAccent : root.kind === "crisis" ? root.show.theme.onCrisis : root.show.theme.text
    property string icon: ""
    property string kind: "plain"
    property real least: root.show.frame.target
    property real padding: root.px * (root.show.frame.narrow ? 0.4 : 0.62)
    property real px: root.show.frame.label
    readonly property color rest: root.kind === "primary" ? root.show.theme.accent : root.kind === "crisis" ? root.show.theme.crisis : root.show.theme.button
    property bool shown: true
    property bool tight: false
    // Whether it has a place where it stands at all, be it shown now or on another leaf.
    property bool wanted: true

    // A little for what rounding and stand-in fonts take; asked with the font's height so that another font asks again.
    function slack(tallness: real): real {
        return tallness > 0 ? Math.ceil(root.px * 0.1) : 0;
    }

    // The width of the label in two lines, broken where they are most alike.
    function widest(tallness: real): real {
        const words = root.caption.split(" ");
        let best = metrics.advanceWidth(root.caption);
        for (let i = 1; i < words.length; ++i) {
            const above = metrics.advanceWidth(words.slice(0, i).join(" "));
            const below = metrics.advanceWidth(words.slice(i).join(" "));
            best = Math.min(best, Math.max(above, below));
        }
        return best + root.slack(tallness);
    }

    implicitHeight: root.show.frame.button
    implicitWidth: root.tight ? root.narrowest : root.natural
    visible: root.shown

    Accessible.checkable: root.choice
    Accessible.checked: root.current
    Accessible.role: root.choice ? Accessible.RadioButton : Accessible.Button

    FontMetrics {
        id: metrics

        font: words.font
    }

    Rectangle {
        id: ground

        // A press shows at the edge: a fill that grew dark under every tap would flash.
        readonly property bool thick: root.current || root.pressed

        anchors.fill: parent
        border.color: !root.available ? root.show.theme.line : root.kind === "plain" ? root.show.theme.buttonLine : root.pressed ? root.ink : root.rest
        border.width: Math.max(ground.thick ? 4 : 2, Math.round(root.show.frame.millimetre * (ground.thick ? 0.9 : 0.4)))
        color: root.pressed && root.kind === "plain" ? root.show.theme.pressed : root.rest
        radius: root.round
    }

    Column {
        id: inside

        anchors.centerIn: parent
        spacing: Math.round(root.px * 0.12)

        Image {
            id: picture

            readonly property real size: Math.round(root.px * 1.4)

            anchors.horizontalCenter: parent.horizontalCenter
            asynchronous: false
            fillMode: Image.PreserveAspectFit
            height: picture.size
            mirror: root.show.mirrored && (root.icon === "next" || root.icon === "previous")
            opacity: root.available ? 1 : 0.45
            smooth: true
            source: root.show.icon(root.show.iconSet, root.kind === "primary" && root.icon !== "" ? root.icon + "-on-accent" : root.icon)
            visible: picture.status === Image.Ready && picture.size + inside.spacing + words.contentHeight <= root.height * 0.94
            width: picture.size
        }

        Prose {
            id: words

            color: root.ink
            font.weight: root.kind === "plain" ? Font.DemiBold : Font.Bold
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            px: root.px
            show: root.show
            text: root.caption
            width: root.width - 2 * root.padding + 1

            Accessible.ignored: true
        }
    }
}
