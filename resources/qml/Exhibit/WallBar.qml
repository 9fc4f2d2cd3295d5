// SPDX-License-Identifier: Apache-2.0
// The bar of the wall: the invitation, the place in the loop, the other language; paused, what to do next.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property real corner
    required property real inset
    required property ShowBridge show

    readonly property real gap: root.show.frame.gap
    readonly property real lower: root.height - root.gap - root.show.frame.button
    readonly property bool paused: root.show.paused
    readonly property bool touch: root.show.touch
    readonly property bool twoRows: root.show.frame.rows > 1
    readonly property real upper: !root.touch ? (root.height - root.show.frame.button) / 2 : root.twoRows ? root.lower - root.gap - root.show.frame.button : root.lower
    // What more languages may take beside the first: on a row of their own, else what the words beside them leave.
    readonly property real spare: root.width - root.corner - 3 * root.gap - language.width - root.inset - (root.twoRows ? 0 : 4 * root.gap + (root.paused ? readOn.natural + goOn.natural : invitation.implicitWidth))
    readonly property real end: root.twoRows ? root.width - root.inset : tongues.width > 0 ? root.width - root.corner - language.width - tongues.width - 4 * root.gap : language.visible ? root.width - root.corner - root.gap - language.width - 2 * root.gap : root.width - root.corner - 2 * root.gap
    readonly property bool tight: readOn.natural + goOn.natural + 2 * root.gap + root.inset > root.end

    component Tongue: Button {
        property real after: 0
    }

    Prose {
        id: invitation

        font.weight: Font.DemiBold
        height: root.show.frame.button
        objectName: "invitation"
        show: root.show
        text: root.touch ? root.show.say(root.show.speech, "touch_to_read") : root.show.crisisSentence
        visible: !root.paused
        width: Math.min(invitation.implicitWidth + 2, root.end - root.inset)
        x: root.show.mirrored ? root.width - root.inset - invitation.width : root.inset
        y: root.upper

        Accessible.role: root.touch ? Accessible.Button : Accessible.StaticText

        Accessible.onPressAction: root.show.choose("read-this", "")
    }

    Place {
        id: place

        readonly property real room: root.end - root.inset - invitation.width - 2 * root.gap

        anchors.left: invitation.right
        anchors.leftMargin: root.touch ? Math.max(2 * root.gap, (place.room + 4 * root.gap - place.width) / 2) : place.room + 2 * root.gap - place.width
        anchors.verticalCenter: invitation.verticalCenter
        objectName: "place"
        show: root.show
        visible: !root.paused && place.told && place.room >= place.width
    }

    Row {
        anchors.left: parent.left
        anchors.leftMargin: root.inset
        spacing: root.gap
        visible: root.paused
        y: root.upper

        Button {
            id: readOn

            kind: "primary"
            label: root.show.say(root.show.speech, "read_this")
            objectName: "read-this"
            show: root.show
            tight: root.tight

            onChosen: root.show.choose("read-this", "")
        }

        Button {
            id: goOn

            label: root.show.say(root.show.speech, "continue")
            objectName: "continue"
            show: root.show
            tight: root.tight

            onChosen: root.show.choose("continue", "")
        }
    }

    Prose {
        id: pausedNow

        anchors.right: parent.right
        anchors.rightMargin: root.width - root.end
        color: root.show.theme.muted
        height: root.show.frame.button
        objectName: "paused"
        show: root.show
        text: root.show.say(root.show.speech, "paused")
        visible: root.paused && root.inset + readOn.width + goOn.width + pausedNow.implicitWidth + 6 * root.gap < root.end
        y: root.upper
    }

    Row {
        id: tongues

        anchors.right: language.left
        anchors.rightMargin: root.gap
        spacing: root.gap
        y: root.lower

        Repeater {
            id: others

            model: root.show.lists.languages

            Tongue {
                id: other

                required property string code
                required property int index
                required property string name

                readonly property bool offered: root.touch && other.code !== root.show.language && other.code !== root.show.otherLanguage

                after: (other.index > 0 ? (others.itemAt(other.index - 1) as Tongue)?.after ?? 0 : 0) + (other.offered ? other.natural + root.gap : 0)
                label: other.name
                objectName: "language-" + other.code
                show: root.show
                shown: other.offered && other.after <= root.spare

                onChosen: root.show.choose("language", other.code)
            }
        }
    }

    Button {
        id: language

        anchors.right: parent.right
        anchors.rightMargin: root.corner + root.gap
        label: root.show.otherLanguageName
        objectName: "language"
        show: root.show
        shown: root.touch && root.show.otherLanguage !== ""
        y: root.lower

        onChosen: root.show.choose("language", root.show.otherLanguage)
    }
}
