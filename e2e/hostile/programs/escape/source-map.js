// attack: a source map comment that names a file of the machine
// expect: uncaught_error
// says: from the program
throw new Error('from the program')
//# sourceMappingURL=/etc/passwd
