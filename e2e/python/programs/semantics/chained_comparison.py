calls = []
def v(x):
    calls.append(x)
    return x
print(v(1) < v(2) < v(3), calls); calls.clear()
print(v(3) < v(2) < v(1), calls); calls.clear()
print(v(1) == v(1) != v(2) > v(0), calls); calls.clear()
print(1 < 2 > 1, 1 in [1] == True, (1 in [1]) == True, not 1 == 2, "a" < "b" < "c" in "abc")
class C:
    def __lt__(self, o): print("lt"); return []
    def __gt__(self, o): print("gt"); return "yes"
print(C() < 1 < 2, 1 < C() < 3, bool(C() < 1), C() > 1 > 0, [] == [] == [])
x = 5
print(0 < x <= 5, x == 5 and "and" or "or", None or 0 or "" or [], 1 and 2 and 3, not (x > 3) == False)
