// attack: throwing nothing, symbols and proxies
// expect: uncaught_error
throw new Proxy(function () {}, { get() { throw Symbol() }, getPrototypeOf() { throw null } })
