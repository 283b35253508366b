// attack: JSON of a million nested objects
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
JSON.parse('{"a":'.repeat(1e6) + '1' + '}'.repeat(1e6))
