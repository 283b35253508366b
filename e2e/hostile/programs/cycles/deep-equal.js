// attack: two arrays nested a hundred thousand times, compared by assert
// expect: stack_overflow
const deep = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a }
require('assert').deepStrictEqual(deep(), deep())
