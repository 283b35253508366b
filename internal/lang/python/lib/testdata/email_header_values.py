# The attributes of headers, and a formatter of a class of its own in a configuration.
from email.message import EmailMessage
m=EmailMessage(); m['content-type']='application/json; charset="utf8"; x=y'
print(m['content-type'].params, m.get_content_type(), m['content-type'].content_type, m['content-type'].maintype, m['content-type'].subtype)
m['content-disposition']='attachment; filename="a b.txt"'
print(m['content-disposition'].params, m['content-disposition'].content_disposition)
m['date']='Mon, 20 Nov 1995 19:12:08 -0500'
print(m['date'].datetime)
m['To']='A <a@b.c>, d@e.f'
print([ (a.display_name,a.username,a.domain) for a in m['to'].addresses], m['to'].groups)
m['MIME-Version']='1.0'; m['content-transfer-encoding']='8bit'
print(m['mime-version'].version, m['mime-version'].major, m['content-transfer-encoding'].cte)
n=EmailMessage(); n.set_content('hi'); n.add_attachment(b'x', maintype='image', subtype='png', filename='p.png')
for p in n.iter_parts(): print(p['content-type'].content_type, dict(p['content-type'].params), p.get_filename())
import logging.config, logging, time, sys
class UTC(logging.Formatter):
    converter=time.gmtime
logging.config.dictConfig({'version':1,'formatters':{'u':{'()':UTC,'format':'%(levelname)s %(message)s'}},'handlers':{'c':{'class':'logging.StreamHandler','formatter':'u','stream':sys.stdout}},'root':{'handlers':['c']}})
logging.warning('hey')
