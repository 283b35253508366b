# Headers with parameters, and forms as a web server hands them on.
import io
import warnings

warnings.simplefilter("ignore")
import cgi

for line in ("text/html", 'text/html; charset="a;b"', "x; a=1; B = c ; novalue", 'attachment; filename="q\\"uote.txt"', "", ";"):
    print(cgi.parse_header(line))

form = cgi.FieldStorage(environ={"REQUEST_METHOD": "GET", "QUERY_STRING": "name=Joe+Blow&addr=At+Home&name=Ann&empty="})
print(sorted(form), len(form), bool(form), "name" in form, "none" in form, "empty" in form)
print(form.getvalue("name"), form.getfirst("name"), form.getlist("name"), form.getlist("none"), form.getvalue("none", 5), form["addr"], form["addr"].value)
print(form["name"])
try:
    form["none"]
except KeyError as e:
    print("KeyError", e)

body = b"a=1&b=2&b=3"
env = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body)), "QUERY_STRING": "c=4"}
form = cgi.FieldStorage(fp=io.BytesIO(body), environ=env)
print([(f.name, f.value) for f in form.list])
print(cgi.parse(io.BytesIO(body), environ={"REQUEST_METHOD": "GET", "QUERY_STRING": "x=1&x=2"}))

body = (b'--XX\r\nContent-Disposition: form-data; name="title"\r\n\r\nhello\r\n'
        b'--XX\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nline 1\r\nline 2\r\n'
        b'--XX\r\nContent-Disposition: form-data; name="title"\r\n\r\nagain\r\n--XX--\r\n')
env = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "multipart/form-data; boundary=XX", "CONTENT_LENGTH": str(len(body))}
form = cgi.FieldStorage(fp=io.BytesIO(body), environ=env)
print(form.getlist("title"), form["file"].filename, form["file"].value, form["file"].type, form["file"].file.read())
print(form["file"])
print(sorted(cgi.parse_multipart(io.BytesIO(body), {"boundary": b"XX", "CONTENT-LENGTH": str(len(body))}).items()))
