import io
from xml.dom import minidom, Node
import xml.dom
import xml.etree.ElementTree as ET
from xml.parsers.expat import ExpatError

doc = minidom.parseString("""<?xml version="1.0" encoding="utf-8"?>
<!-- top -->
<library kind='a&amp;b' xmlns:p="http://p"><book id="1"><title>One &lt; two</title><p:price cur="EUR">5</p:price></book>
 <book id="2"><title>Two</title><![CDATA[raw <x>]]></book><?pi data?><!-- in --><empty/></library>""")
print(doc.toxml())
print(doc.toprettyxml(indent="  "))
for book in doc.getElementsByTagName("book"):
    title = book.getElementsByTagName("title")[0]
    print(book.getAttribute("id"), title.firstChild.data, title.firstChild.nodeValue, title.childNodes[0].nodeType == Node.TEXT_NODE, book.hasAttribute("x"), repr(book.getAttribute("x")))
print([n.nodeName for n in doc.documentElement.childNodes], len(doc.getElementsByTagName("*")), doc.getElementsByTagNameNS("http://p", "price")[0].localName)
print(doc.documentElement.firstChild.nextSibling, doc.documentElement.attributes.items(), doc.documentElement.attributes["kind"].value, doc.encoding, doc.version)

d = minidom.Document()
root = d.createElement("root")
d.appendChild(root)
for i in range(3):
    e = d.createElement("item")
    e.setAttribute("n", str(i))
    e.appendChild(d.createTextNode("text %d <&>\"" % i))
    root.appendChild(e)
root.appendChild(d.createComment("note"))
root.appendChild(d.createElement("empty"))
print(d.toprettyxml())
print(d.toprettyxml(indent=" ", newl="\r\n", encoding="utf-8"))
print(d.toxml("ascii"), root.toxml())
print(root.childNodes[0].nextSibling.getAttribute("n"), root.lastChild.previousSibling, root.firstChild.parentNode is root, root.childNodes.length, root.childNodes.item(9))
gone = root.removeChild(root.firstChild)
root.insertBefore(gone, root.lastChild)
root.replaceChild(d.createElement("new"), root.firstChild)
copy = root.cloneNode(True)
print(root.toxml(), copy.toxml() == root.toxml(), root.cloneNode(False).toxml())
for what in (lambda: d.appendChild(d.createElement("two")), lambda: root.removeChild(gone.cloneNode(True)), lambda: d.appendChild(d.createTextNode("x")),
             lambda: root.firstChild.removeAttribute("zz"), lambda: d.createTextNode(1), lambda: root.childNodes[1].firstChild.appendChild(root)):
    try:
        what()
    except (xml.dom.DOMException, TypeError) as e:
        print(type(e).__name__, str(e).split(" at ")[0])
t = d.createTextNode("abcdef")
print(t, t.substringData(1, 2), len(t), t.splitText(2).data, t.data, t.toxml())
root.appendChild(d.createTextNode("x"))
root.appendChild(d.createTextNode("y"))
root.normalize()
print(root.lastChild.data, root.hasChildNodes(), root.firstChild.hasChildNodes())
for bad in ("<a>", "", "<a></b>", "text"):
    try:
        minidom.parseString(bad)
    except ExpatError as e:
        print(e, e.code, e.lineno, e.offset)
rough = ET.tostring(ET.fromstring("<a><b x='1'>t</b><c/></a>"), "utf-8")
print(minidom.parseString(rough).toprettyxml(indent="    "))
print(minidom.parse(io.StringIO("<a b='c'>x</a>")).documentElement.toxml())
impl = minidom.getDOMImplementation()
x = impl.createDocument(None, "top", None)
x.documentElement.setAttributeNS("http://n", "n:k", "v")
x.documentElement.appendChild(x.createCDATASection("<raw>"))
print(x.toxml(), x.documentElement.getAttributeNS("http://n", "k"), x.toprettyxml(standalone=True))
print(minidom.parseString("<!DOCTYPE html PUBLIC '-//W3C//DTD' 'http://x'><html/>").toxml())
with minidom.parseString("<a/>") as z:
    print(z.documentElement.nodeName)

import xml.parsers.expat as expat
p = expat.ParserCreate()
p.StartElementHandler = lambda name, attrs: print("start", name, attrs)
p.EndElementHandler = lambda name: print("end", name)
p.CharacterDataHandler = lambda data: print("data", repr(data))
p.CommentHandler = lambda data: print("comment", repr(data), p.CurrentLineNumber, p.CurrentColumnNumber)
p.XmlDeclHandler = lambda *a: print("decl", a)
p.ProcessingInstructionHandler = lambda *a: print("pi", a)
print(p.Parse("<?xml version='1.0'?>\n<a x='1'>one\n two &amp; <b/><!--c--><?p q?></a>", True))
p = expat.ParserCreate(namespace_separator=" ")
p.buffer_text = True
p.ordered_attributes = True
p.StartElementHandler = lambda name, attrs: print("start", name, attrs)
p.StartNamespaceDeclHandler = lambda *a: print("ns", a)
p.EndNamespaceDeclHandler = lambda *a: print("end ns", a)
p.CharacterDataHandler = lambda data: print("data", repr(data))
p.Parse("<a xmlns='u' y='2'>one\n two")
p.Parse(" &lt; three<b/></a>", 1)
try:
    expat.ParserCreate().Parse("<a>\n<b></a>", True)
except expat.ExpatError as e:
    print(e, e.code, e.lineno, e.offset, expat.ErrorString(e.code), expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.codes["mismatched tag"])
