import json
def t(s, **k):
    try: print(repr(json.loads(s, **k)))
    except Exception as e: print(type(e).__name__, e, getattr(e,'pos',None))
for s in ['"a\\x"','"a\\u12"','"a\\u123g"','"a\\u123g  "','"\\u12_4 "','"abc','"abc\\','"a\nb"','[','[1','[1,','[1,]','{','{"a"','{"a":','{"a":1','{"a":1,','{"a":1,}','{1:2}','{"a" 1}','nul','-','-a','1.','1.e5','1e','01','[1 2]','','  ','{"a":1}x','\ufeff1','"\\ud83d\\ude00"','"\\ud83d"','"\\ud83dx\\u0041"','Infinity','-Infinity','NaN','[NaN,]','\n\n [1,\n 2,,]','9'*5000]: t(s)
t(b'\xff\xfe1\x00'); t(b'[1]'); t('"a\tb"',strict=False); t(5); t('[1.5,2]',parse_float=str,parse_int=float)
t('[' * 100000); t('{"a":' * 100000)
t('[NaN]',parse_constant=lambda x: x*2)
def d(o, **k):
    try: print(json.dumps(o, **k))
    except Exception as e: print(type(e).__name__, e)
d(float('nan'),allow_nan=False); d([float('inf')],allow_nan=False,indent=1); d({(1,):2}); d({(1,):2},skipkeys=True); d({(1,):2},indent=2); d({1,2}); d({1:2,'a':3},sort_keys=True)
d({float('nan'):1},allow_nan=False)
d([1],separators=(1,2)); d([1],indent=-3); d({'a':{}, 'b':[], 'c':[{}]},indent='\t')
print(list(json.JSONEncoder(indent=2).iterencode({'a':[1,[2,'x'],{}],'b':None})))
print(list(json.JSONEncoder().iterencode({'a':[1,[2,'x'],{}],'b':None})))
print(list(json.JSONEncoder().iterencode([])), list(json.JSONEncoder().iterencode(1.5)))
class D(json.JSONEncoder):
    def default(self,o): return o
x=object()
try: D().encode(x)
except Exception as e: print(type(e),e)
except Exception as e: print(type(e),e)
d([(1,2),{'x':(3,)}],indent=4)

e=json.JSONDecodeError('m','a\nbc',3); print(e, e.args, e.msg,e.doc,e.pos,e.lineno,e.colno, e.__reduce__())
print(json.JSONDecoder().raw_decode('  [1] x',2)); 
try: json.JSONDecoder().raw_decode('  [1] x')
except Exception as e: print(e)
try: json.dumps([object()],indent=1)
except Exception as e: print(e)
try: json.loads('[1',  cls=json.JSONDecoder, foo=1)
except Exception as e: print(e)
print(json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads('{"a":{"b":1}}', object_hook=lambda d: sorted(d.items())))
print(json.dumps({True:1,None:2,3:4,1.5:6,False:0}))
import io
f=io.StringIO(); json.dump({'a':[1]},f); print(f.getvalue())
print(json.load(io.StringIO('[1]')))
