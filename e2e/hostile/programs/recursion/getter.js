// attack: a getter that reads itself
// expect: stack_overflow
// slow: yes
const o = { get a() { return this.a } }; o.a
