// attack: a comparator that empties the array, beyond whose end the engine then sorts
// expect: crashed
// says: the JavaScript engine failed
const a = Array.from({ length: 1000 }, (_, i) => i)
a.sort(() => { a.length = 0; return 1 })
