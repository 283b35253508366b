package elide_test

import (
	"fmt"
	"os"
	"testing"

	elide "github.com/elide-dev/elided"
)

// TestMain is a program that embeds elided: with the hook, or, told so by its
// arguments, without it.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "without-hook" {
		os.Exit(withoutHook())
	}
	if code, worker := elide.WorkerMain(); worker {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// withoutHook is the main of a program that forgot the hook.
func withoutHook() int {
	e, err := elide.New(elide.Config{})
	if err != nil {
		fmt.Println(err)
		return 3
	}
	fmt.Println("made an executor:", e != nil)
	return 0
}
