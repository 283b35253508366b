import logging, sys
sys.stderr = sys.stdout
logging.warning("w %s", 1); logging.info("no")
log = logging.getLogger("a.b.c"); log.setLevel("DEBUG")
log.debug("d %(x)s", {"x": 5}); log.error("e"); log.critical("c")
print(log, logging.getLogger(), logging.getLogger("a"), log.parent, logging.getLogger("a.b"), log.parent, log.handlers, logging.root.handlers)
for h in logging.root.handlers[:]: logging.root.removeHandler(h)
logging.getLogger("q").warning("last resort")
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-8s|%(name)s|%(module)s|%(funcName)s|%(lineno)d|%(message)s|%(threadName)s")
def f():
    log.info("in f %d %s", 1, "x")
    try: 1/0
    except Exception: log.exception("exc %s", "a"); logging.exception("root"); log.error("ei", exc_info=True)
    log.warning("stack", stack_info=True)
    log.warning("lvl", stacklevel=2)
f()
log.log(25, "custom"); logging.addLevelName(25, "NOTICE"); log.log(25, "named"); print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(7))
for e in ["log.setLevel('X')","log.setLevel(None)","logging.Formatter('{x}')","logging.Formatter('x', style='{')","logging.Formatter('x', style='q')","logging.Formatter('$x', style='$').format(logging.makeLogRecord({'msg':'m'}))","logging.getLogger(5)","log.log('x','y')","logging.basicConfig(foo=1,force=True)","log.info('x', extra={'message':1})","logging.Formatter('%(zz)s').format(logging.makeLogRecord({}))","logging.Handler().emit(1)","logging.Formatter('{levelname:>8} {msg}', style='{').format(logging.makeLogRecord({'msg':'m','levelname':'INFO'}))"]:
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
for h in logging.root.handlers[:]: logging.root.removeHandler(h)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(asctime)s", datefmt="%Y")); 
class L(list):
    def write(self, s): self.append(s)
    def flush(self): pass
b = L(); h2 = logging.StreamHandler(b); log.addHandler(h2); log.propagate = False
log.info("to list"); log.info("bad %d", "x") if 0 else None
print(b, h, h2, log.hasHandlers(), log.isEnabledFor(10), log.getEffectiveLevel())
class F(logging.Filter):
    def filter(self, r): r.user = "U"; return "skip" not in r.getMessage()
h2.addFilter(F()); h2.setFormatter(logging.Formatter("%(user)s %(message)s")); log.info("skip me"); log.info("keep"); print(b)
log.addFilter(lambda r: r.levelno > 20); log.info("gone"); log.error("there"); print(b)
ad = logging.LoggerAdapter(log, {"conn": "C1"}); h2.setFormatter(logging.Formatter("%(conn)s %(message)s")); ad.error("adapted"); print(b[-1], ad)
class Ad(logging.LoggerAdapter):
    def process(self, msg, kw): return "[%s] %s" % (self.extra["ip"], msg), kw
h2.setFormatter(None); Ad(log, {"ip": "1.2"}).warning("z %s", 1); print(b[-1])
logging.disable(logging.ERROR); log.error("dis"); print(len(b)); logging.disable(logging.NOTSET)
import logging.handlers, logging.config
m = logging.handlers.MemoryHandler(3, target=h2); lg = logging.getLogger("mem"); lg.propagate = False; lg.addHandler(m); n = len(b)
lg.warning("1"); print(len(b) - n); lg.error("2"); print(b[n:], m)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "CFG %(levelname)s %(name)s %(message)s"}}, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "INFO"}}, "loggers": {"cfg": {"level": "DEBUG", "handlers": ["h"], "propagate": False}}, "root": {"level": "WARNING", "handlers": ["h"]}})
logging.getLogger("cfg").info("hello"); logging.getLogger("cfg").debug("no"); logging.getLogger("other").warning("root"); logging.getLogger("other").info("no")
try: logging.config.dictConfig({"version": 2})
except ValueError as e: print(e)
try: logging.config.dictConfig({"version": 1, "handlers": {"x": {"class": "nope.Nope"}}})
except ValueError as e: print(e, repr(e.__cause__))
logging.captureWarnings(True); import warnings; warnings.warn("captured"); logging.captureWarnings(False)
r = logging.makeLogRecord({"msg": "a %s", "args": (1,)}); print(r, r.getMessage(), r.levelname)
print(logging.getLevelNamesMapping(), log.getChild("k"), logging.getLogger("root") is logging.root)
class MyL(logging.Logger):
    def trace(self, m): self._log(5, m, ())
logging.setLoggerClass(MyL); t = logging.getLogger("tr"); t.setLevel(1); t.addHandler(h2); t.trace("tt"); print(type(t), b[-1])
import atexit
atexit.register(print, "bye", sep="-"); 
@atexit.register
def last(): print("last")
def un(): print("un")
atexit.register(un); atexit.unregister(un)
def bad(): raise ValueError("in exit")
sys.stderr = sys.__stderr__
f = logging.Formatter("%(asctime)s %(message)s"); rec = logging.makeLogRecord({"created": 1234567890.123, "msecs": 123.0, "msg": "T"}); print(f.format(rec), f.usesTime(), f.formatTime(rec, "%H:%M"))
