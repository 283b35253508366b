import hashlib,hmac,base64,binascii
def e(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as x: print(type(x).__module__,type(x).__name__,x)
data=[b'',b'a',b'abc'*50,bytes(range(256))*3,b'x'*64,b'y'*128,b'z'*129]
for n in sorted(hashlib.algorithms_guaranteed):
    for d in data:
        h=hashlib.new(n,d)
        print(n, h.hexdigest(20) if n.startswith('shake') else h.hexdigest())
        h2=h.copy(); h2.update(b'more'); h.update(b'x'); 
        print(h2.digest(5) if n.startswith('shake') else h2.digest())
        if not n.startswith('shake'): print(hmac.new(b'key'*40,d,n).hexdigest(), hmac.new(b'key'*40,d,getattr(hashlib,n)).hexdigest(), hmac.digest(b'k',d,n))
for n in (hashlib.blake2b,hashlib.blake2s):
    for d in data:
        print(n(d,digest_size=20,key=b'k',salt=b'salt',person=b'pers').hexdigest(), n(d,fanout=3,depth=4,leaf_size=99,node_offset=12345,node_depth=2,inner_size=7,last_node=True).hexdigest())
print(hashlib.pbkdf2_hmac('sha256',b'pw',b'salt',1000).hex(),hashlib.pbkdf2_hmac('sha1',b'pw',b'salt',10,50).hex())
for d in data+[b'\0\0\0\0',b'\0\0',b'    ab',b'hello world!!']:
    for f,g in ((base64.b64encode,base64.b64decode),(base64.b32encode,base64.b32decode),(base64.b16encode,base64.b16decode),(base64.b85encode,base64.b85decode),(base64.a85encode,base64.a85decode),(base64.b32hexencode,base64.b32hexdecode),(base64.urlsafe_b64encode,base64.urlsafe_b64decode),(base64.encodebytes,base64.decodebytes)):
        x=f(d); print(x); assert g(x)==d; 
    print(base64.a85encode(d,adobe=True,wrapcol=10,foldspaces=True)); assert base64.a85decode(base64.a85encode(d,adobe=True,wrapcol=10,foldspaces=True),adobe=True,foldspaces=True)==d
    print(base64.a85encode(d,pad=True), base64.b85encode(d,pad=True), base64.b64encode(d,b'-!'))
e(base64.b64decode,'YQ'); e(base64.b64decode,'Y!Q==',validate=True); e(base64.b64decode,5); e(base64.b64decode,'é'); e(base64.b64encode,'s'); e(base64.b32decode,'MFRGG==='); e(base64.b32decode,'mfrgg==='); e(base64.b32decode,'mfrgg===',casefold=True); e(base64.b32decode,'M'); e(base64.b32decode,'M1======'); e(base64.b32decode,'M1======',map01='I'); e(base64.b16decode,'zz'); e(base64.b16decode,'ab',True); e(base64.b16decode,'A'); e(base64.b85decode,b'a b'); e(base64.b85decode,b'~~~~~'); e(base64.a85decode,b'uuuuu'); e(base64.a85decode,b'az'); e(base64.a85decode,b'~'); e(base64.a85decode,b'a',adobe=True); e(base64.encodebytes,'x'); e(base64.b32encode,'x');e(base64.b85encode,'x'); e(base64.b64decode,b'YWJj\nZGVm'); e(base64.b64encode,bytearray(b'ab')); e(base64.b64encode,memoryview(b'ab'));e(base64.b16encode,memoryview(b'ab'))
e(base64.b64encode); e(base64.urlsafe_b64decode,'-_-_')
for t in (b'a b\tc \n x=\r\n.\nab\r\n',b'abc'*60,b'hi there ',b'\t\n',b'x'*76+b'\n'+b'y'*75+b'\n'+b'z'*75+b'=\n'):
    for k in ({},dict(quotetabs=True),dict(istext=False),dict(header=True)): e(binascii.b2a_qp,t,**k)
e(binascii.a2b_qp,b'=41=4=\nx=_y==',header=True)
