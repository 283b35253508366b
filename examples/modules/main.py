# A Python program with modules and a package of its folder.
import lib.averages
from lib.averages import mean as average
from shapes import Shape

for shape in (Shape.square(3), Shape.circle(1)):
    print(f"{shape.name:>8} {shape.area:.3f}")
print(average([1, 2, 4]), lib.averages.__name__)
