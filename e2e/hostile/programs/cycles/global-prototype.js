// attack: the global object below itself
// expect: stack_overflow, timeout, uncaught_error
// why: the prototype of the global may be fixed
Object.setPrototypeOf(Object.prototype, new Proxy(globalThis, {})); missing
