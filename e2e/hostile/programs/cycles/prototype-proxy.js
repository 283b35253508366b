// attack: a prototype that is a proxy of the object that has it
// expect: stack_overflow, timeout
// why: the engine follows the cycle on its stack, or in a loop
const t = {}; const p = new Proxy(t, {}); Object.setPrototypeOf(t, p); t.missing
