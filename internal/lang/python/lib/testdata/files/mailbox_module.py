# Mailboxes of both kinds.
import mailbox, os, email.message
m=mailbox.mbox('a.mbox'); m.lock()
for i in range(3):
    x=mailbox.mboxMessage(); x.set_unixfrom('author Sat Feb  7 01:05:34 2009'); x['From']='a@b'; x['Subject']=f's{i}'; x.set_payload(f'body {i}\nFrom me\n'); print(m.add(x)); m.flush()
m.unlock()
print(len(m),m.keys(),[y['subject'] for y in m], 1 in m, m[1].get_payload())
m.remove(1); m.flush(); m.close()
print(len(mailbox.mbox('a.mbox')), [y['subject'] for y in mailbox.mbox('a.mbox')])
d=mailbox.Maildir('md'); k=d.add('From: x\nSubject: one\n\nhi\n'); msg=email.message.Message(); msg['Subject']='two'; msg.set_payload('p\n'); d.add(msg)
print(len(d),sorted(x['subject'] for x in d), d[k].get_flags(), d[k].get_subdir())
x=d[k]; x.set_flags('SF'); x.add_flag('T'); x.remove_flag('F'); x.set_subdir('cur'); d[k]=x; print(d[k].get_flags(),d[k].get_subdir(),d[k].get_info(),[f.split(':')[1] for f in os.listdir('md/cur')])
f=d.add_folder('sub'); print(d.list_folders(),len(f)); d.remove_folder('sub'); print(d.list_folders())
d.remove(k); print(len(d)); 
for g in (lambda: d['zz'], lambda: d.remove('q'), lambda: mailbox.Maildir('nope',create=False), lambda: mailbox.mbox('nope',create=False), lambda: x.set_subdir('z'), lambda: m.remove(77)):
    try: print(g())
    except Exception as e: print(type(e).__name__, str(e).replace(os.getcwd(),''))
