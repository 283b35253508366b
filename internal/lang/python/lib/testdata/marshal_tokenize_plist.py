# marshal, token, tokenize, plistlib.
import marshal, token, tokenize, plistlib, io, datetime
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
for x in [None,True,...,0,-1,2**31-1,2**31,-2**100,10**50,1.5,2j,'a','é','x'*300,b'ab',(),(1,2),[1,[2]],{'a':1,2:(3,)},{1},frozenset([2]),'\ud800',StopIteration,float('inf')]:
    t(lambda: marshal.loads(marshal.dumps(x))==x and type(marshal.loads(marshal.dumps(x))))
for b in (b'',b'i\0',b'?',b'0',b'r\0\0\0\0',b'\xe9\1\0\0\0r\0\0\0\0', b'\xdb\2\0\0\0\xe9\5\0\0\0r\1\0\0\0', b's\5\0\0\0ab'): t(lambda: marshal.loads(b))
t(lambda: marshal.dumps(object())); t(lambda: marshal.loads('x')); f=io.BytesIO(marshal.dumps(1)+marshal.dumps('b')); print(marshal.load(f),marshal.load(f),marshal.version)
print(sorted(token.tok_name.items()),token.EXACT_TOKEN_TYPES,token.ISEOF(0),token.ISTERMINAL(5),token.N_TOKENS)
src='''# comment
import os
def f(a, *b, c=1.5e3) -> int:
    """doc
    string"""
    if a:
\tx = [1, 0x1F,
            2j, .5]  # trailing

    return f"x{a}" + rb'y' \\
        + 'it''s'
@dec
async def g(): await x; y := 3; z = a@b //= c ... ; é = $ ?
'unterminated
x = 1_000'''
for tok in tokenize.generate_tokens(io.StringIO(src).readline): print(tok, tok.exact_type)
for s in ('x = (1,\n','"""abc','if 1:\n    a\n  b\n','','\n\n','a','  \n#c','a\\\n b\n',"'a\\\nb'\n","if x:\n  y\n","0777 1__0 1e5j 0b12\n"):
    try:
        for tok in tokenize.generate_tokens(io.StringIO(s).readline): print(tuple(tok))
    except Exception as e: print(type(e).__name__,e, e.args)
toks=list(tokenize.tokenize(io.BytesIO(b'# -*- coding: latin-1 -*-\nx = "\xe9"\nif x:\n    y = 2 + 3\n').readline)); print(toks[0], tokenize.untokenize(toks)); print(tokenize.untokenize((a,b) for a,b,*_ in toks))
for b in (b'',b'\xef\xbb\xbfx\n',b'#coding: bogus\n',b'\n# vim: set fileencoding=utf-8 :\n',b'x\n#coding: latin-1\n',b'\xff\n'): t(lambda: tokenize.detect_encoding(io.BytesIO(b).readline))
d={'s':'a<b>&"\'','i':5,'n':-3,'big':2**63,'f':1.5,'t':True,'x':False,'l':[1,'two',[],{}],'d':{'z':1,'a':b'bytes'*20},'when':datetime.datetime(2020,1,2,3,4,5),'u':'é☃','e':b''}
b=plistlib.dumps(d); print(b.decode()); print(plistlib.loads(b)==d); b=plistlib.dumps(d,fmt=plistlib.FMT_BINARY); print(b.hex()); print(plistlib.loads(b)==d); print(plistlib.dumps({'b':1,'a':2},sort_keys=False).count(b'key'))
for x in ({1:2},{'a':None},{'a':{1}},{'a':2**64},'\0'): t(lambda: plistlib.dumps(x))
t(lambda: plistlib.dumps({1:2,'a':3},skipkeys=True)); t(lambda: plistlib.loads(b'zzz')); t(lambda: plistlib.loads(b'bplist00zz')); print(plistlib.FMT_XML, plistlib.UID(5), plistlib.loads(plistlib.dumps([plistlib.UID(1),plistlib.UID(300)],fmt=plistlib.FMT_BINARY)))
f=io.BytesIO(); plistlib.dump([1],f); f.seek(0); print(plistlib.load(f))
