// attack: the builtins that printing needs replaced by functions that never end
// expect: exited
// exit: 0
for (const o of [Object, Reflect, Map.prototype, Set.prototype, Array.prototype, Symbol.prototype]) for (const k of Reflect.ownKeys(o)) try { o[k] = () => { for (;;) ; } } catch { }
console.log({ a: [1, new Map([])] })
