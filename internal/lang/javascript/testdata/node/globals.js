const { log } = console;
log(btoa('hello'), atob('aGVsbG8='), atob(' aGVs\nbG8 '));
for (const bad of ['a', '*', 'aGVsbG8===']) { try { atob(bad); log('?', bad); } catch (e) { log(e.name, e.code); } }
try { btoa('€'); } catch (e) { log(e.name); }
log(typeof performance.now(), performance.now() <= performance.now());
const c = new AbortController(); c.signal.addEventListener('abort', (e) => log('event', e.type, c.signal.reason.name, e.target === c.signal)); c.signal.onabort = () => log('onabort');
log(c.signal.aborted); c.abort(); c.abort(); log(c.signal.aborted);
try { c.signal.throwIfAborted(); } catch (e) { log(e.name, e.code, e instanceof Error, e instanceof DOMException); }
const et = new EventTarget(); const h = () => log('h'); et.addEventListener('x', h); et.addEventListener('x', h); et.addEventListener('x', () => log('once'), { once: true });
log(et.dispatchEvent(new Event('x'))); et.removeEventListener('x', h); et.dispatchEvent(new Event('x'));
et.addEventListener('c', (e) => e.preventDefault()); log(et.dispatchEvent(new Event('c', { cancelable: true })));
log(AbortSignal.abort('why').reason); log(typeof AbortSignal.timeout(100000).aborted);
const o = { a: [1, { b: 2 }], d: new Date(5), m: new Map([[1, { x: 1 }]]), s: new Set([1, 2]), u: undefined, n: null, big: 5n, r: /x/gi, t: new Uint8Array([1, 2]) };
o.self = o;
const k = structuredClone(o);
log(k !== o, k.self === k, k.a[1].b, k.a !== o.a, k.d.getTime(), k.d instanceof Date, k.m.get(1).x, k.m.get(1) !== o.m.get(1), [...k.s].join(), 'u' in k, k.n, String(k.big), String(k.r), k.t[1], k.t.buffer !== o.t.buffer);
const err = structuredClone(new RangeError('bad', { cause: { z: 1 } })); log(err instanceof RangeError, err.message, err.cause.z);
class P { constructor() { this.v = 1; } m() {} }
log(structuredClone(new P()).constructor === Object, structuredClone(new P()).v);
for (const bad of [() => 1, Symbol('s'), { f() {} }]) { try { structuredClone(bad); } catch (e) { log(e.name, e.code, e instanceof DOMException); } }
try { structuredClone(); } catch (e) { log(e instanceof TypeError); }
log(structuredClone([1, , 3]).length, 1 in structuredClone([1, , 3]), structuredClone('s'), structuredClone(null));
log(typeof global.setTimeout, typeof setTimeout, typeof missing, 'console' in globalThis);
globalThis.setTimeout = 5; log(setTimeout); 
try { missing; } catch (e) { log(e.name, e.message); }
log(typeof require, typeof module, typeof exports, typeof __filename, typeof __dirname, this === exports, require.main === module, module.id);
let order = ''; for (const x of [1, 2, 3]) order += x; log(order);
log(typeof Symbol.asyncIterator, typeof Symbol.iterator, typeof Symbol.nothing, Symbol.for('a') === Symbol.for('a'));
log({ [Symbol.asyncIterator]() { return 1; } }[Symbol.asyncIterator]());
