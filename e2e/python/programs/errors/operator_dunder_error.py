class Money:
    def __init__(self, amount, currency):
        self.amount, self.currency = amount, currency

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} + {other.currency}")
        return Money(self.amount + other.amount, self.currency)

    def __repr__(self):
        return f"{self.amount} {self.currency}"


print(Money(1, "EUR") + Money(2, "EUR"))
try:
    Money(1, "EUR") + Money(2, "USD")
except ValueError as e:
    print(e)
try:
    5 + Money(1, "EUR")
except TypeError as e:
    print(e)
Money(1, "EUR") + 5
