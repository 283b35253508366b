package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// callers is how many clients the measurements of load have.
const callers = 16

// metricsTurn is how long one daemon is measured before the other one's turn.
const metricsTurn = 3 * time.Second

// metricsCost is what counting costs: one daemon with metrics, scraped every second, and one
// without, in turns. Each is measured for as long as -load says.
func (b *bench) metricsCost() error {
	http, err := freeAddress()
	if err != nil {
		return err
	}
	quiet := "--log-executions=false"
	with, err := b.startNamed("with", quiet, "--http", http)
	if err != nil {
		return err
	}
	defer with.stop()
	without, err := b.startNamed("without", quiet, "--metrics=false")
	if err != nil {
		return err
	}
	defer without.stop()
	var rates [2]float64 // with, without
	turns := max(2, int(b.load/metricsTurn))
	for turn := range turns {
		order := []int{0, 1}
		if turn%2 == 1 { // who comes second finds the machine as the first left it
			order = []int{1, 0}
		}
		for _, i := range order {
			d, scraped := []*server{with, without}[i], []string{http, ""}[i]
			rate, err := d.loaded(metricsTurn, scraped)
			if err != nil {
				return err
			}
			rates[i] += rate / float64(turns)
		}
	}
	printRow(fmt.Sprintf("RunSnippet, %d callers, metrics on and off", callers),
		"%.0f/s with metrics and a scrape each second, %.0f/s without, %d turns of %v each: %.3f x", rates[0], rates[1], turns, metricsTurn, rates[0]/rates[1])
	return nil
}

// loaded is how many programs a second a daemon runs. One that is scraped is so each second.
func (s *server) loaded(d time.Duration, scraped string) (rate float64, err error) {
	done, failed := make(chan struct{}), make(chan error, 1)
	go func() { failed <- scrape(scraped, done) }()
	rate, _, err = perSecond(callers, d, func() error { return s.call(snippet("js", tiny, false)) })
	close(done)
	if e := <-failed; err == nil {
		err = e
	}
	return rate, err
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
