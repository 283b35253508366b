# attack: loading files by names with .., NUL and line ends
# expect: uncaught_error
load("..\u002f..\u002fetc/passwd\u0000.star", "x")
