import sys
print(sys.get_int_max_str_digits())
try:
    str(10 ** 4300)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)), int("7" * 5000) % 9)
sys.set_int_max_str_digits(1000)
for act in (lambda: len(str(10 ** 1000)), lambda: int("1" * 1001), lambda: len(hex(10 ** 2000)), lambda: sys.set_int_max_str_digits(100)):
    try:
        print(act())
    except ValueError as e:
        print(e)
