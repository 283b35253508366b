class Printer:
    def __init__(self):
        self.colour = "red"

    def display(self):
        return self.color


print(Printer().colour)
Printer().display()
