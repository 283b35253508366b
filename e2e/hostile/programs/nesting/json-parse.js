// attack: JSON of three million nested arrays
// expect: stack_overflow
JSON.parse('['.repeat(3e6) + ']'.repeat(3e6))
