// attack: class names and tags that are getters, proxies and a megabyte long
// expect: exited, uncaught_error
// why: what a tag's getter throws is the program's error, as in Node
// exit: 1
console.log({ get [Symbol.toStringTag]() { throw new Error('tag') } })
