// attack: join of an array that contains itself
// expect: exited
// output: ,1
const a = [, 1]; a[0] = a; console.log(a.join())
