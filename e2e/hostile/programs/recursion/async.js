// attack: async functions that call themselves before they wait
// expect: stack_overflow
// slow: yes
const f = async () => { await f() }
f()
