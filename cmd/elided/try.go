package main

import (
	"context"
	"fmt"
	"os"
	"time"

	elide "github.com/elide-dev/elided"
)

func run(args []string) int {
	e, err := elide.New(elide.Config{})
	if err != nil {
		panic(err)
	}
	if err := e.Start(); err != nil {
		panic(err)
	}
	defer e.Stop(context.Background())
	code, _ := os.ReadFile(args[1])
	for i := 0; i < 5; i++ {
		t := time.Now()
		r, err := e.Run(context.Background(), elide.Request{Language: args[0], Code: string(code)})
		fmt.Println(time.Since(t), err)
		if r != nil {
			fmt.Printf("%+v\n%s%s", r.Status, r.Output, r.ErrorOutput)
		}
	}
	return 0
}
