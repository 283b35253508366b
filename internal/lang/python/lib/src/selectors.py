"""Waiting for the network, of which there is none: what is waited for can be registered by nobody."""

from collections import namedtuple

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


class BaseSelector:
    """What waits."""

    def register(self, fileobj, events, data=None):
        """Refused."""
        raise PermissionError("selectors: this program has no network: it runs in a sandbox")

    def unregister(self, fileobj):
        raise KeyError("{!r} is not registered".format(fileobj)) from None

    def modify(self, fileobj, events, data=None):
        raise KeyError("{!r} is not registered".format(fileobj)) from None

    def select(self, timeout=None):
        """Wait for nothing."""
        if timeout is None:
            raise RuntimeError("nothing is registered, and it is waited for without end")
        if timeout > 0:
            import time
            time.sleep(timeout)
        return []

    def close(self):
        """Without effect."""

    def get_key(self, fileobj):
        raise KeyError("{!r} is not registered".format(fileobj)) from None

    def get_map(self):
        return {}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    """The same."""


class PollSelector(BaseSelector):
    """The same."""


class EpollSelector(BaseSelector):
    """The same."""


DefaultSelector = EpollSelector
