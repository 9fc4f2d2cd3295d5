// SPDX-License-Identifier: Apache-2.0
// The one button: an icon above its label. It acts when it is let go; a finger that slides off has changed its mind.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property string label
    required property ShowBridge show

    // A dot between two words stays with the first, should the label break there.
    readonly property string caption: root.label.replace(" · ", "\u00a0· ")
    readonly property real halved: root.widest(metrics.height)
    readonly property real narrowest: Math.ceil(Math.max(root.least, root.halved + 2 * root.padding))
    readonly property real natural: Math.ceil(Math.max(root.least, metrics.advanceWidth(root.caption) + root.slack(metrics.height) + 2 * root.padding))
    property bool available: true
    property bool choice: false
    property bool current: false
    readonly property color ink: !root.available ? root.show.theme.disabled : root.kind === "primary" ? root.show.theme.onAccent : root.kind === "crisis" ? root.show.theme.onCrisis : root.show.theme.text
    property string icon: ""
    property string kind: "plain"
    property real least: root.show.frame.target
    property real padding: root.px * (root.show.frame.narrow ? 0.4 : 0.62)
    property real px: root.show.frame.label
    readonly property bool pressed: tap.pressed && root.available
    readonly property color rest: root.kind === "primary" ? root.show.theme.accent : root.kind === "crisis" ? root.show.theme.crisis : root.show.theme.button
    property bool shown: true
    property bool tight: false

    signal chosen

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

    function act(): void {
        if (root.available && root.enabled) {
            root.chosen();
        }
    }

    // What Qt calls where a screen reader toggles a choice.
    function accessibleToggleAction(): void {
        root.act();
    }

    activeFocusOnTab: root.available || root.activeFocus
    enabled: root.available || root.activeFocus
    implicitHeight: root.show.frame.button
    implicitWidth: root.tight ? root.narrowest : root.natural
    visible: root.shown

    Accessible.checkable: root.choice
    Accessible.checked: root.current
    Accessible.focusable: root.available
    Accessible.ignored: !root.visible || !(root.parent?.enabled ?? false)
    Accessible.name: root.label
    Accessible.pressed: root.pressed
    Accessible.role: root.choice ? Accessible.RadioButton : Accessible.Button

    Accessible.onPressAction: root.act()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
            event.accepted = true;
            if (!event.isAutoRepeat) {
                root.act();
            }
        }
    }

    FontMetrics {
        id: metrics

        font: words.font
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Math.round(border.width + Math.max(2, root.show.frame.millimetre * 0.5))
        border.color: root.show.theme.focus
        border.width: Math.max(3, Math.round(root.show.frame.millimetre * 0.8))
        color: "transparent"
        objectName: "focus"
        radius: ground.radius - anchors.margins
        visible: root.activeFocus
    }

    Rectangle {
        id: ground

        // A press shows at the edge: a fill that grew dark under every tap would flash.
        readonly property bool thick: root.current || root.pressed

        anchors.fill: parent
        border.color: !root.available ? root.show.theme.line : root.kind === "plain" ? root.show.theme.buttonLine : root.pressed ? root.ink : root.rest
        border.width: Math.max(ground.thick ? 4 : 2, Math.round(root.show.frame.millimetre * (ground.thick ? 0.9 : 0.4)))
        color: root.pressed && root.kind === "plain" ? root.show.theme.pressed : root.rest
        radius: Math.round(root.show.frame.millimetre * 3)
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

    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        enabled: root.available
        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: 3600

        onTapped: root.act()
    }
}
