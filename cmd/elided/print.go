package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// printJSON prints a message of the contract as one line. Field names are the
// contract's; fields that are zero are there too.
func (c *cli) printJSON(m proto.Message) error {
	text, err := protojson.MarshalOptions{UseProtoNames: true, EmitDefaultValues: true}.Marshal(m)
	if err != nil {
		return err
	}
	var line bytes.Buffer
	if err := json.Compact(&line, text); err != nil { // its spaces differ from build to build
		return err
	}
	return c.println(line.String())
}

func (c *cli) println(line string) error {
	_, err := fmt.Fprintln(c.stdout, line)
	return err
}

// print prints m as JSON if that is wanted, else as text.
func (c *cli) print(m proto.Message, text func() string) error {
	if c.json {
		return c.printJSON(m)
	}
	return c.println(text())
}

// table prints rows, of which the first may hold titles.
func (c *cli) table(rows [][]string) error {
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return w.Flush()
}

func stateName(s daemonv1alpha1.ExecutionStatus) string {
	return shortName(s.String(), "EXECUTION_STATUS_")
}

func reasonName(r daemonv1alpha1.StopReason) string {
	if r == daemonv1alpha1.StopReason_STOP_REASON_UNSPECIFIED {
		return "-"
	}
	return shortName(r.String(), "STOP_REASON_")
}

func shortName(name, prefix string) string {
	return strings.ToLower(strings.TrimPrefix(name, prefix))
}
