// attack: a trap that reads through its own proxy
// expect: stack_overflow
// slow: yes
const p = new Proxy({}, { get(t, k, r) { return r[k] } }); p.a
