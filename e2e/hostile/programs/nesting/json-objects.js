// attack: JSON of a million nested objects
// expect: stack_overflow
JSON.parse('{"a":'.repeat(1e6) + '1' + '}'.repeat(1e6))
