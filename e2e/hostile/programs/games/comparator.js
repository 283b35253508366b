// attack: comparators without consistency, that change what is sorted
// expect: exited
// output: done
const a = Array.from({ length: 1000 }, (_, i) => i)
a.sort(() => Math.random() - 0.5); a.sort(() => { a.length = 0; return 1 }); a.sort(() => NaN)
a.push(3, 2, 1); a.sort((x, y) => { a.push(x); return a.length > 1000 ? 0 : -1 }); console.log('done')
