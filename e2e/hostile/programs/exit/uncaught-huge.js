// attack: an uncaught error whose message has 100 MiB
// expect: uncaught_error, memory_limit
// why: the message is cut when it is written, by when it may have been copied too often
throw new Error('x'.repeat(100 << 20))
