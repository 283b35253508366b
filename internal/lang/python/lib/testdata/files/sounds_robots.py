# wave, chunk, imghdr, rlcompleter, urllib.robotparser, imp.
import warnings; warnings.simplefilter('ignore')
import wave, chunk, imghdr, rlcompleter, imp, io, urllib.robotparser as R, struct
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
f=io.BytesIO()
with wave.open(f,'wb') as w:
    t(w.getparams); t(lambda: w.writeframes(b'ab')); w.setnchannels(2); w.setsampwidth(2); w.setframerate(44100.4); w.setcomptype('NONE','not compressed'); print(w.getparams()); w.writeframes(struct.pack('<8h',*range(8))); w.writeframesraw(b'abcd'); print(w.tell()); t(lambda: w.setnchannels(1))
print(f.getvalue().hex())
with wave.open(io.BytesIO(f.getvalue())) as r: print(r.getparams(), r.readframes(2), r.tell(), r.readframes(100), r.readframes(1), r.setpos(1), r.readframes(1), r.getmarkers()); t(lambda: r.setpos(99)); r.rewind(); print(r.tell())
for b in (b'',b'RIFF',b'RIFFxxxxWAVE',b'xxxx'*10,f.getvalue()[:30]): t(lambda: wave.open(io.BytesIO(b)))
t(lambda: wave.open(io.BytesIO(),'x'))
c=chunk.Chunk(io.BytesIO(b'ABCD\0\0\0\5hello\0EFGH\0\0\0\1x\0')); print(c.getname(),c.getsize(),c.read(2),c.tell(),c.seek(0),c.read()); c.close(); t(c.read); c2=chunk.Chunk(c.file); print(c2.getname(),c2.read()); t(lambda: chunk.Chunk(c.file))
for b in (b'\x89PNG\r\n\x1a\n',b'GIF89a',b'\xff\xd8\xff\xe0\0\0JFIF',b'BMxx',b'P4\n',b'nope',b'RIFFxxxxWEBP'): print(imghdr.what(None,b+bytes(20)))
c=rlcompleter.Completer({'foo':1,'foobar':len,'fx':lambda:0,'d':{}}); print(c.complete('foo',0),c.complete('foo',1),c.complete('foo',2),c.global_matches('imp'),c.global_matches('fx')); t(lambda: rlcompleter.Completer(5))
p=R.RobotFileParser(); print(p.can_fetch('x','/')); p.parse('''# c
User-agent: figtree
User-agent: FigTree2
Crawl-delay: 3
Request-rate: 9/30
Disallow: /tmp
Disallow: /a%3cd.html
Disallow: /a%2fb.html

User-agent: *
Disallow: /cyberworld/map/ # x
Allow: /ok
Disallow:
Sitemap: http://x/s.xml
'''.splitlines()); print(p)
for a,u in (('figtree','/tmp'),('FigTree2/1.0','/tmp/x'),('figtree','/a<d.html'),('other','/tmp'),('other','/cyberworld/map/x'),('x','http://h/ok?q=1'),('figtree','')): print(a,u,p.can_fetch(a,u))
print(p.crawl_delay('figtree'),p.request_rate('figtree'),p.crawl_delay('x'),p.site_maps(),p.mtime()>0)
m=imp.new_module('m'); print(m,type(m)); t(lambda: imp.find_module('zzz')); print(imp.PY_SOURCE,imp.PKG_DIRECTORY,imp.lock_held())
open('modx.py','w').write('a=5\n'); m=imp.load_source('modx','modx.py'); print(m.a,m.__name__)
