package scan_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/lib/expat/scan"
)

func going() error { return nil }

// events are a document's, with texts that follow each other joined, and its error.
func events(s *scan.Scanner, parts ...string) (string, error) {
	var b strings.Builder
	text := false
	for i, part := range parts {
		err := s.Feed([]byte(part), i == len(parts)-1, going, func(e scan.Event) {
			if e.Kind == scan.Text {
				if !text {
					b.WriteString("|")
				}
				b.WriteString(e.Name)
				text = true
				return
			}
			text = false
			fmt.Fprintf(&b, "|%d %s %q", e.Kind, e.Name, e.Args)
		})
		if err != nil {
			return b.String(), err
		}
	}
	return b.String(), nil
}

var documents = []string{
	`<?xml version="1.0"?><a b="1" c='&lt;'>x &amp; y<b/><![CDATA[<]]>]]&gt;<!-- c --><?p q?></a>`,
	`<!DOCTYPE a [<!ENTITY e "<b>v</b>"> <!ENTITY f SYSTEM "x">]><a d="&#65;">&e;&f;é日</a>` + "\n",
	"<a>line\r\nend\rx</a>", `<p:a xmlns:p="u" p:b="1"/>`, "\ufeff<a/>", "<a></b>", "<a b='1' b='2'/>", "<a>&x;</a>", "<a", "text",
}

// TestParts has documents that come byte by byte be what they are at once.
func TestParts(t *testing.T) {
	for _, d := range documents {
		whole, err := events(scan.New(true, "}"), d)
		parts, partsErr := events(scan.New(true, "}"), strings.Split(d, "")...)
		var a, b *scan.Error
		errors.As(err, &a)
		errors.As(partsErr, &b)
		if whole != parts || (a == nil) != (b == nil) || a != nil && *a != *b {
			t.Errorf("%q\nat once   %s %v\nin parts  %s %v", d, whole, err, parts, partsErr)
		}
	}
}

// TestAmplified has entities that grow without end refused.
func TestAmplified(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE a [<!ENTITY l0 "haha">`)
	for i := 1; i < 20; i++ {
		fmt.Fprintf(&b, `<!ENTITY l%d "%s">`, i, strings.Repeat(fmt.Sprintf("&l%d;", i-1), 10))
	}
	for _, end := range []string{"]><a>&l19;</a>", "]><a b='&l19;'/>"} {
		_, err := events(scan.New(false, ""), b.String()+end)
		if e := new(scan.Error); !errors.As(err, &e) || e.Code != scan.Amplified {
			t.Errorf("%s: %v", end, err)
		}
	}
}

// TestStopped has a scan end when poll says so.
func TestStopped(t *testing.T) {
	stop := errors.New("stop")
	err := scan.New(false, "").Feed([]byte("<a><b/></a>"), true, func() error { return stop }, func(scan.Event) {})
	if err != stop {
		t.Error(err)
	}
}

// FuzzScan has no document crash the scanner, or be another one in two parts.
func FuzzScan(f *testing.F) {
	for _, d := range documents {
		f.Add(d, len(d)/2)
	}
	f.Fuzz(func(t *testing.T, d string, at int) {
		whole, err := events(scan.New(true, "}"), d)
		if at < 0 || at > len(d) {
			return
		}
		parts, partsErr := events(scan.New(true, "}"), d[:at], d[at:])
		if (err == nil) != (partsErr == nil) || err == nil && whole != parts {
			t.Errorf("%q at %d\nat once   %s %v\nin parts  %s %v", d, at, whole, err, parts, partsErr)
		}
	})
}

// TestFedWhileItScans has poll feed, as a signal's handler may.
func TestFedWhileItScans(t *testing.T) {
	s := scan.New(false, "")
	nested := 0
	poll := func() error {
		if err := s.Feed([]byte("<x/>"), false, going, func(scan.Event) {}); errors.Is(err, scan.ErrBusy) {
			nested++
		}
		return nil
	}
	found := 0
	if err := s.Feed([]byte("<a><b/><c/></a>"), true, poll, func(scan.Event) { found++ }); err != nil || found != 6 || nested == 0 {
		t.Errorf("%v, %d events, refused %d times", err, found, nested)
	}
}

// TestLongNamespaces: a name is as long as its namespace, each time it is used.
func TestLongNamespaces(t *testing.T) {
	s := scan.New(true, "}")
	document := "<r xmlns:p='" + strings.Repeat("u", 1<<20) + "'>" + strings.Repeat("<p:a/>", 2000) + "</r>"
	err := s.Feed([]byte(document), true, going, func(scan.Event) {})
	if e := new(scan.Error); !errors.As(err, &e) || e.Code != scan.Amplified {
		t.Error(err)
	}
}
