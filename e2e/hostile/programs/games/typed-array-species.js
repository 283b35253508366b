// attack: typed arrays whose species gives arrays that are too small
// expect: exited, uncaught_error
// why: a species that gives less is a TypeError
// output: done
class U extends Uint8Array { static get [Symbol.species]() { return function () { return new Uint8Array(1) } } }
try { new U(100).map(x => x) } catch { } ; try { new U(100).slice() } catch { } ; try { new U(100).subarray(0) } catch { }
console.log('done')
