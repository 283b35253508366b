"""Files robots.txt: what a program may fetch of a site."""

import collections
import time
import urllib.error
import urllib.parse

__all__ = ["RobotFileParser"]

RequestRate = collections.namedtuple("RequestRate", "requests seconds")


class RobotFileParser:
    """The rules of a site. parse has the lines of its file."""

    def __init__(self, url=""):
        self.entries, self.sitemaps, self.default_entry = [], [], None
        self.disallow_all = self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        """When the file was read."""
        return self.last_checked

    def modified(self):
        """The file was read now."""
        self.last_checked = time.time()

    def set_url(self, url):
        """Where the file is."""
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Fetch the file."""
        import urllib.request
        try:
            f = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as e:
            if e.code in (401, 403):
                self.disallow_all = True
            elif 400 <= e.code < 500:
                self.allow_all = True
        else:
            self.parse(f.read().decode("utf-8").splitlines())

    def _add_entry(self, entry):
        if "*" in entry.useragents:
            if self.default_entry is None:
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Read the lines of a file."""
        state, entry = 0, Entry()  # 0: before a group, 1: in its agents, 2: in its rules
        self.modified()
        for line in lines:
            if not line:
                if state == 2:
                    self._add_entry(entry)
                if state:
                    entry, state = Entry(), 0
            line = line.partition("#")[0].strip()
            key, colon, value = line.partition(":")
            if not line or not colon:
                continue
            key, value = key.strip().lower(), urllib.parse.unquote(value.strip())
            if key == "user-agent":
                if state == 2:
                    self._add_entry(entry)
                    entry = Entry()
                entry.useragents.append(value)
                state = 1
            elif key == "sitemap":
                self.sitemaps.append(value)
            elif state:
                state = self._rule(entry, key, value, state)
        if state == 2:
            self._add_entry(entry)

    def _rule(self, entry, key, value, state):
        if key in ("disallow", "allow"):
            entry.rulelines.append(RuleLine(value, key == "allow"))
        elif key == "crawl-delay":
            if value.strip().isdigit():
                entry.delay = int(value)
        elif key == "request-rate":
            numbers = value.split("/")
            if len(numbers) == 2 and all(n.strip().isdigit() for n in numbers):
                entry.req_rate = RequestRate(int(numbers[0]), int(numbers[1]))
        else:
            return state
        return 2

    def _entry(self, useragent):
        return next((entry for entry in self.entries if entry.applies_to(useragent)), self.default_entry)

    def can_fetch(self, useragent, url):
        """True if an agent may fetch something."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.quote(urllib.parse.urlunparse(("", "", parts.path, parts.params, parts.query, parts.fragment))) or "/"
        entry = self._entry(useragent)
        return True if entry is None else entry.allowance(url)

    def crawl_delay(self, useragent):
        """How long an agent is to wait, in seconds."""
        if not self.mtime():
            return None
        entry = self._entry(useragent)
        return None if entry is None else entry.delay

    def request_rate(self, useragent):
        """How often an agent may come."""
        if not self.mtime():
            return None
        entry = self._entry(useragent)
        return None if entry is None else entry.req_rate

    def site_maps(self):
        """The maps of the site."""
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries + ([self.default_entry] if self.default_entry is not None else [])
        return "\n\n".join(map(str, entries))


class RuleLine:
    """What is allowed or not."""

    def __init__(self, path, allowance):
        if path == "" and not allowance:
            allowance = True
        self.path = urllib.parse.quote(urllib.parse.urlunparse(urllib.parse.urlparse(path)))
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return ("Allow" if self.allowance else "Disallow") + ": " + self.path


class Entry:
    """The rules of some agents."""

    def __init__(self):
        self.useragents, self.rulelines, self.delay, self.req_rate = [], [], None, None

    def __str__(self):
        lines = [f"User-agent: {agent}" for agent in self.useragents]
        if self.delay is not None:
            lines.append(f"Crawl-delay: {self.delay}")
        if self.req_rate is not None:
            lines.append(f"Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}")
        return "\n".join(lines + [str(rule) for rule in self.rulelines])

    def applies_to(self, useragent):
        name = useragent.split("/")[0].lower()
        return any(agent == "*" or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        return next((rule.allowance for rule in self.rulelines if rule.applies_to(filename)), True)
