// attack: counted repetitions of counted repetitions, which would be a billion states
// expect: exited, uncaught_error, memory_limit, timeout
// why: an engine that bounds repetitions refuses, one that expands them runs out of memory or time
new RegExp('((((a{1,1000}){1,1000}){1,1000})\\1){1,1000}b').test('a'.repeat(10000))
