// attack: nested source that is only made at run time, for eval
// expect: stack_overflow
eval('('.repeat(300000) + '1' + ')'.repeat(300000))
