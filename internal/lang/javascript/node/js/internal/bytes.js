// Functions in Go on bytes and text.
module.exports = internal;
