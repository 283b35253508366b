import json
from dataclasses import asdict, dataclass, field


@dataclass
class Address:
    city: str
    zip: str = ""


@dataclass
class Person:
    name: str
    age: int
    addresses: list[Address] = field(default_factory=list)

    @classmethod
    def load(cls, doc):
        return cls(doc["name"], doc["age"], [Address(**a) for a in doc.get("addresses", [])])


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, complex):
            return {"re": o.real, "im": o.imag}
        return super().default(o)


p = Person("Zoë", 33, [Address("Łódź", "90-001"), Address("Oslo")])
text = json.dumps(asdict(p), ensure_ascii=False)
print(text)
print(Person.load(json.loads(text)) == p)
print(json.dumps({"s": {3, 1}, "c": 1 + 2j, 1: None, True: 1.5, None: float("inf")}, cls=Encoder))
print(json.loads('{"a": [1, 2.5, -3e2, "x\\u0041"], "b": {}}', object_pairs_hook=list), json.loads("1.1", parse_float=str))
print(json.dumps("</script> \u2028 \"q\" \\ \t"), json.dumps([[], {}, [{}]], indent=1), json.dumps((1, (2,))))
