// attack: Node's back doors
// expect: exited
// output: undefined undefined undefined undefined
console.log(typeof process.binding, typeof process._linkedBinding, typeof process.dlopen, typeof process.mainModule?.constructor?._load)
