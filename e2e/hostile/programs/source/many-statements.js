// attack: a source of half a million statements
// expect: exited, memory_limit
// why: compiled, the source is many times its size, which an exclusive worker may not have room for
// output: done
// timeout: 5s
// memory: 256MiB
let x = 0
@repeat(500000, "x++;")
console.log('done')
