// attack: labels and continues that leave finally blocks for ever
// expect: timeout
a: for (;;) { b: for (;;) try { continue a } finally { continue b } }
