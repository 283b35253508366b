
s = ""
for i in range(500):
    s += "é" if i % 3 else "x"
    if i % 7 == 0: assert s[-1] == ("é" if i % 3 else "x"), i
    assert len(s) == i + 1
print(s[:50], s[100:140], s.index("x", 200), s.rfind("é"), s.find("xéé", 301))
t = s + "q"; u = s + "w"; print(t[-1], u[-1], len(t), len(u), t[499], u[500])
a = "x" * 70; b = a + "y"; c = b + "é"; d = b + "z"; print(c[-1], d[-1], b, len(c), c[71], d[71])
print(f"{1}{'é'}{10**30}{True}{None}{-5}{1.5}", f"{7}", f"{-123456789012}:{3}", f"{'a'}{'b'}")
print(hash("abc") == hash("a" + "bc"), {"abc": 1}["ab" + "c"], hash("") , len({str(i) for i in range(5000)}))
print("\ud800x"[0] == "\ud800", [ord(ch) for ch in "a\ud800é\U0001F600" + "b"], ("é"*100)[::-7], ("abc"*20)[::-3])
class S(str): pass
print(f"{S('k')}{S('é')!r}{3!r}{3!s:>4}{3:>3}", ",".join([S("a"), "b"]), "%s|%d|%5.2f" % ("é", 3, 2.5), "{}-{:>5}".format(1, "é"))
big = "".join(["é%d," % i for i in range(2000)]); print(len(big), big[1000], big[5000:5010], big.count("é"), big.split(",")[77])

