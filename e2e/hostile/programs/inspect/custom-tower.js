// attack: custom inspections that return each other without end
// expect: exited, timeout
// why: the inspector has a bound for it, or the clock has
// exit: 0
const i = Symbol.for('nodejs.util.inspect.custom'); const f = () => ({ [i]: f }); console.log(f())
