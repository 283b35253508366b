package sandbox

import (
	"fmt"
	"os/exec"
	"slices"
	"syscall"
	"testing"
	"time"
)

// BenchmarkApply is what the layers cost in the worker, each as the median of its
// runs in microseconds.
func BenchmarkApply(b *testing.B) {
	took := make(map[string][]time.Duration)
	for b.Loop() {
		for layer, d := range runTask(b, pure, nobody, task{Time: true}).Took {
			took[layer] = append(took[layer], d)
			took["all"] = append(took["all"], d)
		}
	}
	sum := time.Duration(0)
	for layer, all := range took {
		if layer == "all" {
			continue
		}
		slices.Sort(all)
		median := all[len(all)/2]
		sum += median
		b.ReportMetric(float64(median.Microseconds()), layer+"-µs")
	}
	b.ReportMetric(float64(sum.Microseconds()), "sum-µs")
}

// BenchmarkClone is what the namespaces cost the daemon: a process that ends at
// once, in none and in each.
func BenchmarkClone(b *testing.B) {
	for name, flags := range map[string]uintptr{
		"none": 0, "user": 0, "user,net": syscall.CLONE_NEWNET, "user,pid": syscall.CLONE_NEWPID, "user,mnt": syscall.CLONE_NEWNS,
		"user,ipc": syscall.CLONE_NEWIPC, "user,uts": syscall.CLONE_NEWUTS, "all": plainNamespaces,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				cmd := exec.Command("/bin/true")
				cmd.SysProcAttr = &syscall.SysProcAttr{}
				if name != "none" {
					way{flags: flags | syscall.CLONE_NEWUSER, id: unprivileged()}.apply(cmd.SysProcAttr)
				}
				if err := cmd.Run(); err != nil {
					b.Fatal(fmt.Errorf("%s: %w", name, err))
				}
			}
		})
	}
}
