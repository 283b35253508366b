// attack: a function of a hundred thousand variables
// expect: exited, memory_limit
// why: compiled, the source is many times its size, which an exclusive worker may not have room for
// output: done
// timeout: 5s
// memory: 256MiB
eval(Array.from({ length: 1e5 }, (_, i) => 'let v' + i + '=' + i).join('\n')); console.log('done')
