let n = 0;
const i = setInterval(() => {
  console.log('interval', ++n);
  if (n === 3) clearInterval(i);
}, 30);
const cancelled = setTimeout(() => console.log('never'), 1);
clearTimeout(cancelled);
clearTimeout(undefined); clearTimeout(null); clearTimeout({}); clearTimeout(12345); clearImmediate(null);
const t = setTimeout(() => console.log('never, unref'), 100000);
console.log(t.hasRef(), t.unref() === t, t.hasRef(), t.ref().hasRef());
t.unref();
const byNumber = setTimeout(() => console.log('never, by number'), 1);
clearTimeout(+byNumber);
const byString = setTimeout(() => console.log('never, by string'), 1);
clearTimeout(`${+byString}`);
const im = setImmediate(() => console.log('never, immediate'));
clearImmediate(im);
let again = 0;
const r = setTimeout(() => { console.log('refreshed', ++again); if (again < 2) r.refresh(); }, 250);
console.log(typeof r, r.constructor.name, typeof +r);
r.note = 5; console.log(r.note, Object.keys(r).includes('note'));
for (const bad of [undefined, null, 5, 'x', {}]) {
  try { setTimeout(bad); } catch (e) { console.log(e.name, e.code); }
}
setTimeout(() => console.log('NaN delay'), NaN);
setTimeout(() => console.log('negative delay'), -5);
setTimeout(() => console.log('string delay'), '1');
const self = setTimeout(function () { console.log('this', this === self); }, 1);
setTimeout(() => { setTimeout(() => console.log('end'), 5); t.close(); }, 700);
