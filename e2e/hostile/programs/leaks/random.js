// attack: a random number generator that is the same in every program
// expect: exited
// output: true
const a = [Math.random(), Math.random()]; console.log(a[0] !== a[1] && a[0] > 0)
