"""An account kept as events: commands are checked, events applied, snapshots taken, history replayed."""
from __future__ import annotations

import json
import uuid
from abc import ABC, abstractmethod
from dataclasses import KW_ONLY, asdict, dataclass, field
from functools import singledispatchmethod
from typing import ClassVar, Iterator


@dataclass(frozen=True)
class Event(ABC):
    account: str
    _: KW_ONLY
    version: int = 0
    registry: ClassVar[dict[str, type[Event]]] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Event.registry[cls.__name__] = cls

    @property
    @abstractmethod
    def summary(self) -> str: ...

    def dump(self):
        return json.dumps({"type": type(self).__name__, **asdict(self)}, sort_keys=True)

    @staticmethod
    def load(text):
        data = json.loads(text)
        return Event.registry[data.pop("type")](**data)


@dataclass(frozen=True)
class Opened(Event):
    owner: str

    @property
    def summary(self):
        return f"opened for {self.owner}"


@dataclass(frozen=True)
class Moved(Event):
    cents: int
    note: str = ""

    @property
    def summary(self):
        return f"{self.cents / 100:+.2f}" + (f" ({self.note})" if self.note else "")


@dataclass(frozen=True)
class Closed(Event):
    summary: ClassVar[str] = "closed"


class Refused(Exception):
    pass


@dataclass
class Account:
    id: str
    owner: str | None = None
    balance: int = 0
    open: bool = False
    version: int = 0
    fresh: list[Event] = field(default_factory=list, repr=False)

    @singledispatchmethod
    def apply(self, event):
        raise NotImplementedError(f"{type(event).__name__} isn't known")

    @apply.register
    def _(self, event: Opened):
        self.owner, self.open = event.owner, True

    @apply.register
    def _(self, event: Moved):
        self.balance += event.cents

    @apply.register(Closed)
    def _(self, event):
        self.open = False

    def record(self, kind, *args, **kwargs):
        event = kind(self.id, *args, version=self.version + 1, **kwargs)
        self.apply(event)
        self.version = event.version
        self.fresh.append(event)

    def withdraw(self, cents):
        if not self.open:
            raise Refused("the account is closed")
        if cents > self.balance:
            raise Refused(f"{cents} is more than {self.balance}")
        self.record(Moved, -cents, note="withdrawal")

    @classmethod
    def replay(cls, id, events: Iterator[Event], until=None):
        account = cls(id)
        for event in events:
            if until is not None and event.version > until:
                break
            account.apply(event)
            account.version = event.version
        return account


id = str(uuid.uuid5(uuid.NAMESPACE_DNS, "account.example"))
account = Account(id)
for step in (
    lambda: account.withdraw(1),
    lambda: account.record(Opened, owner="Ann"),
    lambda: account.record(Moved, 10_050),
    lambda: account.withdraw(20_000),
    lambda: account.withdraw(5_025),
    lambda: account.record(Closed),
    lambda: account.withdraw(1),
    lambda: account.apply("nonsense"),
    lambda: Event(id),
):
    try:
        step()
    except Refused as e:
        print("refused:", e)
    except (TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)
store = [e.dump() for e in account.fresh]
print(*store, sep="\n")
events = [Event.load(line) for line in store]
print(events == account.fresh, [e.summary for e in events])
print(Account.replay(id, events))
print(Account.replay(id, events, until=2))
print(sorted(Event.registry), events[0])
