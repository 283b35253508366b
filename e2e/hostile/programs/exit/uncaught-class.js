// attack: an uncaught error that lies about its class and its stack
// expect: uncaught_error
class E extends Error { get name() { return { toString() { return 'x'.repeat(1e6) } } } get stack() { return { length: -1 } } }
throw new E('\u0000\ud800')
