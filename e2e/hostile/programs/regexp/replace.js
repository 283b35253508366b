// attack: backtracking in replace, with a callback that swallows everything
// expect: timeout
'a'.repeat(50).concat('!').replace(/(?=(a*)*$)b|(?=(a|a)*$)c/g, () => { try { return '' } catch { return '' } })
