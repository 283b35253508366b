// attack: Unicode normalization of a long string into a longer one
// expect: memory_limit
'\ufdfa'.repeat(2e7).normalize('NFKD').length
