def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)

b = bytearray(b'abcdef')
m = memoryview(b)
def d1(): del b[0]
def d2(): del b[1:3]
def d3(): b[1:1] = b'x'
def d4(): b[1:2] = b'y'
def d5(): b[1:3] = b'y'
def d6():
    global b
    b += b'x'
def d7():
    global b
    b *= 2
def d8(): b[::2] = b''
def d9(): del b[::2]
def d10(): b[:] = b
def d11(): b[:] = []
def d12(): del b[:]
def d13():
    global b
    b *= 1
def d14():
    global b
    b += b''
def d15(): del b[3:3]
def d16(): b[::2] = b'123'
for f in (lambda: b.append(1), lambda: b.extend(b'xx'), lambda: b.extend([]), lambda: b.extend([1]), lambda: b.insert(0, 1), lambda: b.pop(), lambda: b.remove(97), lambda: b.clear(), d1,d2,d3,d4,d5,d6,d7,d8,d9,d10,d11,d12,d13,d14,d15,d16, lambda: b.reverse(), lambda: b.__init__(b'xyz'), lambda: b.__init__(5), lambda: b.__setitem__(0, 5), lambda: b.remove(250), lambda: b.pop(100), lambda: b.append(300), lambda: b.insert(0, 300), lambda: b.extend(5), lambda: b.copy().append(1)):
    t(f); print(b)
m2 = m[1:3]; m.release()
t(lambda: b.append(1))
m2.release()
t(lambda: b.append(1)); print(b)
with memoryview(b) as v:
    t(lambda: b.clear())
t(lambda: b.clear())
