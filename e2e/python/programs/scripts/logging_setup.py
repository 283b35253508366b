"""Logging as services set it up: handlers, filters, adapters, formatters, levels, capture."""
import io
import json
import logging
import logging.config
import logging.handlers
import queue
import sys
import warnings


class JsonFormatter(logging.Formatter):
    KEPT = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

    def format(self, record):
        entry = {"level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        entry |= {k: v for k, v in vars(record).items() if k not in self.KEPT}
        if record.exc_info:
            entry["error"] = repr(record.exc_info[1])
            entry["trace"] = len(self.formatException(record.exc_info).splitlines())
        return json.dumps(entry, default=str, sort_keys=True)


class Redact(logging.Filter):
    def __init__(self, *words):
        super().__init__()
        self.words = words

    def filter(self, record):
        text = record.getMessage()
        for word in self.words:
            text = text.replace(word, "*" * len(word))
        record.msg, record.args = text, None
        return True


class OnlyBelow(logging.Filter):
    def __init__(self, level):
        super().__init__()
        self.level = logging.getLevelName(level)

    def filter(self, record):
        return record.levelno < self.level


class RequestAdapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        kwargs.setdefault("extra", {}).update(self.extra)
        return f"<{self.extra['request']}> {msg}", kwargs


logging.config.dictConfig({
    "version": 1,
    "formatters": {"plain": {"format": "{levelname:.1} {name}: {message}", "style": "{"}, "json": {"()": JsonFormatter}},
    "filters": {"low": {"()": OnlyBelow, "level": "WARNING"}, "redact": {"()": lambda: Redact("hunter2", "s3cret")}},
    "handlers": {
        "low": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "filters": ["low", "redact"]},
        "all": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json", "level": "WARNING"},
    },
    "loggers": {"app": {"level": "DEBUG", "handlers": ["low", "all"], "propagate": False}, "app.noisy": {"level": "ERROR"}},
    "root": {"level": "INFO", "handlers": ["low"]},
})
log = logging.getLogger("app.db")
log.debug("connecting as %s with %s", "ann", "hunter2")
log.warning("slow query: %(ms)d ms", {"ms": 1250}, extra={"table": "items", "rows": [1, 2]})
try:
    {}["key"]
except KeyError:
    log.exception("lookup failed")
logging.getLogger("app.noisy").warning("never seen")
logging.getLogger("app.noisy.deep").error("seen")
RequestAdapter(logging.getLogger("app.web"), {"request": "r-7"}).error("status %s", 500)
logging.info("root says %s", "hi")
print(log.getEffectiveLevel(), log.isEnabledFor(logging.DEBUG), logging.getLogger("app.noisy").isEnabledFor(30), log.parent.name, [type(h).__name__ for h in log.parent.handlers])

records = queue.SimpleQueue()
q = logging.getLogger("queued")
q.addHandler(logging.handlers.QueueHandler(records))
q.propagate = False
for n in range(3):
    q.warning("job %d", n)
out = io.StringIO()
target = logging.StreamHandler(out)
target.setFormatter(logging.Formatter("%(name)s/%(levelno)d/%(message)s"))
while not records.empty():
    target.handle(records.get())
print(out.getvalue().splitlines())

memory = logging.handlers.MemoryHandler(10, logging.ERROR, logging.StreamHandler(sys.stdout))
m = logging.Logger("memory")
m.addHandler(memory)
m.info("kept one")
m.info("kept two")
print("nothing yet", len(memory.buffer))
m.error("flushes")
print(len(memory.buffer))
logging.captureWarnings(True)
logging.getLogger("py.warnings").addFilter(lambda r: setattr(r, "msg", r.getMessage().split(": ", 1)[1].splitlines()[0]) or setattr(r, "args", None) or True)
warnings.warn("old call", FutureWarning)
logging.captureWarnings(False)
logging.addLevelName(15, "TRACE")
log.log(15, "between")
logging.disable(logging.CRITICAL)
log.critical("off")
logging.disable(logging.NOTSET)
for bad in lambda: log.setLevel("LOUD"), lambda: logging.Formatter("{x"), lambda: logging.Formatter("%(message)s", style="{"), lambda: log.log("5", "x"):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(repr(logging.getLogger("app")), logging.getLevelNamesMapping()["TRACE"], logging.getLogger("queued").hasHandlers())
