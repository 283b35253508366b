// attack: a source of twenty thousand functions
// expect: exited, memory_limit
// why: compiled, the source is many times its size, which an exclusive worker may not have room for
// output: done
// slow: yes
@repeat(20000, ";(a: number, b = 1) => a + b\n")
console.log('done')
