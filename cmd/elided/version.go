package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/version"
)

// A versionReport is what `elided version --json` prints. What a build doesn't know is empty.
type versionReport struct {
	Version  string            `json:"version"`
	Commit   string            `json:"commit"`
	Modified bool              `json:"modified"`
	Date     string            `json:"date"` // of the commit
	Go       string            `json:"go"`
	Platform string            `json:"platform"`
	Engines  map[string]string `json:"engines"`
}

func (c *cli) versionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "version",
		Short: "print the version of this program and of what runs programs in it",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			r := newVersionReport()
			if c.json {
				return json.NewEncoder(c.stdout).Encode(r)
			}
			return c.table(r.rows())
		},
	}
	cmd.Flags().BoolVar(&c.json, "json", false, "print one JSON object")
	return cmd
}

func newVersionReport() versionReport {
	r := versionReport{Version: version.String(), Date: version.Date(), Go: version.Go(), Platform: version.Platform(), Engines: map[string]string{
		"goja":     version.Module("github.com/dop251/goja"),
		"esbuild":  version.Module("github.com/evanw/esbuild"),
		"starlark": version.Module("go.starlark.net"),
		"python":   lang.Python,
	}}
	r.Commit, r.Modified = version.Commit()
	return r
}

func (r versionReport) rows() [][]string {
	rows := [][]string{{"elided " + r.Version}}
	add := func(name, value string) {
		if value != "" {
			rows = append(rows, []string{name, value})
		}
	}
	add("commit", r.Commit)
	add("date", r.Date)
	add("go", r.Go)
	add("platform", r.Platform)
	for _, engine := range []string{"goja", "esbuild", "starlark", "python"} {
		add(engine, r.Engines[engine])
	}
	return rows
}
