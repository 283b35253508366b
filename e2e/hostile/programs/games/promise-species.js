// attack: promises of a class whose constructor does as it likes
// expect: exited, uncaught_error
// why: a constructor that breaks the rules is a TypeError
class P extends Promise { constructor(f) { super(f); f(() => { }, () => { }) } static get [Symbol.species]() { return function (f) { f(1, 2) } } }
new P(r => r(1)).then(1)
console.log('unreached')
