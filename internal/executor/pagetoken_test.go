package executor

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// TestPageTokensTellNothing had tokens that count what everybody submits.
func TestPageTokensTellNothing(t *testing.T) {
	e := begin(t, func(c *Config) { c.Private = true })
	mine := python("")
	mine.Caller = stranger
	for i := range 2 {
		mine.ID = fmt.Sprint("x", i)
		wait(t, submit(t, e, mine))
	}
	token := func() string {
		t.Helper()
		_, next, err := e.Executions(stranger, Filter{Limit: 1})
		if err != nil || next == "" {
			t.Fatalf("%q, %v", next, err)
		}
		return next
	}
	first, second := token(), token()
	if first == second || len(first) != len(second) {
		t.Errorf("tokens %q and %q of the same place", first, second)
	}
	list, next, err := e.Executions(stranger, Filter{Limit: 1, Page: first})
	if err != nil || len(list) != 1 || list[0].ID != "x0" || next != "" {
		t.Errorf("%+v, %q, %v", list, next, err)
	}
	other, err := New(newConfig(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, forged := range []string{"!", "1", strconv.FormatUint(e.seq, 36), first[:len(first)-1], first + "A", "A" + first[1:] + "A", strings.Repeat("A", len(first)), other.pages.seal(1)} {
		_, _, err := e.Executions(stranger, Filter{Page: forged})
		wantError(t, err, Invalid, "page_token")
	}
	if a, b := e.pages.seal(0), e.pages.seal(1<<64-1); len(a) != len(b) {
		t.Errorf("%d and %d bytes", len(a), len(b))
	}
}
