// attack: two proxies, each the prototype of the other's target
// expect: stack_overflow, timeout
// why: the engine follows the cycle on its stack, or in a loop
const a = {}, b = {}, pa = new Proxy(a, {}), pb = new Proxy(b, {})
Object.setPrototypeOf(a, pb); Object.setPrototypeOf(b, pa); a.x
