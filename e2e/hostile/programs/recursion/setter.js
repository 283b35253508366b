// attack: a setter that sets itself
// expect: stack_overflow
// slow: yes
const o = { set a(v) { this.a = v } }; o.a = 1
