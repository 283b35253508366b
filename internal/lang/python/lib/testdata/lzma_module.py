# Files that LZMA compresses: streams of CPython's, round trips, errors.
import base64
import io
import itertools
import lzma as L

DATA = b" ".join(b"word%d" % (i * i % 97) for i in range(300)) + bytes(range(256)) + b"xyz" * 200
STREAMS = {
    "xz":
        '{Wp48S^xk9=GL@E0stWa761SMbT8$j;0sv+zg+-3o64%ut{U2MJ&m2}`EA3sJCNR?U6s^QOjo|)8j||2rlc~>oJ15kyht-SkEFUb9<cD4-IA^nnnKvd-fSHV'
        'HCH94{Fi)lR|wx+?9vPx<ai0kq`~Vpz;?Jcy~f!dLT?Q#kB^IEs$*<Ljx`;tV?bIVegp`|E27m^eWY_T;(UWot=RzA<3e0wBI6dn;r~fq2}<;7k9W=|O0ly)'
        'g`a+4YLI0)_mW8Yyy7kI7AjEkZ08bpbHaz*K7hb}zC5u+EdjoJ>!@N~GR-fs>_jO059>P&6J)x>+H26u*PBH`44eQ{ZpQs?fh;bJTS^e`66Cxs68sxxuovRN'
        'DM$1+YfB(wBnDD+k$?kr-=%4>yUYqf_L}yCJ{r~ge6jr~9cJ(&tTA8J_L<GS#!ylm7vPB+j0XPH#2NFO@#QOw6AD9{K{oJg6dXkV4#q#%ugbf^jFXM*fNs%='
        'RS7^<;Cpu-qas#i$6>6L^2V4T@KT5PcT2zfU6e~9r+U&%KR0r|-W9l89XRVaRoYd*3fUNdf>#ir4_t7kV*jeEHpEWOSwcrNigPa6ULKwd#vT>olbK!-Z~y=R'
        '4L0xfnH-=U00G+r+7<u+-o#F=vBYQl0ssI200dcD',
    "alone":
        'T>t=p0RR90|NsC0{{TCi%Bs<>8rpI_jh*WGZNs%YklvwPmDEy9SH9sIlKQWvq%zH%L=-u^NHaN)q`Ed9u<)7PlCBb(LfFRMY#j_WS0$(Xmwa<q2;W@n(hM5p'
        'cnQa(!Rt1_cDOdZ#@QZ1Zw)JtkBeifV{Ao^H65#CKw2Sw1PI3~qSaM>q;oRje1lJ|*#Ot$LR?}Z;}*Z+|4Cj6O7v-ucg`nDv9mvgpMGF!kYzddl1TZy;w|qM'
        'Dp2xl=Mr~w!iU^GfWUsfJh4PA0ls_dsA63*%`dU+L@4_Y>pKh+WV*xJYtYNrn?*tloB&g9#{F)AEG~>&N)Yc7<h(5s{2OMl7vjMwNAxypOCVz;22ym9fCF{k'
        'rD?Id%nCvFn)ZV}8rA!JvHd6=X7D4dF<;g8na#b%P*NNh;E5WH2L9B<8S|U*<tvO63PYPgHt=i|97O*P#y{7u%Dcjhla1_vZqbQV2|!igdv_kAB35O`VXTz$'
        '#+V@RQiu3=OTYVFluIF}deTfkH*&t-6}Vd+IO{l7+Eu>_*%*L=R}i2NTyUpi|EjAt#7@pxLPs=;b1vCl9-a)w9u?w~nO{ImU*G?o1rLA',
    "delta":
        '{Wp48S^xkF;rk4s0s#X70wDnik=4S!;0sv+RwMvBoT;lR#(Pl^5r3XC(;UWmNx^e`I|^f-YXsn3de5p`?EYC6Lp(rAG8Cq4EQO%M0B^QZ4EARA+3JoLf7=Q&'
        '@W$kQW_{%e6qTB_0Q^BW`!nEvaAxNI&jFiaQt^%CewA)4nruW+(BdxBd3>VRwWH^wsG%2gt<P>XJKC*B4{5H%^1Fp-V_t@6#x~uW4~&wBOHt`-)Y(CU=92K('
        '1Y*UXDnwk43nK020FWCGMdGS-T#=pYG_#_e(nTP3FQ)gDIwiw+c{&AeG#FO~NaRhybq^F$2!IZod~r8lIql0C_JfeVyZO}WcC_e2J13u=up0~Dqs2ih^E^ac'
        'b>KH3%r>^c#XxVQ+hFL+VH~Z$dGk=dFIhv@$L3@-r`}QolAZKc!6)s?3PB?Vnsg5HyJU4)SMQK20lY%+eFo7U+62ROrfDU7_K{kf0T%_p00000!r6G3fgdS{'
        '%B(Q_LHHu%Eq00JT<XHSiG)YLGz!cn00D{v+7<u+j31n8w&~v-0ssI2018=J',
    "two":
        '{Wp48S^xk9=GL@E0stWa761SMbT8$j0RRAD000001uJDPcZ32n009{Rr7VHWAGY&-0RR9100dcD{Wp48S^xk6X(HY>0stWa761SMbT8$j0RRAE00000`R~4Q'
        '009*Nsbe%?kV2Ua0RR9100CKA',
}
C, D = L.LZMACompressor, L.LZMADecompressor
DELTA = [{"id": L.FILTER_DELTA, "dist": 4}, {"id": L.FILTER_LZMA2, "preset": 1}]
RAW = {"format": L.FORMAT_RAW, "filters": DELTA}


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


for name, text in STREAMS.items():
    stream = base64.b85decode(text)
    out = L.decompress(stream)
    print(name, len(out), out == DATA)
    reader, parts = D(), []
    for i in range(0, len(stream), 7):
        if reader.eof:
            break
        parts.append(reader.decompress(stream[i:i + 7], 50))
        while not reader.needs_input and not reader.eof:
            parts.append(reader.decompress(b"", 50))
    print(b"".join(parts) == out, reader.check, reader.eof)
    for at in range(0, len(stream), 13):
        broken = bytearray(stream)
        broken[at] ^= 0x55
        try:
            print(at, L.decompress(bytes(broken)) == out, end=" ")
        except Exception as e:
            print(at, type(e).__name__, end=" ")
    print()

for options in (dict(), dict(preset=0), dict(check=L.CHECK_NONE), dict(check=L.CHECK_SHA256), dict(format=L.FORMAT_ALONE),
                dict(filters=DELTA)):
    for data in (b"", b"x", DATA, bytes(100000)):
        print(L.decompress(L.compress(data, **options)) == data, end=" ")
print(L.decompress(L.compress(DATA, **RAW), **RAW) == DATA)
for preset in range(10):
    print(L.compress(b"", L.FORMAT_ALONE, preset=preset).hex(), L.compress(b"a", preset=preset).hex())

for f in (lambda: C(9), lambda: C(preset=10), lambda: C(preset="x"), lambda: C(preset=1, filters=[]), lambda: C(filters=[]),
          lambda: C(format=L.FORMAT_RAW), lambda: C(format=L.FORMAT_ALONE, check=4), lambda: C(check=99), lambda: C(check=3),
          lambda: C(filters=[{"id": 1}]), lambda: C(filters=[{}]), lambda: C(filters=[{"id": L.FILTER_DELTA}]),
          lambda: C(filters=[{"id": L.FILTER_LZMA2, "foo": 1}]), lambda: C(filters=[{"id": L.FILTER_LZMA2, "lc": 9}]),
          lambda: C(filters=[{"id": L.FILTER_LZMA2, "dict_size": 1}]),
          lambda: C(filters=[{"id": L.FILTER_DELTA, "dist": 300}, {"id": L.FILTER_LZMA2}]), lambda: C(filters=5),
          lambda: C(filters=[5]), lambda: C(filters=[{"id": L.FILTER_LZMA2}] * 5), lambda: C(format=L.FORMAT_AUTO),
          lambda: C(format=L.FORMAT_RAW, filters=({"id": 33} for _ in itertools.count())),
          lambda: C(format=L.FORMAT_ALONE, filters=[{"id": L.FILTER_LZMA2}]), lambda: D(format=L.FORMAT_RAW),
          lambda: D(format=L.FORMAT_XZ, filters=[]), lambda: D(format=L.FORMAT_RAW, memlimit=3), lambda: D(format=77),
          lambda: D(memlimit=10).decompress(L.compress(b"x")), lambda: D().decompress(b"garbage garbage garbage"),
          lambda: D(L.FORMAT_XZ).decompress(b"garbage"), lambda: L.decompress(b""), lambda: L.decompress(L.compress(b"a")[:-3]),
          lambda: L.decompress(L.compress(b"a") + b"xxx"), lambda: L.decompress(b"\xfd7zXZ\0\0\4xxxxx"), lambda: L.compress("x"),
          lambda: D().decompress("x"), lambda: L.LZMAFile(3), lambda: L.LZMAFile("x", "q"), lambda: L.LZMAFile("x", check=3),
          lambda: L.LZMAFile("x", preset=3), lambda: L.open("x", "tb"), lambda: L.is_check_supported(4),
          lambda: L.is_check_supported(3), lambda: L.is_check_supported("x"), lambda: D, lambda: C, lambda: L.LZMAError.__mro__,
          lambda: sorted(L.__all__), lambda: L._encode_filter_properties({"id": L.FILTER_LZMA1}),
          lambda: L._decode_filter_properties(L.FILTER_LZMA1, b"]\0\0\x80\0"), lambda: L._encode_filter_properties({"id": L.FILTER_LZMA2}),
          lambda: L._decode_filter_properties(L.FILTER_DELTA, b"\x10")):
    show(f)

c = C()
stream = c.compress(b"abc") + c.flush()
show(lambda: c.compress(b"x"))
show(c.flush)
d = D()
print(d.check, d.eof, d.needs_input, d.unused_data)
print(d.decompress(stream + b"zz", 1), d.needs_input, d.check, d.eof)
print(d.decompress(b"", 1), d.eof, d.decompress(b""), d.eof, d.unused_data, d.needs_input)
show(lambda: d.decompress(b""))

f = io.BytesIO()
with L.open(f, "wt", encoding="utf-8") as g:
    for i in range(1000):
        print("line", i, file=g)
f.seek(0)
with L.open(f, "rt", encoding="utf-8") as g:
    print(repr(g.readline()), len(g.readlines()))
f.seek(0)
with L.LZMAFile(f) as g:
    print(g.seek(100), g.read(9), g.seek(-5, 2), g.read(), g.tell(), g.seekable(), g.writable(), g.closed)
print(g.closed)
