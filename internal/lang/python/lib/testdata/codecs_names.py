# Names of domains, punycode, codecs of bytes, quoted-printable and uuencode.
import codecs, encodings.idna as I, encodings.punycode as P, stringprep, quopri, uu, io, encodings
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
for s in ['python.org','python.org.','pyth\xf6n.org','pyth\xf6n.org.','abc\u0421\u0124','abc\u4923\u0132','\u5f15\u3048.jp','a..b','.','', 'x'*64, 'x'*63, '\u0627\u0628a','\u0627\u0628','xn--\xe9','a\u3002b\uff0e\xe9','\xdf.de','\u2100\u2101.com','\ud800','a b\xe9','a\u00adb\xe9','\u0221\xe9','FAß','\u200d\xe9','\xe9'*70,'straße.DE']:
    t(lambda: s.encode('idna')); t(lambda: s.encode('punycode'))
    t(lambda: s.encode('punycode').decode('punycode')==s)
    t(lambda: I.nameprep(s)); t(lambda: I.ToASCII(s)); t(lambda: I.ToUnicode(s))
for b in [b'xn--pythn-mua.org',b'xn--pythn-mua.org.',b'python.org',b'XN--pythn-mua.org',b'xn--0.org',b'xn--zzzz99999999.org',b'\xff',b'xn--.x',b'a..b',b'Pyth\xc3\xb6n.org', b'']:
    t(lambda: b.decode('idna')); t(lambda: b.decode('punycode')); t(lambda: b.decode('punycode','replace')); t(lambda: b.decode('punycode','ignore'))
t(lambda: 'a'.encode('idna','ignore')); t(lambda: b'a'.decode('idna','ignore')); t(lambda: b'a'.decode('punycode','foo'))
t(lambda: codecs.lookup('idna').name); t(lambda: ''.join(codecs.iterdecode([b'xn--py', b'thn-mua.o', b'rg'],'idna'))); t(lambda: b''.join(codecs.iterencode(['pyth','\xf6n.o','rg.'],'idna')))
h=0
for c in [*range(0x400),*range(0x2100,0x2200),*range(0x1d400,0x1d500)]:
    if 0xd800<=c<0xe000: continue
    c=chr(c)
    for n in sorted(dir(stringprep)):
        if n.startswith('in_table'): h=(h*3+getattr(stringprep,n)(c))%(1<<60)
    for x in stringprep.map_table_b2(c)+stringprep.map_table_b3(c): h=(h*31+ord(x))%(1<<60)
print(h)
t(lambda: codecs.encode(b'hello = w\xf6rld \t\n'*5,'quopri')); t(lambda: codecs.decode(b'=3D a=\n b','quopri'))
t(lambda: codecs.encode(b'abc'*40,'uu')); t(lambda: codecs.decode(codecs.encode(b'abc'*40,'uu'),'uu')==b'abc'*40)
t(lambda: codecs.encode(b'abc'*40,'bz2')); t(lambda: codecs.decode(codecs.encode(b'abc'*40,'bz2'),'bz2')==b'abc'*40)
o=io.BytesIO(); quopri.encode(io.BytesIO(b'caf\xe9 =\n x y\n'),o,True); t(o.getvalue)
o=io.BytesIO(); quopri.encode(io.BytesIO(b'caf\xe9 x_y'),o,False,True); t(o.getvalue)
t(lambda: quopri.decodestring('a=20b_c',True)); t(lambda: quopri.decodestring(b'a=20b_c=\n=4'))
o=io.BytesIO(); uu.encode(io.BytesIO(b'hello world'*10),o,'n',0o644); t(o.getvalue); o2=io.BytesIO(); uu.decode(io.BytesIO(o.getvalue()),o2); t(o2.getvalue)
t(lambda: uu.decode(io.BytesIO(b'xx'),o2)); t(lambda: uu.decode(io.BytesIO(b'begin 644 x\n'),o2)); t(lambda: uu.decode(io.BytesIO(b'begin 644 /x\nend\n')))
m=codecs.make_identity_dict(range(256)); m.update({65:97}); t(lambda: codecs.charmap_encode('AB\u1234','ignore',m)); t(lambda: codecs.charmap_encode('AB\u1234','replace',m));t(lambda: codecs.charmap_encode('AB\u1234','strict',m)); t(lambda: codecs.charmap_decode(b'AB','strict',m)); t(lambda: codecs.charmap_decode(b'AB\xff','strict','x'*70)); t(lambda: codecs.charmap_decode(b'AB\xff','replace','x'*70)); t(lambda: codecs.make_encoding_map({1:2,3:2,4:5})); t(lambda: codecs.charmap_build('abc') is not None)
t(lambda: encodings.normalize_encoding('iso 8859-1')); t(lambda: encodings.aliases.aliases['u8'])
import codecs
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
t(lambda:'a'.encode('hex')); t(lambda:b'61'.decode('hex')); t(lambda:'a'.encode('rot13')); t(lambda:str(b'a','hex')); t(lambda:'a'.encode('bogus')); t(lambda:b'a'.decode('bogus'));t(lambda:bytes('a','hex'));t(lambda:b'a'.decode('rot13'))
codecs.register(lambda n: codecs.CodecInfo(lambda s,e='strict':(s.upper().encode(),len(s)),lambda b,e='strict':(bytes(b).decode().lower(),len(b)),name='up') if n=='up' else None)
t(lambda:'aé'.encode('up')); t(lambda:b'AB'.decode('up')); t(lambda:str(b'AB','up')); t(lambda:bytes('ab','up')); t(lambda:codecs.encode('ab','up'))
codecs.register(lambda n: codecs.CodecInfo(lambda s,e='strict':(5,len(s)),lambda b,e='strict':(7,len(b)),name='bad') if n=='bad' else None)
t(lambda:'aé'.encode('bad')); t(lambda:b'AB'.decode('bad'))
t(lambda: 'a'.encode('base64'));t(lambda: 'a'.encode('zip')); t(lambda: '\xe9'.encode('idna','foo'))
