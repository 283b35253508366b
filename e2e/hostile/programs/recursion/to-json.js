// attack: toJSON that makes JSON of itself
// expect: stack_overflow
// slow: yes
const o = { toJSON() { return JSON.stringify(this) } }; JSON.stringify(o)
