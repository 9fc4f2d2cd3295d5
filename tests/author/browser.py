# SPDX-License-Identifier: Apache-2.0
"""A site in a real Chromium: every page at two widths, run through axe-core; one start of the browser."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue

AXE = "axe-core@4.10.3"
AXE_SHA256 = "0f2b4d7dcdf7d1219df8d1959ad68e565f51d14c3f0d88bb71cd59abeb956292"
WIDTHS = (320, 1280)

HARNESS = """<!DOCTYPE html><html lang="en"><title>Harness</title><body><script>
(async () => {
  const told = [];
  for (const page of PAGES) for (const width of WIDTHS) {
    const frame = document.createElement("iframe");
    frame.width = width; frame.height = 900; frame.style.border = "0";
    const loaded = new Promise(done => frame.onload = done);
    frame.src = "/" + page; document.body.append(frame); await loaded;
    const inner = frame.contentDocument, script = inner.createElement("script");
    const ready = new Promise(done => script.onload = done);
    script.src = "/.axe.js"; inner.head.append(script); await ready;
    const root = inner.documentElement;
    const told_of = await frame.contentWindow.axe.run(inner, {resultTypes: ["violations"],
      rules: {"target-size": {enabled: true}}});
    told.push({page, width, client: root.clientWidth, scroll: root.scrollWidth,
      broken: [...inner.images].filter(each => !each.naturalWidth).map(each => each.src),
      requests: frame.contentWindow.performance.getEntriesByType("resource").map(each => each.name),
      violations: told_of.violations.map(each => each.id + " " + each.nodes.map(node => node.html).join())});
    frame.remove();
  }
  await fetch("/.told", {method: "POST", body: JSON.stringify(told)});
})().catch(error => fetch("/.told", {method: "POST", body: JSON.stringify(String(error))}));
</script></body></html>"""


def axe() -> bytes:
    """Return axe-core (MPL-2.0), fetched once by npm into the virtual environment, and never shipped."""
    place = Path(sys.prefix) / "share" / "axe"
    place.mkdir(parents=True, exist_ok=True)
    packed = place / (AXE.replace("@", "-") + ".tgz")
    if not packed.is_file():
        subprocess.run(
            ["npm", "pack", "--silent", AXE], cwd=place, check=True, capture_output=True, timeout=60
        )
    assert hashlib.sha256(packed.read_bytes()).hexdigest() == AXE_SHA256
    with tarfile.open(packed) as archive:
        file = archive.extractfile("package/axe.min.js")
        assert file is not None
        return file.read()


class Server(SimpleHTTPRequestHandler):
    """Serves a folder, the harness and axe; what the harness tells goes into `told`."""

    own: dict[str, bytes]
    told: Queue[object]

    def do_GET(self) -> None:  # the base class names it
        if self.path not in self.own:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html")
        self.end_headers()
        self.wfile.write(self.own[self.path])

    def do_POST(self) -> None:  # the base class names it
        self.told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the base class names it
        """Say nothing."""


def look(folder: Path, profile: Path) -> list[dict[str, object]]:
    """Return what Chromium and axe tell of every page of a folder at every width."""
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    harness = HARNESS.replace("PAGES", json.dumps(pages)).replace("WIDTHS", json.dumps(WIDTHS))
    told: Queue[object] = Queue()
    handler = type(
        "Handler", (Server,), {"own": {"/.harness": harness.encode(), "/.axe.js": axe()}, "told": told}
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/.harness"
    command = [
        "chromium",
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--hide-scrollbars",
    ]
    command += ["--disable-background-networking", "--remote-debugging-port=0", "--window-size=1400,1000"]
    browser = subprocess.Popen(
        [*command, f"--user-data-dir={profile}", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        found = told.get(timeout=60)
    finally:
        browser.terminate()
        browser.wait(20)
        server.shutdown()
        server.server_close()
    assert isinstance(found, list), found
    return found
