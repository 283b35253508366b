// attack: a custom inspection that inspects itself
// expect: stack_overflow
const i = Symbol.for('nodejs.util.inspect.custom'); const o = { [i](d, opts, inspect) { return inspect({ o }, opts) } }; console.log(o)
