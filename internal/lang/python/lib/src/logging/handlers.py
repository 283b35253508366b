"""Further handlers."""

import logging
import sys

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514


class BaseRotatingHandler(logging.FileHandler):
    """Writes to a file that is put aside from time to time."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.mode, self.encoding, self.errors = mode, encoding, errors

    def emit(self, record):
        """Write a record, after another file was begun if it is time."""
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name of a file that was put aside."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Put a file aside."""
        if callable(self.rotator):
            self.rotator(source, dest)
            return
        import os
        if os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """Begins another file when the file is as long as it may be."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        """Put the file aside and begin another."""
        import os
        if self.stream:
            self.stream.close()
            self.stream = None
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename("%s.%d" % (self.baseFilename, i))
                dest = self.rotation_filename("%s.%d" % (self.baseFilename, i + 1))
                if os.path.exists(source):
                    if os.path.exists(dest):
                        os.remove(dest)
                    os.rename(source, dest)
            dest = self.rotation_filename(self.baseFilename + ".1")
            if os.path.exists(dest):
                os.remove(dest)
            self.rotate(self.baseFilename, dest)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        """Report whether a record would make the file too long."""
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        text = "%s\n" % self.format(record)
        self.stream.seek(0, 2)
        return self.stream.tell() + len(text) >= self.maxBytes


class BufferingHandler(logging.Handler):
    """Keeps records until there are enough."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        """Report whether there are enough."""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        """Keep a record."""
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forget the records."""
        self.buffer.clear()

    def close(self):
        """Forget the records and use the handler no more."""
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough or a bad one comes, for another handler."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        """Report whether there are enough, or a bad one."""
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """Set the other handler."""
        self.target = target

    def flush(self):
        """Hand the records to the other handler."""
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        """Hand the records over and use the handler no more."""
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            super().close()


class QueueHandler(logging.Handler):
    """Puts records in a queue."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        """Put a record in the queue."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """The record as it is put in the queue: its text is made."""
        import copy
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        """Put a record in the queue."""
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Hands the records of a queue to handlers: when it is stopped, where there are no threads."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        """The next record."""
        return self.queue.get(block)

    def start(self):
        """Begin to listen."""
        self._thread = True

    def prepare(self, record):
        """The record as it is handed to handlers."""
        return record

    def handle(self, record):
        """Hand a record to the handlers."""
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def enqueue_sentinel(self):
        """Mark the end of the queue."""
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Handle what is in the queue, and listen no more."""
        if self._thread:
            self.enqueue_sentinel()
            while True:
                record = self.dequeue(True)
                if record is self._sentinel:
                    break
                self.handle(record)
            self._thread = None


def _refused(what):
    class Refused(logging.Handler):
        """Is not available here."""

        def __init__(self, *args, **kwargs):
            raise PermissionError(f"{what} needs the network, which programs have no access to")

    Refused.__name__ = Refused.__qualname__ = what
    return Refused


SocketHandler, DatagramHandler, SysLogHandler = _refused("SocketHandler"), _refused("DatagramHandler"), _refused("SysLogHandler")
SMTPHandler, HTTPHandler = _refused("SMTPHandler"), _refused("HTTPHandler")


class WatchedFileHandler(logging.FileHandler):
    """Writes to a file."""


def _stamps(suffix):
    """A pattern of the times that a format for strftime makes."""
    import re
    return re.compile("^" + re.sub("%[mdHMS]", r"\\d{2}", suffix).replace("%Y", r"\d{4}") + r"(\.\w+)?$", re.ASCII)


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins another file when so much time has passed."""

    _UNITS = {"S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (3600, "%Y-%m-%d_%H"), "D": (86400, "%Y-%m-%d"),
              "MIDNIGHT": (86400, "%Y-%m-%d")}

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        import os
        import time
        super().__init__(filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.when = when.upper()
        self.backupCount, self.utc, self.atTime = backupCount, utc, atTime
        if self.when.startswith("W"):
            self.dayOfWeek = self._weekday()
            unit, self.suffix = 604800, "%Y-%m-%d"
        elif self.when in self._UNITS:
            unit, self.suffix = self._UNITS[self.when]
        else:
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        self.extMatch = _stamps(self.suffix)
        self.interval = unit * interval
        begun = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if begun else time.time()))

    def _weekday(self):
        if len(self.when) != 2:
            raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % self.when)
        if not "0" <= self.when[1] <= "6":
            raise ValueError("Invalid day specified for weekly rollover: %s" % self.when)
        return int(self.when[1])

    def _by_clock(self):
        """Whether the next file is begun at a time of the day."""
        return self.when == "MIDNIGHT" or self.when.startswith("W")

    def computeRollover(self, currentTime):
        """When the next file is begun."""
        if self._by_clock():
            return self._next_day(currentTime)
        return currentTime + self.interval

    def _next_day(self, now):
        """When the clock next shows atTime, or midnight, on the weekday if there is one."""
        clock = self._clock(now)
        day = clock.tm_wday
        wait = 86400
        if self.atTime is not None:
            wait = (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        wait -= (clock.tm_hour * 60 + clock.tm_min) * 60 + clock.tm_sec
        if wait < 0:
            wait += 86400
            day += 1
        days = (self.dayOfWeek - day) % 7 if self.when.startswith("W") else 0
        then = now + wait + days * 86400
        return then - self._saved(then, now) if days else then

    def _saved(self, then, now):
        """How far the clock is set forward from now to then, in seconds."""
        return 3600 * (self._clock(then).tm_isdst - self._clock(now).tm_isdst)

    def _clock(self, seconds):
        import time
        return time.gmtime(seconds) if self.utc else time.localtime(seconds)

    def shouldRollover(self, record):
        """Report whether it is time."""
        import time
        return time.time() >= self.rolloverAt

    def getFilesToDelete(self):
        """The oldest of the files that were put aside, those that are too many."""
        import os
        folder, base = os.path.split(self.baseFilename)
        paths = sorted(os.path.join(folder, name) for name in os.listdir(folder) if self._is_aside(name, base))
        return paths[:max(0, len(paths) - self.backupCount)]

    def _is_aside(self, name, base):
        """Whether a file has a name that one that was put aside may have: with the time, by a namer before or after the extension."""
        import os
        stem, extension = os.path.splitext(base)
        start = len(stem) + 1
        if not name.startswith(base):
            if self.namer is None or name.endswith(extension) and len(name) > start + 1 and not name[start + 1].isdigit():
                return False
        return name.startswith(stem + ".") and any(map(self.extMatch.match, name[start:].split(".")))

    def doRollover(self):
        """Put the file aside and begin another."""
        import os
        import time
        if self.stream:
            self.stream.close()
            self.stream = None
        begin = self.rolloverAt - self.interval
        now = int(time.time())
        when = self._clock(begin - self._saved(begin, now))
        dest = self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, when))
        if os.path.exists(dest):
            os.remove(dest)
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval
        if self._by_clock():
            self.rolloverAt -= self._saved(self.rolloverAt, now)
