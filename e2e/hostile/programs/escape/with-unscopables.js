// attack: scopes made of proxies
// expect: exited, uncaught_error
// why: with is a syntax error where sources are strict
// output: object
const has = []; with (new Proxy({}, { has(t, k) { has.push(k); return k !== 'console' && k !== 'process' }, get(t, k) { return k === Symbol.unscopables ? undefined : 1 } })) { console.log(typeof process) }
