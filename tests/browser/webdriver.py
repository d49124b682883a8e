"""A browser for tests: W3C WebDriver spoken to chromedriver with nothing but the library.

No package that could fetch a browser or report home is needed for the dozen calls we make.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
    "ArrowUp": "\ue013",
    "Space": " ",
    "Shift": "\ue008",
}
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
]


def found() -> tuple[str, str] | None:
    """The paths of a Chromium and its driver, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    browser = next(filter(None, map(shutil.which, names)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


class Browser:
    """A headless Chromium with a fresh profile.

    Args:
        folder: an empty folder for the profile and the driver's log.
        flags: more command line flags.
    """

    def __init__(self, folder: Path, *flags: str) -> None:
        paths = found()
        assert paths is not None, "no chromium or no chromedriver"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = f"http://127.0.0.1:{port}"
        command = [paths[1], f"--port={port}", f"--log-path={folder / 'driver.log'}"]
        self.driver = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._await_driver()
        arguments = [*FLAGS, *flags, f"--user-data-dir={folder / 'profile'}", "about:blank"]
        options = {"binary": paths[0], "args": arguments}
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"},
        }
        made = self.send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = f"/session/{made['sessionId']}"

    def _await_driver(self) -> None:
        for _ in range(200):
            try:
                self.send("GET", "/status")
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("chromedriver did not start")

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """One call; raises AssertionError with what the driver says is wrong."""
        payload = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, payload, method=method)
        request.add_header("Content-Type", "application/json")
        # No proxy of the machine may stand between us and the driver.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def close(self) -> None:
        """End the browser and its driver."""
        try:
            self.send("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(timeout=20)

    def open(self, url: str, width: int = 1280, height: int = 860) -> None:
        """Open a page in a viewport of this size and wait until it is loaded."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
        self.send("POST", f"{self.session}/url", {"url": url})

    def devtools(self, command: str, parameters: dict[str, Any]) -> Any:
        """A command of the DevTools protocol."""
        body = {"cmd": command, "params": parameters}
        return self.send("POST", f"{self.session}/goog/cdp/execute", body)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a function body of JavaScript returns."""
        body = {"script": script, "args": list(arguments)}
        return self.send("POST", f"{self.session}/execute/sync", body)

    def until(self, script: str, *arguments: Any) -> Any:
        """The first true answer of a script, asked for up to ten seconds."""
        for _ in range(200):
            if answer := self.run(script, *arguments):
                return answer
            time.sleep(0.05)
        raise AssertionError(f"never true: {script}")

    def click(self, selector: str) -> None:
        """A real click on the first element that a selector finds."""
        found_one = self.send(
            "POST", f"{self.session}/element", {"using": "css selector", "value": selector}
        )
        self.send("POST", f"{self.session}/element/{found_one[ELEMENT]}/click", {})

    def click_at(self, x: float, y: float) -> None:
        """A real click at a point of the viewport."""
        move = {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "actions": [move, *press]})

    def press(self, *keys: str) -> None:
        """Keys, by name ("Enter") or as text, to what has the focus."""
        actions = []
        for key in keys:
            for character in [KEYS[key]] if key in KEYS else key:
                actions.append({"type": "keyDown", "value": character})
                actions.append({"type": "keyUp", "value": character})
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        self.send("POST", f"{self.session}/actions", {"actions": [source]})

    def log(self, kind: str) -> list[dict[str, Any]]:
        """The entries since the last call: "browser" (console) or "performance" (network)."""
        entries: list[dict[str, Any]] = self.send("POST", f"{self.session}/se/log", {"type": kind})
        return entries

    def requests(self) -> list[str]:
        """The URLs that were asked for since the last call."""
        messages = [json.loads(entry["message"])["message"] for entry in self.log("performance")]
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]

    def screenshot(self, path: Path) -> None:
        """The viewport as PNG."""
        path.write_bytes(base64.b64decode(self.send("GET", f"{self.session}/screenshot")))
