//go:build !race

// The workers of this package's tests are the test binary, and the race detector ends a
// process that is refused memory in a way of its own.

package elide_test

import (
	"context"
	"fmt"
	"log"

	elide "github.com/elide-dev/elided"
)

// A program gets no more memory than its request says, and the result tells.
func ExampleRequest_memoryLimit() {
	e, err := elide.New(elide.Config{})
	if err != nil {
		log.Fatal(err)
	}
	if err := e.Start(); err != nil {
		log.Fatal(err)
	}
	defer e.Stop(context.Background())

	result, err := e.Run(context.Background(), elide.Request{
		Language:    "js",
		Code:        `console.log("so far"); "x".repeat(2 ** 29)`,
		MemoryLimit: 64 << 20,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s%s: %s\n", result.Output, result.Reason, result.Error)
	// Output:
	// so far
	// memory_limit: it needed more than the 64 MiB of memory that it may have
}
