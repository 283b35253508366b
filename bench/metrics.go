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
// without, in turns. Each is measured for as long as -load says, after a turn that isn't.
func (b *bench) metricsCost() error {
	var both [2]*contender
	for i, name := range []string{"with", "without"} {
		c, err := b.contend(name, i == 0)
		if err != nil {
			return err
		}
		defer c.stop()
		both[i] = c
	}
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
	scraped string // its address; empty is one without metrics

	last  float64 // programs a second, in the last turn
	count int     // programs, in all turns
	time  time.Duration
	used  time.Duration // of processors
}

// contend starts a daemon, which has had a turn when it is compared. Both have the same doors.
func (b *bench) contend(name string, metrics bool) (*contender, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	c := &contender{}
	if metrics {
		c.scraped = address
	}
	if c.server, err = b.startNamed(name, "--log-executions=false", "--http", address, fmt.Sprintf("--metrics=%t", metrics)); err != nil {
		return nil, err
	}
	if err := c.turn(); err != nil {
		c.stop()
		return nil, err
	}
	*c = contender{server: c.server, scraped: c.scraped}
	return c, nil
}

func (c *contender) turn() error {
	used := c.cpu()
	rate, count, err := c.loaded(metricsTurn, c.scraped)
	c.last = rate
	c.count += count
	c.time += time.Duration(float64(count) / rate * float64(time.Second))
	c.used += c.cpu() - used
	return err
}

func (c *contender) rate() float64 { return float64(c.count) / c.time.Seconds() }

func (c *contender) each() time.Duration {
	return (c.used / time.Duration(c.count)).Round(100 * time.Nanosecond)
}

// loaded is how many programs a second a daemon runs. One that is scraped is so once a second,
// first after half of one.
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

// scrape takes an answer as Prometheus asks for it, compressed. To unpack it is Prometheus's own
// work, which the daemon's processors are spared.
func scrape(address string, done <-chan struct{}) error {
	if address == "" {
		return nil
	}
	request, err := http.NewRequest(http.MethodGet, "http://"+address+"/metrics", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "gzip")
	for next := time.After(time.Second / 2); ; next = time.After(time.Second) {
		select {
		case <-done:
			return nil
		case <-next:
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			return err
		}
		if _, err = io.Copy(io.Discard, answer.Body); err == nil && answer.StatusCode != http.StatusOK {
			err = fmt.Errorf("/metrics: %s", answer.Status)
		}
		_ = answer.Body.Close()
		if err != nil {
			return err
		}
	}
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
