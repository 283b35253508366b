class Shape:
    def area(self, scale=1):
        return 4 * scale


print(Shape().area(2))
print(Shape().area(2, 3))
