// SPDX-License-Identifier: Apache-2.0
// The window: a poster that may hang in it first, and the stage in its place once there is a show.
pragma ComponentBehavior: Bound

import QtQuick

Window {
    id: root

    required property bool framed
    required property string ground
    required property bool locked
    required property url poster
    required property int turned

    property QtObject show: null

    readonly property bool furnished: stage.status === Loader.Ready
    readonly property bool hung: poster.status === Image.Ready
    readonly property real ratio: root.screen ? root.Screen.devicePixelRatio : 1

    color: root.ground
    flags: root.framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    visible: false

    onActiveFocusItemChanged: {
        // Keys go to the stage, not to what held it, when the control that had the focus is gone or disabled.
        if (root.activeFocusItem === null || root.activeFocusItem === root.contentItem || root.activeFocusItem === stage) {
            (stage.item as Item ?? stage).forceActiveFocus();
        }
    }
    onClosing: close => close.accepted = false
    onShowChanged: stage.setSource(Qt.resolvedUrl("Stage.qml"), {
        "focus": true,
        "locked": root.locked,
        "objectName": "stage",
        "poster": poster,
        "show": root.show
    })

    Loader {
        id: stage

        anchors.centerIn: parent
        focus: true
        height: (root.turned % 180 === 0 ? root.height : root.width) * root.ratio
        rotation: root.turned
        scale: 1 / root.ratio
        width: (root.turned % 180 === 0 ? root.width : root.height) * root.ratio
    }

    // The whole window as it looked after an earlier start, in its own pixels, so never turned or scaled.
    Image {
        id: poster

        anchors.fill: parent
        cache: false
        objectName: "poster"
        smooth: false
        source: root.poster

        Accessible.ignored: true

        onVisibleChanged: {
            if (!poster.visible) {
                poster.source = "";
            }
        }
    }
}
