// attack: class names and tags that are getters and throw
// expect: exited, uncaught_error
// why: what a tag's getter throws is the program's error where the tag is read
console.log({ get [Symbol.toStringTag]() { throw new Error('tag') } }, new (class { static get name() { throw 1 } })())
