class Account:
    def __init__(self, total, months):
        self.total = total
        self.months = months

    def monthly(self):
        return self.total / self.months


def report(accounts):
    for a in accounts:
        print("monthly", a.monthly())


report([Account(120, 12), Account(99, 3), Account(10, 0)])
