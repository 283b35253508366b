// attack: backtracking in replace, with a callback that swallows everything
// expect: timeout
('a'.repeat(50) + '!').replace(/(?=(a+)+$)a/g, () => { try { return '' } catch { return '' } })
