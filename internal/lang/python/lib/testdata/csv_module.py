import csv,sys
class F:
    def __init__(s): s.b=[]
    def write(s,x): s.b.append(x); return len(x)
    def get(s): return ''.join(s.b)
import csv
def e(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as x: print(type(x).__module__,type(x).__name__,x)
def r(lines,**k): e(lambda: list(csv.reader(lines,**k)))
def w(rows,**k):
    def go():
        f=F(); x=csv.writer(f,**k); n=[x.writerow(q) for q in rows]; return f.get(),n
    e(go)
r(['a,b,c','1,"2,3",4','"x""y",z']); r(['a,"b\n','c",d']); r(['a,"b']); r(['a,"b'],strict=True); r(['"a"b,c']); r(['"a"b,c'],strict=True)
r(['a b','c  d'],delimiter=' '); r(['a, b, "c, d"'],skipinitialspace=True); r(['a\\,b,c'],escapechar='\\'); r(['1,2.5,"x"'],quoting=csv.QUOTE_NONNUMERIC); r(['1,x'],quoting=csv.QUOTE_NONNUMERIC)
r(['a,"b",c'],quoting=csv.QUOTE_NONE); r(["a,'b,c'"],quotechar="'"); r(['a\nb,c']); r(['a\rb']); r(['','a','']); r(['a,b\r\n','c\n']); r([1]); r([b'a']); r(5); r(['a'],delimiter=''); r(['a'],delimiter=',,'); r(['a'],delimiter=5); r(['a'],quotechar=''); r(['a'],quotechar=None); r(['a'],quotechar=None,quoting=0); r(['a'],dialect='nope'); r(['a'],dialect='excel-tab'); r(['a'],quoting=9); r(['a'],quoting='x'); r(['a'],doublequote=False); r(['"a""b"'],doublequote=False); r(['"a\\"b"'],doublequote=False,escapechar='\\'); r(['a\0b']); r(['x'*200000]); r(['a,'],); r([',']); r(['""']); r(['a\\'],escapechar='\\')
w([['a','b c','d,e','f"g','h\ni',None,1,2.5,True,'']]); w([['']]); w([[None]]); w([[]]); w([['',1]]); w([[1,'a',2.5,None]],quoting=csv.QUOTE_NONNUMERIC); w([[1,'a']],quoting=csv.QUOTE_ALL); w([['a,b']],quoting=csv.QUOTE_NONE); w([['a,b"c\\']],quoting=csv.QUOTE_NONE,escapechar='\\'); w([['a"b']],doublequote=False); w([['a"b']],doublequote=False,escapechar='\\'); w([['a','b']],lineterminator='\n',delimiter=';'); w([5]); w([['']],quoting=csv.QUOTE_NONE); w([['a b']],delimiter=' '); w([['\\']],escapechar='\\'); w([['a\r']]); w([['x']],lineterminator=None); w([[None]],quoting=csv.QUOTE_NONE); w(['abc']); w([(i for i in 'ab')]);w([['"']],quotechar=None,quoting=csv.QUOTE_NONE); w([['a;b','c,d']],delimiter=';')
w([[1e20,0.1,10**30,float('inf')]])
class D(csv.Dialect):
    delimiter='|'; quotechar="'"; lineterminator='!\n'; quoting=csv.QUOTE_MINIMAL; doublequote=True
w([['a|b',"c'd"]],dialect=D); w([['a']],dialect=D()); csv.register_dialect('my',D); csv.register_dialect('semi',delimiter=';'); print(csv.list_dialects()); w([['a;b|']],dialect='semi'); d=csv.get_dialect('my'); print(d.delimiter,d.quotechar,repr(d.lineterminator),d.quoting,d.doublequote,d.escapechar,d.skipinitialspace,d.strict, type(d)); csv.unregister_dialect('my'); e(csv.unregister_dialect,'my'); e(csv.get_dialect,'my')
print(csv.field_size_limit(), csv.field_size_limit(100), csv.field_size_limit()); r(['x'*101]); csv.field_size_limit(131072)
rd=csv.reader(['a','"b\n','c"']); print(rd.line_num, next(rd), rd.line_num, next(rd), rd.line_num, rd.dialect.delimiter, type(rd), iter(rd) is rd)
dr=csv.DictReader(['a,b,c','1,2,3','4,5','6,7,8,9','','x,y,z']); print(dr.fieldnames); 
for row in dr: print(row, dr.line_num)
print(list(csv.DictReader(['1,2'],fieldnames=['x','y','z'],restval='R',restkey='K')), list(csv.DictReader(['1,2,3,4'],fieldnames=['x','y'],restkey='K')))
f=F(); dw=csv.DictWriter(f,['a','b'],restval='-'); print(dw.writeheader()); dw.writerow({'a':1}); dw.writerows([{'a':1,'b':2},{'b':3}]); print(repr(f.get())); e(dw.writerow,{'a':1,'z':2}); e(dw.writerow,{'y':2})
f=F(); dw=csv.DictWriter(f,['a','b'],extrasaction='ignore'); dw.writerow({'a':1,'z':2}); print(repr(f.get())); e(csv.DictWriter,f,['a'],extrasaction='foo')
e(csv.writer,5)
s=csv.Sniffer()
for t in ['a,b,c\n1,2,3\n4,5,6\n','a;b;c\n1;2;3\n','a\tb\n1\t2\n','"a","b"\n"1","2"\n',"'a'|'b'\n'1'|'2'\n",'a b\n1 2\n3 4\n','name:age\nbob:3\njoe:4\n','x, y, z\n1, 2, 3\n']:
    d=s.sniff(t); print(repr(d.delimiter),repr(d.quotechar),d.skipinitialspace,d.doublequote,repr(d.lineterminator),d.quoting, s.has_header(t))
e(s.sniff,'hello'); e(s.sniff,''); print(s.sniff('a,b;c\n1,2;3\n',delimiters=';').delimiter)
print(csv.QUOTE_ALL,csv.QUOTE_MINIMAL,csv.QUOTE_NONNUMERIC,csv.QUOTE_NONE, csv.excel, csv.excel_tab.delimiter, csv.unix_dialect.lineterminator, csv.__all__, csv.Error.__mro__)
class Bad(csv.Dialect): delimiter=''
e(Bad); e(csv.Dialect)
w([['a\r','b\n']],lineterminator='!'); w([['a!']],lineterminator='!')
