import io
import xml.etree.ElementTree as ET

doc = """<?xml version="1.0"?>
<!-- top -->
<data kind="test">
    <country name="Liechtenstein">
        <rank updated="yes">2</rank>
        <year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
    </country>
    <!-- inner --> after
    <country name="Singapore">
        <rank>5</rank>
        <year>2011</year> tail &amp; &lt;more&gt; &#65;&#x42;
        <![CDATA[<raw> & ]]>
    </country>
    <?php echo 1 ?>
</data>
"""
root = ET.fromstring(doc)
print(root.tag, root.attrib, len(root), [c.tag for c in root], root[0].get("name"), root.get("none", 1))
print(ET.tostring(root).decode())
print(ET.tostring(root, encoding="unicode"))
for path in ("country", "country/rank", ".//neighbor", "./country[2]", "country[last()]", "country[last()-1]/year", "country[@name]",
             "country[@name='Singapore']/rank", "country[@name!='Singapore']/rank", "*/year", ".", "..", ".//year/..", "country[year='2011']",
             "country[rank='5']", "//rank", "none", "country/neighbor[2]", ".//*[@direction='W']", "country[year]", "{*}country", "year[.='x']",
             ".//year[.='2008']", "country/", "country[0]", "country[x()]", "/country", "country[", "", "country[year!='2011']/rank"):
    try:
        print(path, [(e.tag, e.get("name"), (e.text or "").strip()) for e in root.findall(path)], root.findtext(path, "-").strip())
    except (SyntaxError, TypeError) as e:
        print(path, type(e).__name__, e)
print([e.tag for e in root.iter()], [e.text for e in root.iter("rank")], [t.strip() for t in root.itertext()])

ns = """<r xmlns="http://a" xmlns:b="http://b" b:x="1" y="2"><b:c/><d xmlns=""><e/></d><xml:f xml:lang="de"/></r>"""
r = ET.fromstring(ns)
print(r.tag, r.attrib, [e.tag for e in r.iter()])
print(ET.tostring(r, encoding="unicode"))
print(len(r.findall("b:c", {"b": "http://b"})), [e.tag for e in r.findall("{http://b}*")], [e.tag for e in r.findall("{*}d")], [e.tag for e in r.findall("{}d")])
ET.register_namespace("bee", "http://b")
print(ET.tostring(r, encoding="unicode"))
try:
    ET.register_namespace("ns1", "x")
except ValueError as e:
    print(e)

a = ET.Element("a", {"k": "v"}, z="1")
b = ET.SubElement(a, "b", n="é")
b.text = "x < y & z > \"q\"\n"
b.tail = "tail"
a.append(ET.Comment("note"))
a.append(ET.PI("target", "data"))
c = ET.SubElement(a, "c", {"q": 'a"b\n\t<>&'})
ET.SubElement(c, "d").text = "t"
print(ET.tostring(a), ET.tostring(a, "utf-8"), ET.tostring(a, "unicode", short_empty_elements=False), ET.tostring(a, encoding="iso-8859-1"), sep="\n")
print(ET.tostring(a, "unicode", method="html"), ET.tostring(a, "unicode", method="text"), ET.tostring(a, "utf-8", xml_declaration=True), sep="\n")
ET.indent(a)
print(ET.tostring(a, "unicode"))
ET.dump(a)
print(a.keys(), a.items(), a.attrib, b in a, a.find("c/d").text, a.index if hasattr(a, "index") else None)
a.remove(b)
a.insert(0, b)
del a[1]
a[1] = ET.Element("new")
print([getattr(x.tag, "__name__", x.tag) for x in a])
a.set("k", "w")
a.extend([ET.Element("e1"), ET.Element("e2")])
print(ET.tostring(a, "unicode"))
for what in (lambda: a[9], lambda: a.append(1), lambda: a.remove(c), lambda: ET.Element("x", 1), lambda: ET.tostring(ET.Element(1)), lambda: a.__setitem__(9, b),
             lambda: ET.tostring(ET.Element("x", {"a": 1}))):
    try:
        what()
    except Exception as e:
        print(type(e).__name__, e)
try:
    t = ET.Element("x")
    t.text = 5
    ET.tostring(t)
except TypeError as e:
    print(e)
a.clear()
print(ET.tostring(a), repr(a).split(" at")[0], ET.QName("u", "l"), repr(ET.QName("x")), ET.QName("a") == "a", ET.iselement(a), ET.iselement(1))

for bad in ("", "  ", "text", "<a>", "<a></b>", "<a", "<a b>", "<a b=1/>", "<a b='1' b='2'/>", "<a/><b/>", "<a/>x", "<a>&x;</a>", "<a>&amp</a>",
            "<a>&#0;</a>", "<a><</a>", "<a b='<'/>", "<a>]]></a>", "<!-- -- --><a/>", "\n<?xml version='1.0'?><a/>", "<a>\x01</a>", "<p:a/>", "<a x:y='1'/>",
            "<?xml version='1.0'", "<a><![CDATA[x</a>", "<1/>", "</a>", "<a>\n  <b>\n</a>", "<a b='1'c='2'/>", "<?xml encoding='x'?><a/>", "<!DOCTYPE a", "&x;<a/>",
            "<a>é&é</a>", "<a><b></b", "<a xmlns:p=''/>", "<a>\n\n&nbsp;</a>", "<a / >", "<a><?x", "<a><!-x></a>", "<!x><a/>", "<a b='&lt'/>", "<a b='&u;'/>"):
    try:
        print(ET.tostring(ET.fromstring(bad)))
    except ET.ParseError as e:
        print(repr(bad), e, e.code, e.position)

dtd = """<!DOCTYPE a [<!ENTITY e "value &amp; <b>bold</b>"> <!ENTITY f 'in &e; out'> <!ELEMENT a ANY> <!-- c -->]><a x="&g;">&f;&e;</a>"""
try:
    ET.fromstring(dtd)
except ET.ParseError as e:
    print(e)
print(ET.tostring(ET.fromstring(dtd.replace("&g;", "&#33;"))))
print(ET.tostring(ET.fromstring("""<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY q "w">]><a b="&q;">&q;</a>""")))
try:
    ET.fromstring("""<!DOCTYPE a SYSTEM "x.dtd"><a>&nbsp;</a>""")
except ET.ParseError as e:
    print(e)
p = ET.XMLParser()
p.entity["nbsp"] = "\xa0"
p.feed("""<!DOCTYPE a SYSTEM "x.dtd"><a>&nbsp;</a>""")
print(ET.tostring(p.close()))
for bad in ("""<!DOCTYPE a [<!ENTITY e "&f;"><!ENTITY f "&e;">]><a>&e;</a>""", """<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</b></a>""",
            """<!DOCTYPE a [<!ENTITY e "</a>">]><a>&e;""", """<!DOCTYPE a [<!ENTITY e SYSTEM "f">]><a b="&e;"/>""",
            """<!DOCTYPE a [<!ENTITY e SYSTEM "f" NDATA n>]><a>&e;</a>""", """<!DOCTYPE a [<!ENTITY e SYSTEM "f">]><a>&e;</a>""",
            "<!DOCTYPE a [" + '<!ENTITY l0 "ha">' + "".join('<!ENTITY l%d "%s">' % (i, "&l%d;" % (i - 1) * 10) for i in range(1, 10)) + "]><a>&l9;</a>"):
    try:
        print(ET.tostring(ET.fromstring(bad)))
    except ET.ParseError as e:
        print(e)

for data in ("<a>é日</a>".encode("utf-8"), "\ufeff<a>é</a>".encode("utf-8"), "<a>é日</a>".encode("utf-16"), "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode("latin-1"),
             "<?xml version='1.0' encoding='windows-1251'?><a>Ж</a>".encode("cp1251"), b"<a>\xe9</a>", "<?xml version='1.0' encoding='utf-16'?><a>x</a>"):
    try:
        print(ascii(ET.fromstring(data).text))
    except ET.ParseError as e:
        print(e)

for event, elem in ET.iterparse(io.StringIO(doc), events=("start", "end", "comment", "pi", "start-ns", "end-ns")):
    print(event, elem.tag if isinstance(elem.tag, str) else elem.text, elem.attrib)
it = ET.iterparse(io.BytesIO(ns.encode()), ("start-ns", "end-ns", "end"))
print([(e, x if e != "end" else x.tag) for e, x in it], it.root.tag)
pull = ET.XMLPullParser(["start", "end"])
for i in range(0, len(doc), 7):
    pull.feed(doc[i:i + 7])
    for event, elem in pull.read_events():
        print(event, elem.tag, end=" ")
print()


class Target:
    def start(self, tag, attrib):
        print("start", tag, attrib)

    def end(self, tag):
        print("end", tag)

    def data(self, data):
        print("data", repr(data))

    def comment(self, text):
        print("comment", text)

    def pi(self, target, data):
        print("pi", target, data)

    def close(self):
        return "closed"


p = ET.XMLParser(target=Target())
p.feed(doc)
print(p.close())
tree = ET.ElementTree(ET.fromstring("<a><b>1</b><b>2</b></a>"))
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue(), tree.getroot().tag, tree.find("b").text, [e.text for e in tree.findall(".//b")], tree.findtext("b"))
out = io.StringIO()
tree.write(out, encoding="unicode")
print(out.getvalue())
print(ET.parse(io.BytesIO(b"<x>1</x>")).getroot().text, ET.fromstringlist(["<a>", "</a>"]).tag, ET.XMLID("<a id='1'><b id='2'/></a>")[1].keys())
tb = ET.TreeBuilder(insert_comments=True, insert_pis=True)
print(ET.tostring(ET.XML("<a>1<!-- c -->2<?p q?>3</a>", ET.XMLParser(target=tb))))
print(ET.tostring(ET.XML("<a>1<!-- c -->2<?p q?>3</a>")))
import copy
x = ET.XML("<a><b><c/></b>t</a>")
y, z = copy.copy(x), copy.deepcopy(x)
print(y[0] is x[0], z[0] is x[0], ET.tostring(z), ET.tostring(y))
print(ET.tostring(ET.XML("<a>line\r\nend\rx<b y='1\n2\t3'/></a>")))
deep = ET.XML("<a>" * 300 + "x" + "</a>" * 300)
print(sum(1 for _ in deep.iter()), "".join(deep.itertext()))
