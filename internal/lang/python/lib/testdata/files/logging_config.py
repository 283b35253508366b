# Loggers set up by files of sections, and values that stand for others in dictionaries.
import collections, configparser, importlib, io, logging, logging.config, sys
TEXT = '''
[loggers]
keys=root, app
[handlers]
keys=out, memory
[formatters]
keys=plain, braces
[logger_root]
level=WARNING
handlers=out
[logger_app]
level=DEBUG
handlers=memory
qualname=app.core
propagate=0
[handler_out]
class=StreamHandler
level=DEBUG
formatter=plain
args=(sys.stdout,)
[handler_memory]
class=logging.handlers.MemoryHandler
args=(10,)
kwargs={'flushLevel': ERROR}
target=out
[formatter_plain]
format=%(levelname)s|%(name)s|%(message)s
[formatter_braces]
format={message}
style={
class=logging.Formatter
'''
old, child = logging.getLogger('old'), logging.getLogger('app.core.child')
child.setLevel(logging.ERROR)
def use():
    logging.warning('root'); logging.info('no')
    old.warning('old'); child.debug('child')
    logging.getLogger('app.core').info('kept'); print('--'); logging.getLogger('app.core').error('flushed')
    print(old.disabled, child.disabled, child.level, logging.getLogger('app.core').propagate, [h.name for h in logging.root.handlers])
logging.config.fileConfig(io.StringIO(TEXT)); use()
with open('log.ini', 'w') as f: f.write(TEXT)
logging.config.fileConfig('log.ini', disable_existing_loggers=False); use()
parser = configparser.ConfigParser(); parser.read_string(TEXT)
logging.config.fileConfig(parser); use()
for text in ('', '[formatters]\nkeys=\n', TEXT.replace('keys=root, app', 'keys=app'), TEXT.replace('formatter=plain', 'formatter=no'),
             TEXT.replace('class=StreamHandler', 'class=no.such'), TEXT.replace('qualname=app.core', '')):
    try: logging.config.fileConfig(io.StringIO(text))
    except Exception as e: print(type(e).__name__, e)

Pair = collections.namedtuple('Pair', 'a b')
base = logging.config.BaseConfigurator({'a': {'b': [1, 'ext://sys.maxsize', {'c': 'cfg://n'}], '7': 'seven'}, 'n': 5, 't': ('ext://math.pi', 2), 'p': Pair('ext://math.e', 1)})
for value in ('cfg://a.b[0]', 'cfg://a.b[1]', 'cfg://a.b[2].c', 'cfg://a[b][2][c]', 'cfg://a[7]', 'cfg://t[0]', 'cfg://p', 'ext://os.path.join', 'http://x', 'x', 3,
              'cfg://', 'cfg://a!', 'cfg://zz', 'cfg://a.b[9]', 'ext://no.such', 'ext://sys.nosuch'):
    try:
        made = base.convert(value)
        print(value, getattr(made, '__name__', made))
    except Exception as e: print(value, type(e).__name__, e)
made = base.convert({'x': [1, ('ext://math.tau',)]})
print(type(made).__name__, type(made['x']).__name__, type(made['x'][1]).__name__, made['x'][1][0], made.get('y', 'cfg://n'), made['x'].pop()[0], made.pop('z'), made)
print(base.as_tuple([1]), base.as_tuple('x'), base.config['a']['b'] is base.config['a']['b'])
class Mine(logging.config.BaseConfigurator):
    importer = staticmethod(importlib.import_module)
    value_converters = dict(logging.config.BaseConfigurator.value_converters, up='up')
    def up(self, value): return value.upper()
print(Mine({}).convert('up://abc'), Mine({}).resolve('logging.handlers.MemoryHandler').__name__, Mine({}).configure_custom({'()': 'builtins.dict', 'a': 1}))
try: Mine({}).configure_custom({'()': 'builtins.dict', 'b c': 2})
except ValueError as e: print(e)
class Keep(logging.Handler):
    def __init__(self, what, level=0): super().__init__(level); print(type(what).__name__, what)
    def emit(self, record): print('keep', record.getMessage())
logging.config.dictConfig({'version': 1, 'lvl': 'INFO', 'names': ['h'], 'fmt': {'format': '%(message)s!'}, 'formatters': {'f': 'cfg://fmt'},
    'handlers': {'h': {'()': Keep, 'what': {'deep': 'cfg://lvl'}, 'level': 'cfg://lvl', '.': {'extra': 1}}, 's': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'f'}},
    'loggers': {'z': {'level': 'cfg://lvl', 'handlers': 'cfg://names'}}, 'root': {'level': 'DEBUG', 'handlers': ['s']}})
logging.getLogger('z').info('both'); logging.getLogger('z').debug('none'); logging.debug('one'); print(logging._handlers['h'].extra)
