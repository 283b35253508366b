package main

import (
	"testing"
	"time"
)

func TestSizeText(t *testing.T) {
	for bytes, want := range map[uint64]string{
		0: "-", 1: "1 B", 1023: "1023 B", 1024: "1.0 KiB", 8<<20 + 300<<10: "8.3 MiB", 128 << 20: "128 MiB",
		1000 << 20: "1000 MiB", 3 << 30: "3.0 GiB", 1 << 63: "8388608 TiB",
	} {
		if got := sizeText(bytes); got != want {
			t.Errorf("%d bytes: %q, want %q", bytes, got, want)
		}
	}
}

func TestDurationText(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0s", 780_123 * time.Nanosecond: "780µs", 56_400 * time.Microsecond: "56ms", 1_234_567_890: "1.235s",
		time.Hour: "1h0m0s",
	} {
		if got := durationText(d); got != want {
			t.Errorf("%d: %q, want %q", d, got, want)
		}
	}
}
