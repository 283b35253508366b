import mimetypes

mimetypes.knownfiles[:] = []  # not the system's
mimetypes.init()
for name in ("a.txt", "a.html", "a.HTM", "b.tar.gz", "b.tgz", "x.py", "i.png", "i.jpeg", "i.jpg", "none", "a.unknown", "s.json", "j.js", "c.css", "d.csv", "p.pdf", "m.mp3", "v.mp4",
             "http://h/x.gif?y=1", "data:text/csv;base64,AA", "data:,x", "data:x", "w.doc", "z.zip", "x.xml", "s.svg", "s.svgz", "e.exe", ".bashrc", "a.b/c", "i.webp", "x.bz2", "r.rtf"):
    print(name, mimetypes.guess_type(name), mimetypes.guess_type(name, strict=False))
for kind in ("text/html", "image/jpeg", "text/plain", "application/json", "image/png", "none/none", "TEXT/CSV", "audio/mpeg", "video/mp4", "application/zip", "image/jpg"):
    print(kind, mimetypes.guess_extension(kind), sorted(mimetypes.guess_all_extensions(kind)), mimetypes.guess_extension(kind, strict=False))
mimetypes.add_type("x/y", ".xy")
print(mimetypes.guess_type("a.xy"), mimetypes.guess_extension("x/y"), mimetypes.types_map[".xy"], mimetypes.inited)
m = mimetypes.MimeTypes()
print(m.guess_type("q.txt.gz"), m.guess_extension("text/css"))
