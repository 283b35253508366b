// attack: an error at the end of a line of two megabytes
// expect: uncaught_error
// says: at the end
/*@repeat(2000000, "x")*/ throw new Error('at the end')
