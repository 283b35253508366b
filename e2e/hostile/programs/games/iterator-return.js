// attack: an iterator whose return method throws, and one whose return never ends
// expect: timeout
const it = r => ({ [Symbol.iterator]: () => ({ next: () => ({ done: false }), return: r }) })
try { const [a] = it(() => { throw 1 }) } catch { }
const [b] = it(() => { for (;;) ; })
