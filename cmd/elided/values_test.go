package main

import (
	"maps"
	"testing"
)

func TestSize(t *testing.T) {
	tests := []struct {
		text string
		want size
		ok   bool
	}{
		{"0", 0, true},
		{"65536", 65536, true},
		{"1B", 1, true},
		{"512K", 512 << 10, true},
		{"64M", 64 << 20, true},
		{"64MB", 64 << 20, true},
		{"64MiB", 64 << 20, true},
		{"2gib", 2 << 30, true},
		{"1T", 1 << 40, true},
		{"", 0, false},
		{"M", 0, false},
		{"-1", 0, false},
		{"1.5G", 0, false},
		{"1KK", 0, false},
		{"1MK", 0, false},
		{"1iB", 0, false},
		{"18446744073709551615", 1<<64 - 1, true},
		{"18446744073709551615K", 0, false},
	}
	for _, test := range tests {
		var got size
		err := got.Set(test.text)
		if (err == nil) != test.ok || got != test.want {
			t.Errorf("%q: %d, %v", test.text, got, err)
		}
	}
}

func TestEnvironment(t *testing.T) {
	t.Setenv("ELIDED_TEST_GIVEN", "from the caller")
	got, err := environment([]string{"A=1", "B=", "C=x=y", "ELIDED_TEST_GIVEN", "ELIDED_TEST_ABSENT", "A=2"})
	want := map[string]string{"A": "2", "B": "", "C": "x=y", "ELIDED_TEST_GIVEN": "from the caller"}
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := environment([]string{"A=1", "=x"}); err == nil {
		t.Error("a variable without a name is accepted")
	}
}
