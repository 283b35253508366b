package hostile

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// A report is what a run has found, for docs/hostile.md.
type report struct {
	idle     time.Duration // the p99 of Health with nothing else to do
	sandbox  []string
	outcomes []*outcome
	blames   []*blamed
}

// write writes the report to the file that HOSTILE_DOC names, if it names one.
func (r *report) write(t *testing.T) {
	path := os.Getenv("HOSTILE_DOC")
	if path == "" || len(r.outcomes) == 0 || slices.Contains(r.outcomes, nil) {
		return
	}
	if err := os.WriteFile(path, []byte(r.text()), 0o644); err != nil {
		t.Fatal(err)
	}
}

const reportHead = `# Hostile programs

` + "`make hostile`" + ` writes this page. It starts four daemons as a user without rights and gives them the programs
in ` + "`e2e/hostile/programs`" + `, one after another each, in a shared worker and in one of its own. Beside each
attack run 20 well-behaved programs of two sessions: seven in the attacker's worker when that is shared,
seven in another worker of its session, six of a second session. The run fails, and with it the target, unless

- the attacker ends with the stop reason that its file names,
- the daemon answers Health all the time (asked every 20 ms, each within 2 s),
- neighbours in other workers end as without the attack, and those in the same one too, or are run a
  second time with the same result, or end WORKER_LOST with a right beginning of their output,
- memory of the daemon and its workers (PSS) comes back to within 20 % and 12 MiB (two garbage
  collectors' worth of slack) of what it was before,
- no process, socket, descriptor or file is left.

A quarter of the programs is part of ` + "`make test`" + `.

`

func (r *report) text() string {
	var b strings.Builder
	b.WriteString(reportHead)
	if !whole() {
		b.WriteString("**This page is of the shortened run**: every fourth program that is not slow, in one kind of worker, and each kind of crash once.\n\n")
	}
	fmt.Fprintf(&b, "Measured with Go %s on %s/%s, %d processors. In force: %s. Health of an idle daemon: p99 %s.\n\n",
		strings.TrimPrefix(runtime.Version(), "go"), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(),
		orNone(strings.Join(r.sandbox, ", ")), ms(r.idle))
	r.summary(&b)
	b.WriteString("## Who is blamed\n" + blameHead)
	r.blameTable(&b)
	b.WriteString("\n## Attacks\n\"same\", \"again\" and \"lost\" count the 20 neighbours: unchanged, run a second time, ended WORKER_LOST.\n\n" +
		"| file | attack | worker | ended | after | Health p99 | same | again | lost | memory, MiB |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, o := range r.outcomes {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %d | %d | %d | %.1f → %.1f |%s\n", o.file, cell(o.attack), o.isolation, o.reason,
			ms(o.took), ms(o.p99), o.fates[same], o.fates[rerun], o.fates[lost], mib(o.before), mib(o.after), failed(o))
	}
	return b.String()
}

func (r *report) summary(b *strings.Builder) {
	wrong, worst := 0, time.Duration(0)
	var fates [harmed + 1]int
	for _, o := range r.outcomes {
		if len(o.failures) > 0 {
			wrong++
		}
		worst = max(worst, o.p99)
		for f, n := range o.fates {
			fates[f] += n
		}
	}
	fmt.Fprintf(b, "%d runs, %d of them not as expected. Neighbours: %d unchanged, %d run again, %d lost, %d harmed. The worst p99 of Health during an attack: %s.\n\n",
		len(r.outcomes), wrong, fates[same], fates[rerun], fates[lost], fates[harmed], ms(worst))
}

func failed(o *outcome) string {
	if len(o.failures) == 0 {
		return ""
	}
	return " **not as expected** |"
}

// cell is text that can stand in a cell.
func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }

func orNone(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond)) }

func mib(n int64) float64 { return float64(n) / (1 << 20) }
