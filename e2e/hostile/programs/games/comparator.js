// attack: comparators without consistency, that change what is sorted
// expect: exited
// output: done
const a = Array.from({ length: 1000 }, (_, i) => i)
a.sort(() => Math.random() - 0.5); a.sort(() => NaN); a.sort(() => 1); a.sort((x, y) => { a[0] = y; return -1 })
console.log('done')
