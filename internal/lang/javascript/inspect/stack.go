package inspect

import "strings"

const (
	// maxCalls is how many calls of one of the engine's stacks are shown.
	maxCalls = 20
	// engineCall is how a line of one begins.
	engineCall = "\tat "
	// internal is how the names of the runtime's own sources begin.
	internal = "node:"
)

// nodeStack turns a stack of the engine's into one like Node's: four blanks, no program
// counters, none of the runtime's own calls. Any other text it leaves alone.
func nodeStack(s string) string {
	s = strings.TrimSuffix(s, "\n")
	if !strings.Contains(s, "\n"+engineCall) {
		return s
	}
	var b strings.Builder
	calls := 0
	for i, line := range strings.Split(s, "\n") {
		place, isCall := strings.CutPrefix(line, engineCall)
		if isCall && i > 0 {
			if line = nodeCall(place); line == "" {
				continue
			}
			if calls++; calls == maxCalls+1 {
				line = "    ..."
			} else if calls > maxCalls {
				continue
			}
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

// nodeCall returns the line for "f (file:1:2(3))", "f (native)" or "file:1:2(3)", where 3
// is a program counter. It is empty for a call of the runtime's own.
func nodeCall(s string) string {
	function, place := "", s
	if strings.HasSuffix(s, "))") || strings.HasSuffix(s, " (native)") {
		function, place, _ = strings.Cut(strings.TrimSuffix(s, ")"), " (")
	}
	if at := strings.LastIndexByte(place, '('); at > 0 && strings.HasSuffix(place, ")") {
		place = place[:at]
	}
	switch {
	case strings.HasPrefix(place, internal):
		return ""
	case place == "native":
		place = "<anonymous>"
	}
	if function == "" || function == "<anonymous>" {
		return "    at " + place
	}
	return "    at " + function + " (" + place + ")"
}
