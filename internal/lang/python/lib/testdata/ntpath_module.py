# Paths of Windows.
import ntpath as n, nturl2path as u
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__+': '+str(e)
P=['c:\\a\\b.txt','c:/a/../b','a\\b\\','\\\\srv\\sh\\x\\y','','.','..','c:','c:x','\\','/a/b','a/./b//c\\..\\d','c:\\..\\a','\\\\?\\UNC\\s\\h\\z','\\\\srv','a.b\\c','.x','x.tar.gz','C:\\A B\\c d', b'c:\\a\\b', b'a/b']
for p in P:
    print(repr(p),n.splitdrive(p),n.split(p),n.splitext(p),n.basename(p),n.dirname(p),n.normpath(p),n.normcase(p),n.isabs(p),n.ismount(p))
for a in [('a','b'),('c:\\','x'),('c:','x'),('c:a','\\b'),('c:a','d:b'),('c:a','C:b'),('a',''),('a\\','b'),('\\\\s\\h','x'),('','a'),('a','c:'),('a/b','../c','/d'),(b'a',b'b')]: print(a,t(lambda: n.join(*a)))
print(t(lambda: n.join('a',b'b')))
for a in [('c:\\a\\b','c:\\a'),('c:\\a','c:\\a'),('c:\\x\\y','c:\\a\\b'),('c:\\a','d:\\a'),('','c:')]: print(t(lambda: n.relpath(*a)))
for a in [['c:\\a\\b','C:\\a\\c'],['a\\b','a'],['c:\\a','a'],['c:\\a','d:\\a'],[],['c:/a/b','c:\\a\\b\\c']]: print(t(lambda: n.commonpath(a)))
import os; os.environ['FOO']='bar'
for p in ['%FOO%\\x','$FOO/${FOO}','%NO%',"'%FOO%'",'%%','$','${FOO']: print(p,n.expandvars(p))
for p in ['///C|/a/b%20c','///C:/a','/C|/','////h/s/x','//h/x','a/b','///C|']: print(p,t(lambda: u.url2pathname(p)))
for p in ['C:\\a\\b c','\\\\h\\s','a\\b','C:','C:\\','\\\\?\\C:\\x','ab:c','\\\\?\\unc\\h\\s']: print(p,t(lambda: u.pathname2url(p)))
