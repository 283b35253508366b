// attack: a function of twenty thousand variables
// expect: exited, memory_limit
// why: compiled, the source is many times its size, which an exclusive worker may not have room for
// output: done
eval(Array.from({ length: 2e4 }, (_, i) => 'let v' + i + '=' + i).join('\n')); console.log('done')
