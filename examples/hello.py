# Python programs use the part of the language that Starlark has with all of its
# options on: functions, while, recursion, sets, top-level control flow.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print("Hello from Python")
for n in range(10):
    print(n, fib(n))
