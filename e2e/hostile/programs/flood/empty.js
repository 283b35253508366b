// attack: writes of nothing without end
// expect: timeout
for (;;) process.stdout.write('')
