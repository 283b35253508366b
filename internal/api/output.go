package api

import (
	"bytes"
	"errors"
	"io/fs"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// statusOutput is how much of each stream a status holds, in bytes. Two of them
// stay below the 4 MiB that gRPC's clients accept unless told otherwise.
const statusOutput = 1 << 20

// answerSize is how large a status with the end of both streams is, about, in bytes.
func answerSize(s executor.Status) int64 {
	n := min(s.StdoutBytes, statusOutput) + min(s.StderrBytes, statusOutput)
	for k, v := range s.Labels {
		n += uint64(len(k) + len(v))
	}
	return int64(n)
}

// withOutput is a status with the end of both streams as it was at that moment.
func withOutput(x *executor.Execution, s executor.Status) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	out := fromStatus(s)
	var err error
	if out.Stdout, out.StdoutTruncated, err = lastOutput(x, executor.Stdout, s.StdoutBytes); err != nil {
		return nil, err
	}
	out.Stderr, out.StderrTruncated, err = lastOutput(x, executor.Stderr, s.StderrBytes)
	return out, err
}

// lastOutput reads the end of a stream. Output that is gone, because the record
// was deleted in the meantime or a sink has taken it, is left out like any that is too
// much.
func lastOutput(x *executor.Execution, s executor.Stream, size uint64) (text string, truncated bool, err error) {
	for {
		from := max(size-min(size, statusOutput), min(size, x.OutputStart(s)))
		text, truncated, err = outputFrom(x, s, from, size)
		if !errors.Is(err, executor.ErrDropped) { // else more is gone by now
			return text, truncated, err
		}
	}
}

func outputFrom(x *executor.Execution, s executor.Stream, from, size uint64) (text string, truncated bool, err error) {
	buf := make([]byte, size-from)
	for n := 0; n < len(buf); {
		got, err := x.ReadOutput(s, buf[n:], from+uint64(n))
		if errors.Is(err, fs.ErrNotExist) {
			return "", true, nil
		}
		if err != nil {
			return "", false, err
		}
		n += got
	}
	text, cut := tail(buf, from > 0)
	return text, from > 0 || cut, nil
}

// tail makes text of the end of a stream: invalid UTF-8 is replaced, which can make
// it longer than it was, and so cut again. It begins with a whole character.
func tail(b []byte, inside bool) (text string, cut bool) {
	if inside {
		b = wholeRunes(b)
	}
	if utf8.Valid(b) {
		return string(b), false
	}
	b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	if len(b) <= statusOutput {
		return string(b), false
	}
	return string(wholeRunes(b[len(b)-statusOutput:])), true
}

// wholeRunes drops the rest of a character at the beginning.
func wholeRunes(b []byte) []byte {
	for i := range min(len(b), utf8.UTFMax) {
		if utf8.RuneStart(b[i]) {
			return b[i:]
		}
	}
	return b
}
