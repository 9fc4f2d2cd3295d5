// SPDX-License-Identifier: Apache-2.0
// The strip of page pictures. Three images change roles: the one that is shown, the one that leaves, or the two
// neighbours that a finger uncovers. A picture is the memory that it was painted into, so that none is held in
// advance. What is shown stays until what follows is ready.
pragma ComponentBehavior: Bound

import QtQuick
import Exhibit.Backend

Item {
    id: root

    required property ShowBridge show

    readonly property bool busy: slide.running || fade.running
    readonly property list<Image> leaves: [first, second, third]
    property Image leaving: null
    property string next: ""
    property real offset: 0
    property int onward: 1
    property string previous: ""
    property int sequence: -1
    property Image shown: null
    readonly property bool standing: root.shown !== null
    property real side: 1
    property real veil: 1

    component Leaf: Image {
        id: leaf

        readonly property bool near: leaf.x > -root.width && leaf.x < root.width

        cache: false
        fillMode: Image.PreserveAspectFit
        height: root.height
        opacity: root.strength(leaf)
        visible: leaf.near && leaf.status === Image.Ready && leaf.opacity > 0
        width: root.width
        x: root.place(leaf)

        Accessible.ignored: true

        onStatusChanged: {
            if (leaf.status === Image.Error) {
                leaf.source = "";
            }
            root.proceed();
        }
    }

    // The image that holds a picture, if one does.
    function holding(url: string): Image {
        for (const leaf of root.leaves) {
            if (url !== "" && leaf.source.toString() === url) {
                return leaf;
            }
        }
        return null;
    }

    // Whether an image holds what is shown, or what a finger may uncover.
    function needed(leaf: Image): bool {
        const held = leaf.source.toString();
        const beside = root.offset !== 0 && (held === root.previous || held === root.next);
        return (held !== "" && (held === root.show.page.picture || beside)) || leaf === root.shown || leaf === root.leaving;
    }

    // Load a picture into an image that nobody needs.
    function load(url: string): void {
        const room = root.leaves.find(leaf => !root.needed(leaf));
        if (url !== "" && root.holding(url) === null && room !== undefined) {
            room.source = url;
        }
    }

    // Let go of pictures that nobody needs.
    function tidy(): void {
        root.leaves.filter(leaf => !root.needed(leaf)).forEach(leaf => leaf.source = "");
    }

    // Take what the bridge says: load what is missing, turn to the page once its picture is there.
    function follow(): void {
        const page = root.show.page;
        root.next = page.next;
        root.previous = page.previous;
        root.onward = root.show.mirrored ? -1 : 1;
        if (page.picture !== "" && root.holding(page.picture) === null) {
            root.settle();
        }
        root.load(page.picture);
        root.proceed();
        root.tidy();
    }

    function proceed(): void {
        const leaf = root.holding(root.show.page.picture);
        if (leaf === null || leaf === root.shown || leaf.status !== Image.Ready) {
            return;
        }
        const turned = root.sequence !== root.show.page.sequence;
        const from = root.busy ? 0 : root.offset;
        root.sequence = root.show.page.sequence;
        root.settle();
        root.turnTo(leaf, turned ? root.show.page.turn : "none", from);
    }

    function turnTo(leaf: Image, turn: string, from: real): void {
        const before = root.shown;
        root.shown = leaf;
        if (before === null || turn === "none" || root.show.still) {
            return;
        }
        root.leaving = before;
        if (turn === "fade") {
            fade.restart();
        } else {
            root.side = turn === "forward" ? root.onward : -root.onward;
            root.offset = from + root.side * root.width;
            slide.restart();
        }
    }

    // Let go of the page that has left.
    function leave(): void {
        root.leaving = null;
        root.tidy();
    }

    // End whatever moves, at its end.
    function settle(): void {
        slide.stop();
        fade.stop();
        spring.stop();
        root.leaving = null;
        root.offset = 0;
        root.veil = 1;
    }

    // Asked for every frame, so that nothing of it may be asked of Python, which may be painting.
    function place(leaf: Image): real {
        if (leaf === root.shown) {
            return root.offset;
        }
        if (leaf === root.leaving) {
            return fade.running ? 0 : root.offset - root.side * root.width;
        }
        const held = root.busy || root.offset === 0 ? "" : leaf.source.toString();
        const side = held === "" ? 0 : held === root.next ? root.onward : held === root.previous ? -root.onward : 0;
        return side === 0 ? -2 * root.width : root.offset + side * root.width;
    }

    function strength(leaf: Image): real {
        if (!fade.running) {
            return 1;
        }
        return leaf === root.shown ? Math.max(0, 2 * root.veil - 1) : Math.max(0, 1 - 2 * root.veil);
    }

    // Let the page follow the finger, with more resistance where there is nothing to uncover.
    function drag(along: real): void {
        if (root.busy || root.show.still) {
            return;
        }
        spring.stop();
        const forwards = (along < 0) !== root.show.mirrored;
        const beside = forwards ? root.next : root.previous;
        root.load(beside);
        root.offset = root.holding(beside)?.status === Image.Ready ? along : along / 4;
    }

    // Turn if the finger went far enough, else spring back.
    function release(along: real): void {
        if (Math.abs(along) > root.width / 6) {
            root.show.choose((along < 0) !== root.show.mirrored ? "next" : "previous", "");
        }
        if (!root.busy && root.offset !== 0) {
            spring.restart();
        }
    }

    clip: true

    Component.onCompleted: root.follow()
    onOffsetChanged: {
        if (root.offset === 0) {
            root.tidy();
        }
    }

    Connections {
        function onTurned(): void {
            root.follow();
        }

        target: root.show.page
    }

    Leaf {
        id: first

        objectName: "picture"
    }

    Leaf {
        id: second

        objectName: "picture"
    }

    Leaf {
        id: third

        objectName: "picture"
    }

    NumberAnimation {
        id: slide

        duration: root.show.theme.turnTime
        easing.type: Easing.OutCubic
        property: "offset"
        target: root
        to: 0

        onStopped: root.leave()
    }

    NumberAnimation {
        id: spring

        duration: root.show.theme.turnTime
        easing.type: Easing.OutCubic
        property: "offset"
        target: root
        to: 0
    }

    NumberAnimation {
        id: fade

        duration: root.show.theme.fadeTime
        from: 0
        property: "veil"
        target: root
        to: 1

        onStopped: root.leave()
    }
}
