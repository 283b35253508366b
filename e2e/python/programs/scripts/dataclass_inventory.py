from dataclasses import dataclass, field, asdict, astuple, replace, fields


@dataclass(order=True)
class Item:
    name: str
    price: float = field(compare=False)
    qty: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"bad price {self.price}")

    @property
    def total(self):
        return self.price * self.qty


@dataclass
class Inventory:
    items: dict = field(default_factory=dict)

    def add(self, item):
        old = self.items.get(item.name)
        self.items[item.name] = replace(old, qty=old.qty + item.qty) if old else item
        return self


inv = Inventory().add(Item("nut", 0.5, 10)).add(Item("bolt", 1.25, 4, ["metal"])).add(Item("nut", 9, 5))
print(inv)
print(sum(i.total for i in inv.items.values()), sorted(inv.items.values()), asdict(inv.items["bolt"]), astuple(inv.items["nut"]))
print([f.name for f in fields(Item)], Item("a", 1) == Item("a", 2), Item("a", 1) < Item("b", 0))
try:
    Item("x", -1)
except ValueError as e:
    print(e)
