# Lists in headers, hosts without a proxy, and openers of the old kind.
from urllib.request import *
import urllib.request as r
for s in ['a, b', 'a="b, c", d=e', 'a="b\\"c, d", e', '', ' , ', 'a,"b"c,d', '"a', 'a\\,b, c', 'x="\\\\", y']:
    print(r.parse_http_list(s))
for l in [['a=b','c="d"'], ['a=""'], ['a=b=c']]:
    print(r.parse_keqv_list(l))
for l in (['a'], ['a="']):
    try: print(r.parse_keqv_list(l))
    except Exception as e: print(type(e).__name__, e)
import warnings
warnings.simplefilter('always')
for c in 'URLopener','FancyURLopener':
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        o=getattr(r,c)()
        print(c, [str(x.message) for x in w], o.version[:14], o.addheaders[0][0])
print(r.proxy_bypass('localhost'), r.FancyURLopener.__mro__[1].__name__)
import os
for v in ('', '*', 'localhost,.example.com', 'a.b:80'):
    os.environ['no_proxy']=v
    print(v, [r.proxy_bypass(h) for h in ('localhost','x.example.com','example.com','xexample.com','a.b:80','a.b','LOCALHOST:90')])
try: r.parse_keqv_list(['a='])
except IndexError as e: print(e)
