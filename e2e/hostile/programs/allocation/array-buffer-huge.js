// attack: one ArrayBuffer that no machine has the memory for
// expect: uncaught_error, memory_limit
// why: the length is beyond what the engine accepts, or beyond what the process may have
new ArrayBuffer(2 ** 50)
