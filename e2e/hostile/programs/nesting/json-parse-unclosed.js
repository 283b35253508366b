// attack: JSON of three million arrays that never close
// expect: stack_overflow, uncaught_error
// why: a decoder with a bound of its own calls the text malformed, one without recurses
JSON.parse('['.repeat(3e6))
