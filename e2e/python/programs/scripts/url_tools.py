from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin, urlparse, urlsplit

u = urlparse("https://user:pw@example.org:8080/a/b;p?x=1&y=2&x=3#frag")
print(u.scheme, u.netloc, u.hostname, u.port, u.path, u.params, u.query, u.fragment, u.username)
print(parse_qs(u.query), urlencode({"q": "a b&c", "n": [1, 2]}, doseq=True), quote("a b/ü?"), quote("a/b", safe=""), unquote("%C3%BC+x"))
print(urljoin("http://a/b/c/d", "../e"), urljoin("http://a/b/", "//h/x"), urlsplit("mailto:x@y").path, u._replace(query="").geturl())
