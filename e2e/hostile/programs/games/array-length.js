// attack: array methods on arrays whose length is a getter that lies
// expect: exited, uncaught_error, timeout
// why: lengths beyond what an array has are refused or walked
// output: done
const o = { get length() { return o.n = (o.n ?? 0) + 1e6 } }
for (const f of ['indexOf', 'includes', 'reverse']) try { Array.prototype[f].call(o, 1) } catch { }
console.log('done')
