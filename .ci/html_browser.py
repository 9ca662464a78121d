"""Headless Chromium and a report opened in it."""
import base64, json, os, pathlib, shutil, subprocess, tempfile, time

ARTIFACTS = pathlib.Path(__file__).resolve().parent.parent / ".build-ci" / "artifacts" / "html"


class Browser:
    """Speaks the DevTools protocol over a pipe: one JSON message, one zero byte."""

    def __init__(self, page_scripts=""):
        self.page_scripts = page_scripts
        self.profile = tempfile.mkdtemp(prefix="check-html-")
        to_browser, self.outgoing = os.pipe()
        self.incoming, from_browser = os.pipe()

        def connect():
            # Chromium reads from 3 and writes to 4; the copies first, for either may already be one of the two.
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [os.environ.get("CHROMIUM", "chromium"), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--remote-debugging-pipe", "--user-data-dir=" + self.profile, "about:blank"],
            close_fds=False, preexec_fn=connect, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number, self.rest, self.events = 0, b"", []
        target = self.call("Target.createTarget", {"url": "about:blank"}, None)["targetId"]
        self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, None)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def receive(self):
        while b"\0" not in self.rest:
            more = os.read(self.incoming, 1 << 16)
            if not more:
                raise SystemExit("FAILED browser: Chromium ended")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, parameters=None, session="own"):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if session == "own":
            message["sessionId"] = self.session
        os.write(self.outgoing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def close(self):
        try:
            self.call("Browser.close", None, None)
        except (OSError, SystemExit):
            pass
        self.process.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)


class Report:
    """A report opened in the browser."""

    def __init__(self, browser, path):
        self.browser, self.path = browser, pathlib.Path(path).resolve()

    def evaluate(self, script):
        answer = self.browser.call("Runtime.evaluate", {
            "expression": script, "returnByValue": True, "awaitPromise": True, "userGesture": True})
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "exception"))
        return answer["result"].get("value")

    def settle(self):
        self.evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r, 30))))")

    def show(self, width=1360, height=900, dark=False):
        self.browser.call("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.browser.call("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def open(self, fragment=""):
        self.browser.events.clear()
        self.browser.call("Page.navigate", {"url": "about:blank"})
        start = time.monotonic()
        self.browser.call("Page.navigate", {"url": self.path.as_uri() + fragment})
        self.evaluate("new Promise(r => document.readyState === 'complete' ? r() : addEventListener('load', r))")
        self.settle()
        seconds = time.monotonic() - start
        # The page's own policy forbids it foreign scripts; the debugger may evaluate all the same.
        self.browser.call("Runtime.evaluate", {"expression": self.browser.page_scripts})
        return seconds

    def go(self, fragment):
        self.evaluate(f"location.hash = {json.dumps(fragment)}")
        self.settle()

    def key(self, name):
        codes = {"Tab": 9, "Enter": 13, "ArrowDown": 40, "/": 191}
        parameters = {"key": name, "code": name, "windowsVirtualKeyCode": codes[name]}
        if name in ("Enter", "/"):
            parameters["text"] = "\r" if name == "Enter" else name
        self.browser.call("Input.dispatchKeyEvent", {"type": "keyDown", **parameters})
        self.browser.call("Input.dispatchKeyEvent", {"type": "keyUp", **parameters})

    def complaints(self):
        found = []
        for event in self.browser.events:
            what, details = event.get("method"), event.get("params", {})
            if what == "Runtime.exceptionThrown":
                found.append(details["exceptionDetails"].get("exception", {}).get("description", "exception"))
            elif what == "Log.entryAdded" and details["entry"]["level"] in ("error", "warning"):
                found.append(details["entry"]["text"])
            elif what == "Runtime.consoleAPICalled" and details["type"] in ("error", "warning"):
                found.append("console." + details["type"])
            elif what == "Network.requestWillBeSent":
                address = details["request"]["url"]
                if not address.startswith(("data:", "about:", self.path.as_uri())):
                    found.append("request for " + address)
        return found

    def picture(self, name):
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        image = self.browser.call("Page.captureScreenshot", {"format": "png"})["data"]
        (ARTIFACTS / f"{name}.png").write_bytes(base64.b64decode(image))
