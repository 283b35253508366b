// attack: recursion whose every level catches the overflow and goes on
// expect: stack_overflow
function f() { try { f() } catch { f() } finally { f() } }
f()
