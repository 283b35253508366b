import fnmatch
for p in ['*.py','a?c','[abc]x','[!abc]x','[a-','[]x]','[!]x]','a*b*c','**','[z-a]','[a-c-e]','[--/]','a.b+','[^x]','[\\]','[a&&b]','x[']:
    print(p, fnmatch.translate(p), [n for n in ['a.py','abc','ax','dx','[a-',']','x','a1b2c','-','.','^','x[','a','\\','a.b+'] if fnmatch.fnmatch(n,p)])
print(fnmatch.filter(['a.txt','b.py','c.py'],'*.py'), fnmatch.fnmatchcase('A','a'), fnmatch.fnmatch(b'a.py',b'*.py'))
