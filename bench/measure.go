package main

import (
	"fmt"
	"sync"
	"time"
)

// timed calls f n times and returns the median time.
func timed(n int, f func() error) (time.Duration, error) { return timedApart(n, 0, f) }

// timedApart is timed by somebody who waits before each call.
func timedApart(n int, wait time.Duration, f func() error) (time.Duration, error) {
	times := make([]time.Duration, n)
	for i := range times {
		time.Sleep(wait)
		began := time.Now()
		if err := f(); err != nil {
			return 0, err
		}
		times[i] = time.Since(began)
	}
	return median(times), nil
}

// A row is one measured thing beside the floor measured around it.
type row struct {
	value, floor time.Duration
}

// beside measures f and the floor in turns, and returns the medians of the
// rounds: a machine whose speed drifts slows both.
func beside(rounds, n int, floor, f func() error) (row, error) {
	return besideApart(rounds, n, 0, floor, f)
}

// besideApart is beside by somebody who waits before each call.
func besideApart(rounds, n int, wait time.Duration, floor, f func() error) (row, error) {
	var values, floors []time.Duration
	for range rounds {
		v, err := timedApart(n, wait, f)
		if err != nil {
			return row{}, err
		}
		g, err := timedApart(n, wait, floor)
		if err != nil {
			return row{}, err
		}
		values, floors = append(values, v), append(floors, g)
	}
	return row{median(values), median(floors)}, nil
}

// perSecond has callers call f for a while and returns the rate.
func perSecond(callers int, d time.Duration, f func() error) (rate float64, count int, err error) {
	var mu sync.Mutex
	var all sync.WaitGroup
	began := time.Now()
	for range callers {
		all.Go(func() {
			n := 0
			var failed error
			for failed == nil && time.Since(began) < d {
				failed = f()
				n++
			}
			mu.Lock()
			defer mu.Unlock()
			count += n
			if failed != nil {
				err = failed
			}
		})
	}
	all.Wait()
	return float64(count) / time.Since(began).Seconds(), count, err
}

func printRow(name string, format string, args ...any) {
	fmt.Printf("%-44s %s\n", name, fmt.Sprintf(format, args...))
}
