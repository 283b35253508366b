// attack: cycles through maps, sets, arrays and errors, printed
// expect: exited
// exit: 0
const m = new Map(), s = new Set(), a = [m, s], e = new Error('x'); m.set(s, a); s.add(m); e.cause = e; e.a = a
console.log(m, s, a, e); console.table(a); console.dir(m, { depth: null })
