x, name, d = 5, "Ann", {"k": [1, 2]}
print(f"{x} {x!r:>3} {x:03d} {name!s:^7}| {x=} {x + 1 = } {name=!s} {d['k'][0]} {{literal}} {x:{x}} {'nested ' + f'{x}'}")
print(f"{x if x > 3 else 0} {(lambda v: v * 2)(4)} {[i for i in range(3)]} {x:>{x + 3}.{2}f} {'a' 'b'}" f" {x!a}" r" \n" rf"\d{x}")
print(f"{3.14159:.2f} {1e10:,.0f} {255:#06x} {True:>6} {None!s:>6} {x:%}" f"{'q':-^5}")
print(f'''{
    x
    + 1
}''', f"{x:=+5}", f"{(y := 3)}", y, f"{d!r}", f"{'a':{'>'}{4}}", f"{x,}", f"{*[1, 2],}")
class P:
    def __format__(self, spec): return f"<{spec}>"
print(f"{P():abc} {P()} {P():{x}}", "{:x}".format(P()), format(P(), "q"))
