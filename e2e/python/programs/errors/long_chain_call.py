class Query:
    def __init__(self, rows):
        self.rows = rows

    def where(self, **conditions):
        return Query([r for r in self.rows if all(r[k] == v for k, v in conditions.items())])

    def select(self, *names):
        return Query([{n: r[n] for n in names} for r in self.rows])

    def all(self):
        return self.rows


q = Query([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}])
print(q.where(id=1).select("name").all())
print(q
      .where(id=2)
      .select("name", "age")
      .all())
