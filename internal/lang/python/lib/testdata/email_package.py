# Messages of mail: made, read, written; addresses, dates, headers.
import email, email.utils as U, email.header as H, io
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email import encoders, policy
from email.message import EmailMessage, Message
from email.parser import Parser, BytesParser, HeaderParser
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
m=MIMEText('Hello\nWorld\n'); m['Subject']='Test'; m['From']='a@b.c'; m['To']='d@e.f'; print(m.as_string()); print(m.as_bytes())
m=MIMEText('Héllo wörld\n'); m['Subject']='Tést ☃ subject'; print(m.as_string()); print(m.get_payload(decode=True), m.get_content_charset(), m.get_content_type())
m=MIMEText('<b>x</b>','html','iso-8859-1'); print(m.as_string()); m=MIMEText('é = ü '*20+'\n','plain','iso-8859-1'); print(m)
mp=MIMEMultipart('alternative',boundary='BB'); mp['Subject']='multi'; mp['Date']=U.formatdate(86400*365); mp.preamble='pre'
mp.attach(MIMEText('text')); mp.attach(MIMEText('<p>html</p>','html'))
a=MIMEBase('application','octet-stream'); a.set_payload(bytes(range(100))); encoders.encode_base64(a); a.add_header('Content-Disposition','attachment',filename='f ü.bin'); mp.attach(a)
mp.attach(MIMEApplication(b'xyz',Name='n.zip')); mp.attach(MIMEImage(b'\x89PNG\r\n\x1a\nzz')); mp.attach(MIMEMessage(MIMEText('inner')))
s=mp.as_string(); print(s)
p=email.message_from_string(s); print(p.as_string()==s, p.is_multipart(), p.get_boundary(), p.preamble, repr(p.epilogue))
for part in p.walk(): print(part.get_content_type(), part.get_filename(), part.get_content_disposition(), part.get_content_charset(), part.get_payload(decode=True), part.keys(), part.get_params())
from email.iterators import _structure, typed_subpart_iterator, body_line_iterator
_structure(p); print(len(list(typed_subpart_iterator(p,'text','html'))), list(body_line_iterator(p))[:2])
raw='''From nobody Thu Jan 1 00:00:00 1970
Received: from a
\tby b
From: "Bob, Jr." <bob@x.org>, carol@y.org (Carol)
To: undisclosed: a@b.c, "d e" <d@e>;
Subject: =?utf-8?q?caf=C3=A9?= and =?iso-8859-1?b?5Q==?= x
X-Long: %s
Content-Type: text/plain; charset="utf-8"; name*=utf-8''na%%20me; format=flowed

body
From here
''' % ' '.join('word%d'%i for i in range(30))
m=email.message_from_string(raw); print(m.items()); print(m.get_unixfrom(), m['subject'], m.get_all('received'), m.get('nope'), m.get('nope','d'), 'FROM' in m, len(m)); print(m.as_string(unixfrom=True)); print(m.get_param('name'), m.get_param('format'), m.get_params())
print(H.decode_header(m['subject']), str(H.make_header(H.decode_header(m['subject']))))
print(U.getaddresses(m.get_all('from')+m.get_all('to')))
m.replace_header('Subject','new'); del m['X-Long']; m.add_header('X-A','v',p='1',q=None,r_s='é'); m.set_type('text/html'); m.set_param('charset','ascii'); m.del_param('format'); m['Subject']='second'; print(m)
t(lambda: m.replace_header('zz','x')); t(lambda: m.attach(m)); t(lambda: MIMEText('x').attach(1)); t(lambda: m.set_type('x')); t(lambda: m.get_payload(0))
for x in ['a@b','Bob <a@b>','"Bob \\"x\\"" <a@b>','a@b (c)','<a@b>','','Bob','a b c','a@b, c@d','x@[1.2.3.4]','"a b"@c',' Mr. X <x@y.z> ','=?utf-8?q?x?= <a@b>','a@','@b','(c) x@y',"O'Neil <o@n>",'a.b.c@d.e.f','<>','foo bar@baz']: print(repr(x),U.parseaddr(x))
for x in [('Bob','a@b'),('','a@b'),('B, J','a@b'),('B "q"','a@b'),('Bøb','a@b')]: print(U.formataddr(x))
t(lambda: U.formataddr(('x','é@b')))
for x in ['Mon, 20 Nov 1995 19:12:08 -0500','20 Nov 1995 19:12:08 GMT','Sun, 06 Nov 94 08:49:37 +0000','Sunday, 06-Nov-94 08:49:37 GMT','Nov 6 1994 08:49','x','','Wed, 3 Apr 2002 12.34.56.78+0800','1 Jan 2020 00:00:00 -0000','Thu Nov 26 20:12:00 2026','Fri, 31 Foo 2020 1:2:3 EST']: 
    print(x,U.parsedate(x),U.parsedate_tz(x)); t(lambda: U.parsedate_to_datetime(x))
print(U.mktime_tz(U.parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500')), U.formatdate(0), U.formatdate(0,usegmt=True), U.formatdate(1e9,localtime=True)); print(U.make_msgid('x','dom')[-7:]); print(U.unquote('"a\\"b"'),U.unquote('<x>'),U.quote('a"b\\'),U.encode_rfc2231('é x','utf-8','en'),U.decode_rfc2231("utf-8'en'x"),U.collapse_rfc2231_value(('utf-8','','x')))
for args in [('hello',),('hé',),('x'*100,),(' '.join(['word']*40),),('é'*60,),('a, b; c'*20,),('hé','iso-8859-1'),('ascii then é then ascii again and more text to wrap the line at some point ok',)]:
    h=H.Header(*args,header_name='Subject'); print(repr(h.encode()),str(h)==args[0])
h=H.Header('plain'); h.append('é','utf-8'); h.append('more'); print(h.encode(), str(h)); h=H.Header('é','utf-8'); h.append('ü','utf-8'); h.append('å','iso-8859-1'); print(h.encode(),str(h))
for x in ['a','=?utf-8?b?w6k=?=','=?utf-8?q?a_b?= =?utf-8?q?c?=','x =?utf-8?q?y?= z','=?UTF-8?Q?=C3=A9?=\n =?utf-8?b?w6k=?=','=?bad?x?y?=']: print(H.decode_header(x), str(H.make_header(H.decode_header(x))))
e=EmailMessage(); e['Subject']='Hi'; e['From']='A B <a@b.c>'; e['To']='x@y.z, Q <q@r.s>'; e.set_content('Hello\nthere'); print(e.as_string()); print(e['to'].addresses, e['from'].addresses[0].display_name, e.get_content(), e.get_body().get_content_type())
t(lambda: e.__setitem__('Subject','again')); t(lambda: e.__setitem__('X','a\nb'))
e.add_alternative('<p>hi</p>',subtype='html'); e.add_attachment(b'\0\1\2',maintype='application',subtype='octet-stream',filename='d.bin'); e.add_attachment('text file',filename='t.txt'); e.set_boundary('OUTER'); e.get_payload(0).set_boundary('INNER'); print(e.as_string()); print([a.get_filename() for a in e.iter_attachments()], e.get_body(('plain',)).get_content(), e.get_body().get_content(), e.is_multipart())
p=email.message_from_bytes(e.as_bytes(),policy=policy.default); print(type(p), p['subject'], p['to'].addresses, [x.get_content_type() for x in p.walk()], [a.get_content() for a in p.iter_attachments()])
e=EmailMessage(); e.set_content('é'*10+'\n'); print(e.as_string()); print(e.get_content()); e.set_content(b'abc','image','png'); print(e); e['Date']='Mon, 20 Nov 1995 19:12:08 -0500'; print(e['date'].datetime)
b=email.message_from_bytes(b'Subject: caf\xe9\nContent-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: 8bit\n\nh\xe9\n'); print(b.get_payload(decode=True), repr(b.get_payload()), b.as_bytes(), b['subject'], type(b['subject']))
for x in ['no headers','A: b\nno sep\n\nx','Content-Type: multipart/mixed\n\nx','Content-Type: multipart/mixed; boundary=B\n\nx','Content-Type: multipart/mixed; boundary=B\n\n--B\n\na\n--B\n\nb',' x\nA: b\n\n','Content-Type: multipart/mixed; boundary=B\n\n--B\nA: 1\n\na\n\n--B--\nepi\n','']:
    m=email.message_from_string(x); print([type(d).__name__ for d in m.defects], m.items(), m.get_payload() if not m.is_multipart() else [q.get_payload() for q in m.get_payload()], m.epilogue)
print(HeaderParser().parsestr('A: b\n\nbody').get_payload(), Parser(policy=policy.default).parsestr('Subject: =?utf-8?q?=C3=A9?=\n\n')['subject'])
q=MIMEText('a=b é\n'); del q['content-transfer-encoding']; q.set_payload('a=b c\t\n'); encoders.encode_quopri(q); print(q); q=MIMEText('x',_charset='us-ascii'); encoders.encode_noop(q)
print(policy.default, policy.SMTP.linesep.encode(), policy.compat32.clone(linesep='x').linesep); t(lambda: policy.compat32.clone(foo=1)); print(Message()['x'], Message().get_content_type(), Message().as_string().encode())
