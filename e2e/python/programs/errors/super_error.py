class A:
    def hello(self):
        return "A"


class B(A):
    def hello(self):
        return "B" + super().hello()

    def bye(self):
        return super().bye()


print(B().hello())
try:
    super(B, 5).hello()
except TypeError as e:
    print(e)
B().bye()
