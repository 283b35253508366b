// attack: a comparator that makes the array grow while it is sorted
// expect: exited, memory_limit, timeout
// why: the engine sorts a copy, or the array itself until a bound is reached
// output: done
const a = [3, 2, 1]; a.sort(() => { for (let i = 0; i < 1000; i++) a.push(i); return Math.random() - 0.5 }); console.log('done')
