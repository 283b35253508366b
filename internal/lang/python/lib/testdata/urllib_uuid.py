from urllib.parse import *
import urllib.parse as P
def e(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as x: print(type(x).__module__,type(x).__name__,x)
for u in ['http://user:pw@Host.com:8080/a/b;p=1?q=1&r=2#frag','//x/y','mailto:a@b.c','/a?b#c','','a:b','http://[::1]:80/','http://[::1','http://a:99999','http://a:b','file:///etc/p','HTTP://A/','http://h?q','http://h#f','  http://a\n/b ','tel:+1;ext=2','http://a/b;c/d;e','1a:b','data:text/plain,hi','http://u@h','http://:p@h','x://h:','http://h:８']:
    e(urlparse,u); e(urlsplit,u)
    try:
        s=urlsplit(u); print(s.username,s.password,s.hostname,s.geturl(),urlparse(u).geturl(), s.port)
    except ValueError as x: print(x)
e(urlsplit,b'http://a/b?c'); print(urlsplit(b'http://a@b:9/b?c').hostname,urlsplit(b'http://a/b').geturl(), urlsplit(b'http://a/').decode(), urlsplit('http://a/').encode())
e(urlsplit,'a',b'x'); e(urlsplit,'//a/b#c',scheme='http',allow_fragments=False); e(urlsplit,5)
for r in ['g:h','g','./g','g/','/g','//g','?y','g?y','#s','g#s','g?y#s',';x','g;x','','.','./','..','../','../g','../..','../../g','../../../g','/./g','/../g','g.','.g','./../g','./g/.','g/./h','g/../h','http:g','mailto:x','g;x=1/../y']:
    e(urljoin,'http://a/b/c/d;p?q',r)
e(urljoin,'http://a','b'); e(urljoin,'http://a/b/','c'); e(urljoin,'','x'); e(urljoin,b'http://a/',b'b'); e(urljoin,'a/b','c'); e(urljoin,'foo:a/b','c'); e(urljoin,'http://a//b/c','../d')
e(urldefrag,'http://a/b#c'); e(urldefrag,'http://a/b'); print(urldefrag('a#b').geturl(), urldefrag('a#b').url)
for s in ['abc','a b/c&d','é~','%','a+b','/:?#[]@!$&\'()*+,;=','\U0001f600']:
    e(quote,s); e(quote_plus,s); e(quote,s,safe=''); e(quote,s,safe=':é'); e(unquote,quote(s)); e(unquote_plus,quote_plus(s)); e(unquote_to_bytes,quote(s))
e(quote,b'\xff a'); e(quote,b'a',encoding='x'); e(quote,5); e(quote,'é',encoding='latin-1'); e(quote,'é',encoding='ascii'); e(quote_plus,b'a b'); e(quote_plus,'a b',safe=b'/'); e(unquote,'%zz%4'); e(unquote,'%ff'); e(unquote,'é%20%c3%a9'); e(unquote,b'%20'); e(unquote,'%e9',encoding='latin-1'); e(unquote,5); e(unquote_to_bytes,'é%20')
e(urlencode,{'a':1,'b':'x y','c':[1,2],'d':None}); e(urlencode,{'a':[1,2],'b':'xy','c':b'z','d':()},doseq=True); e(urlencode,[('a','b'),('a','c&')]); e(urlencode,'abc'); e(urlencode,{'a':'b c'},quote_via=quote); e(urlencode,{'é':'/'},safe='/'); e(urlencode,5); e(urlencode,{'a':'é'},encoding='latin-1'); e(urlencode,{'a':5},True)
for q in ['a=1&b=2&a=3','a=&b','a','','&&','a=1;b=2','a=%20+x','a==b','é=%C3%A9']:
    e(parse_qs,q); e(parse_qsl,q,keep_blank_values=True); e(parse_qsl,q,strict_parsing=True)
e(parse_qs,b'a=1'); e(parse_qs,'a=1;b=2',separator=';'); e(parse_qsl,'a&b',max_num_fields=1); e(parse_qsl,'a',separator='')
print(urlunparse(('http','h','p','pa','q','f')), urlunsplit(('','','//a','','')), urlunsplit(('file','','/a','','')), urlunsplit(('http','','','','')))
print(SplitResult('a','b','c','d','e')._replace(scheme='z').geturl(), P.__all__)
import uuid
u=uuid.UUID('12345678-1234-5678-9234-567812345678'); print(u,repr(u),u.hex,u.int,u.bytes,u.bytes_le,u.fields,u.time,u.clock_seq,u.node,u.urn,u.variant,u.version,hash(u)==hash(u.int),u.is_safe)
for k in (dict(hex='{12345678123456789234567812345678}'),dict(hex='urn:uuid:12345678-1234-5678-9234-567812345678'),dict(hex='12'),dict(),dict(int=1<<128),dict(int=5,version=4),dict(bytes=b'x'*16),dict(bytes=b'x'),dict(bytes_le=b'0123456789abcdef'),dict(fields=(1,2,3,4,5,6)),dict(fields=(1<<32,2,3,4,5,6)),dict(fields=(1,)),dict(fields=(1,2,3,256,5,6)),dict(int=1,version=9),dict(hex='z'*32)): e(uuid.UUID,**k)
print(uuid.uuid3(uuid.NAMESPACE_DNS,'python.org'),uuid.uuid5(uuid.NAMESPACE_URL,'http://x'),uuid.uuid4().version,uuid.uuid1().version,uuid.uuid4().variant, uuid.uuid1()<uuid.uuid1(), len(str(uuid.uuid4())), uuid.uuid4()!=uuid.uuid4(), sorted([uuid.UUID(int=3),uuid.UUID(int=1)]), uuid.UUID(int=1)==1)
try: u.int=5
except TypeError as x: print(x)
import secrets
print(len(secrets.token_hex()),len(secrets.token_bytes(5)),len(secrets.token_urlsafe(16)),secrets.randbelow(1),secrets.choice([7]),secrets.randbits(8)<256,secrets.compare_digest('a','a'),secrets.__all__)
e(secrets.randbelow,0); e(secrets.choice,[])
