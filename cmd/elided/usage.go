package main

import (
	"fmt"
	"strconv"
	"time"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// What tables show of an execution's usage; "-" is what is not known, as the memory
// of one program among others in a worker.

func cpuText(s *daemonv1alpha1.GetExecutionStatusResponse) string {
	if s.GetStartedAt() == nil {
		return "-"
	}
	return durationText(s.GetUsage().GetCpuTime().AsDuration())
}

// durationText gives three digits or so: 1.234s, 56ms, 780µs.
func durationText(d time.Duration) string {
	unit := time.Microsecond
	if d >= time.Millisecond {
		unit = time.Millisecond
	}
	return d.Round(unit).String()
}

// memoryText is what a program has now, which is nothing once it has ended.
func memoryText(s *daemonv1alpha1.GetExecutionStatusResponse) string {
	if s.GetComplete() {
		return "-"
	}
	return sizeText(s.GetUsage().GetMemoryBytes())
}

// sizeText gives a number of bytes in the unit that leaves a small number.
func sizeText(bytes uint64) string {
	if bytes == 0 {
		return "-"
	}
	units := []string{"KiB", "MiB", "GiB", "TiB"}
	value, unit := float64(bytes), "B"
	for value >= 1024 && len(units) > 0 {
		value, unit, units = value/1024, units[0], units[1:]
	}
	if value >= 100 || unit == "B" {
		return fmt.Sprintf("%.0f %s", value, unit)
	}
	return strconv.FormatFloat(value, 'f', 1, 64) + " " + unit
}

func isolationName(i daemonv1alpha1.Isolation) string { return shortName(i.String(), "ISOLATION_") }
