package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func (c *cli) capabilitiesCommand() *cobra.Command {
	return c.clientCommand(&cobra.Command{
		Use:   "capabilities",
		Short: "print what the daemon can run and under which limits",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return c.withClient(func(d *client.Client) error {
				r, err := d.GetCapabilities(context.Background(), &daemonv1alpha1.GetCapabilitiesRequest{})
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(r)
				}
				return c.table(capabilityRows(r))
			})
		},
	})
}

func capabilityRows(r *daemonv1alpha1.GetCapabilitiesResponse) [][]string {
	rows := [][]string{{"version", r.GetVersion()}}
	for _, l := range r.GetLanguages() {
		names := append([]string{l.GetName()}, l.GetAliases()...)
		rows = append(rows, []string{"language", strings.Join(names, ", "), strings.Join(l.GetExtensions(), " "), l.GetEngine()})
	}
	for _, i := range r.GetIntrinsics() {
		rows = append(rows, []string{"intrinsic", i.GetName(), "", i.GetDescription()})
	}
	for _, l := range r.GetLimits() {
		rows = append(rows, []string{"limit", l.GetName(), limitValue("default", l.GetDefaultValue()), limitValue("maximum", l.GetMaximum()), l.GetUnit()})
	}
	for _, i := range r.GetIsolations() {
		rows = append(rows, []string{"isolation", shortName(i.String(), "ISOLATION_")})
	}
	rows = append(rows, []string{"sandbox", r.GetSandboxMode()})
	for _, l := range r.GetSandboxLayers() {
		rows = append(rows, []string{"layer", l.GetName(), inForce(l), l.GetDetail(), l.GetRemedy()})
	}
	return rows
}

func inForce(l *daemonv1alpha1.SandboxLayer) string {
	if l.GetInForce() {
		return "in force"
	}
	return "missing"
}

func limitValue(name string, v uint64) string {
	if v == 0 {
		return name + " none"
	}
	return fmt.Sprintf("%s %d", name, v)
}

func (c *cli) healthCommand() *cobra.Command {
	return c.clientCommand(&cobra.Command{
		Use:   "health",
		Short: "say whether the daemon accepts work; exit 1 when it doesn't",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return c.withClient(c.health)
		},
	})
}

func (c *cli) health(d *client.Client) error {
	h, err := d.Health(context.Background(), &daemonv1alpha1.HealthRequest{})
	if err != nil {
		return err
	}
	state := "healthy"
	if !h.GetHealthy() {
		state = "shutting down"
	}
	err = c.print(h, func() string {
		return fmt.Sprintf("%s (version %s, instance %s)", state, h.GetVersion(), h.GetInstanceId())
	})
	if err == nil && !h.GetHealthy() {
		return exitError(exitFailed)
	}
	return err
}
