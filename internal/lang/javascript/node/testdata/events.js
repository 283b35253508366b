const EventEmitter = require('node:events');
const log = (...a) => print(...a.map((v) => (typeof v === 'string' ? v : typeof v === 'function' ? v.name : JSON.stringify(v))));
const attempt = (f) => { try { print('=', f()); } catch (e) { print(e.name, e.code, e.message, String(e)); } };
const e = new EventEmitter();
print(EventEmitter.EventEmitter === EventEmitter, e instanceof EventEmitter, EventEmitter.defaultMaxListeners, e.getMaxListeners());
function a(...args) { log('a', args, this === e); }
function b(...args) { log('b', args); }
print(e.on('x', a) === e, e.once('x', b) === e, e.prependListener('x', b) === e);
print(e.emit('x', 1, 2), e.emit('x'), e.emit('none'));
e.prependOnceListener('x', function first() { log('first'); }); e.emit('x', 3);
print(e.listenerCount('x'), e.listenerCount('x', a), e.listenerCount('none'), EventEmitter.listenerCount(e, 'x'));
e.once('o', a); log(e.listeners('o'), e.rawListeners('o').map((f) => f.listener === a), e.rawListeners('o')[0] === a);
print(String(e.eventNames()), e._eventsCount); e.off('x', a).removeListener('x', b); print(String(e.eventNames())); e.removeAllListeners(); print(e.eventNames().length);
const s = Symbol('sym'); e.on(s, a); e.emit(s, 's'); print(e.eventNames()[0] === s, e.listenerCount(s)); e.off(s, a);
e.on('y', function f() { e.off('y', g); log('f'); }); function g() { log('g'); } e.on('y', g); e.emit('y'); e.emit('y'); e.removeAllListeners('y'); print(e.listenerCount('y'));
e.on('newListener', (n, f) => log('new', String(n), f)); e.on('removeListener', (n, f) => log('removed', String(n), f));
e.once('z', a); e.emit('z', 'zz'); e.on('z', b); e.on('z', a); e.removeAllListeners('z'); e.on('q', a); e.removeAllListeners(); print(e.eventNames().length);
attempt(() => e.emit('error', new TypeError('boom'))); attempt(() => e.emit('error', 3)); attempt(() => e.emit('error')); attempt(() => e.emit('error', null));
e.on(EventEmitter.errorMonitor, (x) => log('monitor', x.message)); attempt(() => e.emit('error', new Error('seen'))); e.on('error', (x) => log('handled', x.message)); print(e.emit('error', new Error('again')));
attempt(() => e.on('x', 3)); attempt(() => e.once('x')); attempt(() => e.off('x', null)); attempt(() => e.setMaxListeners(-1)); attempt(() => e.setMaxListeners('a')); attempt(() => { EventEmitter.defaultMaxListeners = -1; }); attempt(() => { EventEmitter.captureRejections = 1; }); attempt(() => EventEmitter.setMaxListeners(NaN));
const m = new EventEmitter(); m.setMaxListeners(1); m.on('w', a); m.on('w', a); m.on('w', a);
const u = new EventEmitter(); u.setMaxListeners(0); for (let i = 0; i < 20; i++) u.on('w', a); EventEmitter.setMaxListeners(3, u); print(u.getMaxListeners(), EventEmitter.getEventListeners(u, 'w').length, EventEmitter.getMaxListeners(u));
function Old() { EventEmitter.call(this); } Object.setPrototypeOf(Old.prototype, EventEmitter.prototype); const o = new Old(); o.on('k', () => log('old')); o.emit('k'); print(Object.keys(o).join());
class New extends EventEmitter { constructor() { super(); this.v = 1; } } const n = new New(); n.on('k', function () { log('new', this.v); }); n.emit('k'); print(Object.keys(n).join());
const plain = Object.create(EventEmitter.prototype); plain.on('p', () => log('plain')); plain.emit('p');
const throwing = new EventEmitter(); throwing.on('t', () => { throw new Error('from listener'); }); throwing.on('t', () => log('never')); attempt(() => throwing.emit('t'));
(async () => {
  const p = new EventEmitter();
  setTimeout(() => p.emit('ready', 1, 2), 1); log(await EventEmitter.once(p, 'ready'));
  setTimeout(() => p.emit('error', new Error('bad')), 1); await EventEmitter.once(p, 'ready').catch((x) => log('rejected', x.message));
  setTimeout(() => p.emit('error', new Error('wanted')), 1); log((await EventEmitter.once(p, 'error'))[0].message, p.eventNames());
  const it = EventEmitter.on(p, 'ev'); p.emit('ev', 1); p.emit('ev', 2, 3);
  log(await it.next(), await it.next()); const later = it.next(); p.emit('ev', 4); log(await later); const last = it.next(); await it.return(); log(await last, await it.next(), p.eventNames());
  const it2 = EventEmitter.on(p, 'ev'); p.emit('error', new Error('in loop')); await it2.next().catch((x) => log('iterator', x.message)); log(await it2.next());
  await EventEmitter.once({}, 'x').catch((x) => log(x.code));
  const c = new EventEmitter({ captureRejections: true }); c.on('go', async () => { throw new Error('captured'); }); c.on('error', (x) => log('error event', x.message)); c.emit('go');
  await new Promise((r) => setTimeout(r, 5));
  const c2 = new EventEmitter({ captureRejections: true }); c2[Symbol.for('nodejs.rejection')] = (x, name, ...args) => log('own handler', x.message, name, args); c2.on('go', async () => { throw new Error('own'); }); c2.emit('go', 7);
})();
