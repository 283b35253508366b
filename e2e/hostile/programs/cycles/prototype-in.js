// attack: the same cycle, asked by in, with and for-in
// expect: stack_overflow, timeout
// why: the engine follows the cycle on its stack, or in a loop
const t = {}; const p = new Proxy(t, {}); Object.setPrototypeOf(t, p); for (const k in t) ;
'x' in t
