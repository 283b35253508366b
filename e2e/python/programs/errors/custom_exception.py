class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(needed, available)
        self.needed = needed
        self.available = available

    def __str__(self):
        return f"need {self.needed}, have {self.available}"


def pay(amount, purse):
    if amount > purse:
        raise InsufficientFunds(amount, purse)
    return purse - amount


try:
    pay(5, 1)
except InsufficientFunds as e:
    print("caught", e, e.args, repr(e))
pay(10, 3)
