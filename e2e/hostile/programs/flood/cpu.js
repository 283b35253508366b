// attack: a loop without end, with a limit of processor time
// expect: cpu_limit
// cpu: 300ms
for (;;) ;
