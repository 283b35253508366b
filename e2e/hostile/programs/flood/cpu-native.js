// attack: processor time used within one native call
// expect: cpu_limit
// cpu: 300ms
/(?=(a+)+$)a/.test('a'.repeat(40) + '!')
