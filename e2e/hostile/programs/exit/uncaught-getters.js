// attack: an uncaught error whose properties are getters that never end
// expect: timeout, uncaught_error
// why: what reads them can be stopped by the clock alone; what doesn't read them is an uncaught error
const e = new Error('x'); for (const k of ['name', 'message', 'stack', 'cause']) Object.defineProperty(e, k, { get() { for (;;) ; } })
throw e
