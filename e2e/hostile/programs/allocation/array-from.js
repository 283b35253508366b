// attack: Array.from of something that is said to be endless
// expect: memory_limit, timeout, uncaught_error
// why: the length is beyond an array's; an engine that looks first throws, one that doesn't fills memory
Array.from({ length: 2 ** 53 - 1 })
