package elide_test

import (
	"context"
	"fmt"
	"log"
	"os"

	elide "github.com/elide-dev/elided"
)

// A program that runs users' scripts. Its main begins with WorkerMain.
func Example() {
	e, err := elide.New(elide.Config{})
	if err != nil {
		log.Fatal(err)
	}
	if err := e.Start(); err != nil {
		log.Fatal(err)
	}
	defer e.Stop(context.Background())

	result, err := e.Run(context.Background(), elide.Request{
		Language: "starlark",
		Code:     `print("hello", args[0])`,
		Args:     []string{"world"},
	})
	if err != nil {
		log.Fatal(err) // the request was refused
	}
	fmt.Printf("%s%s with code %d\n", result.Output, result.State, result.ExitCode)
	// Output:
	// hello world
	// completed with code 0
}

// Output can be had as it is written.
func ExampleExecutor_Watch() {
	e, err := elide.New(elide.Config{})
	if err != nil {
		log.Fatal(err)
	}
	if err := e.Start(); err != nil {
		log.Fatal(err)
	}
	defer e.Stop(context.Background())

	s, err := e.Submit(elide.Request{Language: "starlark", Code: "for i in range(3): print(i)"})
	if err != nil {
		log.Fatal(err)
	}
	err = e.Watch(context.Background(), s.Session, s.ID, func(ev elide.Event) error {
		if ev.Status != nil {
			s = *ev.Status
			return nil
		}
		_, err := os.Stdout.Write(ev.Data)
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(s.Reason)
	// Output:
	// 0
	// 1
	// 2
	// exited
}
