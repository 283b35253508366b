"""f-strings in f-strings, in their specs, with every conversion and quoting."""
import datetime
import decimal

w, p, v, name = 10, 3, 3.14159265, "wörld"
d = {"a": 1, "b c": [1, {"k": "deep"}]}


class Spec:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr é"


s = Spec()
print(f"{v:{w}.{p}f}|{v:>{w + 2}}|{v!r:*^{w * 2}}|{name!a:>{'1' + '5'}}|{'x':{'>'}{5}}|{v:{'.2f' if p > 2 else 'e'}}")
print(f"{s} {s:} {s:abc {w}} {s!s} {s!r} {s!a} {s!s:>5}")
print(f"{d['a']} {d['b c'][1]['k']} {d['b c'][0]:03} {{literal}} {{{d['a']}}} {{{{{w}}}}} {'{'}{'}'}")
print(f"{f'{w}' + f'{p:0{w}}'} {f'<{name}>'}")
print(f"{w=} {w = } {v=:.2f} {name=!s} {name=} {w + p=} {d['a']=} { w = :>5}| {s=} {s=:q} {(lambda x: x * 2)(4)=}")
print(f"{'a' if w > 5 else 'b'} {[x for x in range(3)]} {({1: 2})[1]} { {1, 2} == {2, 1} } {(y := 5)} {y} {w:=5}|")
print(f"{w!r}" "plain {not}" f'{p}' r"\n" rf"\d{w}\{p}" fr'{name}\x' f"\x41\u00e9\N{DIGIT ONE}{w}\t|")
print(f"""multi {
    w
    + p
} line {name}""")
print(f"{datetime.date(2024, 1, 2):%d.%m.%Y} {datetime.time(13, 5):%I:%M %p} {decimal.Decimal('1.50'):.1f} {1e10:,.0f} {255:#06x} {-5:+d} {True:d} {True} {None!s:>6} {1+2j:.1f} {'abc':.2} {b'x'!r}")
print(f"{1:{'' }}", f"{'':5}|", f"{w:d}{w:b}{w:o}{w:X}", f"{lambda_ if (lambda_ := 3) else 0}", f"{3 != 4}", f"{w!=p}", f"{w>=p}", f"{w==p}", f"{d!r:.8}", f"{'nested ' + ('(' + f'{w}' + ')')}")
for code in ("f'{}'", "f'{ }'", "f'{a b}'", "f'{w!x}'", "f'{w'", "f'w}'", "f'{w!}'", "f'{w:{p:{v}}}'", "f'{nope}'", "f'{w:q}'", "f'{name:d}'", "f'{d[zz]}'", "f'{v:.2d}'", "f'{[]:5}'", "f'{None:5}'", "f'{w:,s}'", "f'{name:,}'", "f'{w:.3}'", "f'{*[1]}'", "f'{*[1],}'", "f'{lambda x: 1}'", "f'{w!r:^{w}.{p}}'", "f'{name:=8}'", "f'{1e3:c}'", "f'{-1:c}'", "f'{w:{name}}'", "f'{w:99999999999999999999}'", "f'{(yield)}'", "f'{#}'", "f'{w;p}'", "f'{w:>{}}'", "f'{\"a\"}'"):
    try:
        print(code, "=", eval(code))
    except SyntaxError as e:
        print(code, "! SyntaxError", e.msg)
    except Exception as e:
        print(code, "!", type(e).__name__, e)
