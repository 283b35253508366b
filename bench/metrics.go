package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"time"
)

// callers is how many clients the measurements of load have.
const callers = 16

// metricsTurn is how long one daemon is measured before the other one's turn.
const metricsTurn = time.Second

// metricsCost is what counting costs: one daemon with metrics, scraped every second, and one
// without, in turns. Each is measured for as long as -load says.
func (b *bench) metricsCost() error {
	address, err := freeAddress()
	if err != nil {
		return err
	}
	quiet := "--log-executions=false"
	with, err := b.startNamed("with", quiet, "--http", address)
	if err != nil {
		return err
	}
	defer with.stop()
	without, err := b.startNamed("without", quiet, "--metrics=false")
	if err != nil {
		return err
	}
	defer without.stop()
	both := [2]*contender{{server: with, scraped: address}, {server: without}}
	var ratios []float64
	for turn := range max(2, int(b.load/metricsTurn)) {
		first := turn % 2 // who comes second finds the machine as the first left it
		for _, i := range []int{first, 1 - first} {
			if err := both[i].turn(); err != nil {
				return err
			}
		}
		ratios = append(ratios, both[0].last/both[1].last)
	}
	slices.Sort(ratios)
	printRow(fmt.Sprintf("RunSnippet, %d callers, metrics on and off", callers),
		"%.0f/s with metrics and a scrape each second, %.0f/s without: %.3f x, %.3f x in the median of %d turns; processor time of each %v and %v: %.3f x",
		both[0].rate(), both[1].rate(), both[0].rate()/both[1].rate(), ratios[len(ratios)/2], len(ratios),
		both[0].each(), both[1].each(), float64(both[0].each())/float64(both[1].each()))
	return nil
}

// A contender is one of two daemons that are measured in turns.
type contender struct {
	*server
	scraped string // its address; empty is not

	last  float64 // programs a second, in the last turn
	count int     // programs, in all turns
	time  time.Duration
	used  time.Duration // of processors
}

func (c *contender) turn() error {
	began, used := time.Now(), c.cpu()
	rate, count, err := c.loaded(metricsTurn, c.scraped)
	c.last = rate
	c.count += count
	c.time += time.Since(began)
	c.used += c.cpu() - used
	return err
}

func (c *contender) rate() float64 { return float64(c.count) / c.time.Seconds() }

func (c *contender) each() time.Duration {
	return (c.used / time.Duration(c.count)).Round(100 * time.Nanosecond)
}

// loaded is how many programs a second a daemon runs. One that is scraped is so each second.
func (s *server) loaded(d time.Duration, scraped string) (rate float64, count int, err error) {
	done, failed := make(chan struct{}), make(chan error, 1)
	go func() { failed <- scrape(scraped, done) }()
	rate, count, err = perSecond(callers, d, func() error { return s.call(snippet("js", tiny, false)) })
	close(done)
	if e := <-failed; err == nil {
		err = e
	}
	return rate, count, err
}

func scrape(address string, done <-chan struct{}) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for address != "" {
		if _, err := metricsText(address); err != nil {
			return err
		}
		select {
		case <-done:
			return nil
		case <-tick.C:
		}
	}
	return nil
}

func metricsText(address string) (string, error) {
	answer, err := http.Get("http://" + address + "/metrics")
	if err != nil {
		return "", err
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("/metrics: %s", answer.Status)
	}
	return string(text), err
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}
