# What EmailMessage's headers about content say, and what is wrong with them.
from email import message_from_string, policy
from email.message import EmailMessage

VALUES = {
    "Content-Type": ["text/plain", "text/html; charset=utf-8", 'TEXT/HTML; Charset="utf-8"', "a/b; charset=a; charset=b", "text", "", "text/",
                     "a/b;charset=utf-8;", "a/b; charset", "a/b; name*=utf-8''a%20b", "a/b; name*1=b; name*0=a", 'a/b; name="a\\"b"', "a/b x=y",
                     "a/b; (note) x=y", "text /plain", "te xt/plain", "a/b; n=x; m=; k=y", "a/b; n='x'", 'a/b; n="open', "a/b; n=x; n*=utf-8''z"],
    "Content-Disposition": ["inline", 'ATTACHMENT; filename="x.txt"; FileName=b', "", "a b", "attachment;", "attachment; filename*=utf-8''%e4"],
    "Content-Transfer-Encoding": ["base64", "Base64", "", "8bit x", "x;y"],
    "MIME-Version": ["1.0", "", "1 . 0", "x.y", "1.0 z", "1", "(c) 1.0", "1.", ".1"],
}
FACTS = "content_type", "content_disposition", "cte", "version", "major", "minor"
for name, values in VALUES.items():
    for value in values:
        message = EmailMessage()
        message[name] = value
        header = message[name]
        print(repr(value), "->", repr(str(header)), [getattr(header, fact) for fact in FACTS if hasattr(header, fact)], dict(getattr(header, "params", {})))
        for defect in header.defects:
            text = str(defect)
            print("   ", type(defect).__name__, text if "invalid" not in text else "")
message = message_from_string("Content-Type: text/html; charset=latin-1; charset=utf-8\n\n", policy=policy.default)
print(message.get_content_charset(), message.get_content_type(), message["content-type"].params["charset"], message.as_string())
