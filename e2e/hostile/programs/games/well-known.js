// attack: well-known symbols replaced
// expect: exited, uncaught_error
// why: they can't be written to: silently in sloppy sources, with an error in strict ones
// output: done
for (const k of ['iterator', 'toPrimitive', 'species', 'hasInstance']) Symbol[k] = Symbol('mine')
console.log('done')
