import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("app")
log.debug("hidden")
log.info("started with %d workers", 3)
try:
    [].pop()
except IndexError:
    log.error("could not pop", exc_info=False)
log.warning("leaving")
raise RuntimeError("after logging")
