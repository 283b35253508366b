"""Waiting for the network, of which there is none."""

error = OSError
PIPE_BUF = 4096


def select(rlist, wlist, xlist, timeout=None, /):
    """Refused, but for a wait for nothing."""
    if rlist or wlist or xlist:
        raise PermissionError("select.select: this program has no network: it runs in a sandbox")
    if timeout:
        import time
        time.sleep(timeout)
    return [], [], []
