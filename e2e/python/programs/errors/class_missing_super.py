class Base:
    def __init__(self, name):
        self.name = name


class Child(Base):
    def __init__(self):
        self.age = 3


c = Child()
print(c.age)
print(c.name)
