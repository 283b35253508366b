// attack: a source of a hundred thousand statements
// expect: exited, memory_limit
// why: compiled, the source is many times its size, which an exclusive worker may not have room for
// output: done
let x = 0
@repeat(100000, "x++;")
console.log('done')
