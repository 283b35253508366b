package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// echo is the floor: a gRPC server whose only call does nothing.
func echo(socket string) error {
	l, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	s := grpc.NewServer()
	healthv1.RegisterHealthServer(s, idle{})
	return s.Serve(l)
}

type idle struct {
	healthv1.UnimplementedHealthServer
}

func (idle) Check(context.Context, *healthv1.HealthCheckRequest) (*healthv1.HealthCheckResponse, error) {
	return &healthv1.HealthCheckResponse{}, nil
}

// A server is a process that listens on a socket, and a connection to it.
type server struct {
	cmd   *exec.Cmd
	began time.Time
	conn  *grpc.ClientConn
	api   daemonv1alpha1.ExecutionApiClient
	echo  healthv1.HealthClient
}

// startupTimeout bounds the wait for a server's socket.
const startupTimeout = 20 * time.Second

func startServer(socket string, command ...string) (*server, error) {
	s := &server{cmd: exec.Command(command[0], command[1:]...)}
	s.cmd.Stderr = os.Stderr
	if os.Getenv("BENCH_VERBOSE") == "" {
		s.cmd.Stderr = nil
	}
	s.began = time.Now()
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	if err := waitForSocket(socket); err != nil {
		s.stop()
		return nil, err
	}
	var err error
	s.conn, err = grpc.NewClient("unix:"+socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		s.stop()
		return nil, err
	}
	s.api, s.echo = daemonv1alpha1.NewExecutionApiClient(s.conn), healthv1.NewHealthClient(s.conn)
	return s, nil
}

func waitForSocket(socket string) error {
	for deadline := time.Now().Add(startupTimeout); ; time.Sleep(200 * time.Microsecond) {
		c, err := net.Dial("unix", socket)
		if err == nil {
			return c.Close()
		}
		if time.Now().After(deadline) {
			return err
		}
	}
}

func (s *server) stop() {
	if s.conn != nil {
		_ = s.conn.Close()
	}
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait()
}

func (b *bench) startEcho() (*server, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	socket := filepath.Join(b.dir, "echo.sock")
	_ = os.Remove(socket)
	return startServer(socket, self, "echo", socket)
}

func (b *bench) startDaemon(flags ...string) (*server, error) {
	return b.startNamed("elided", flags...)
}

// startNamed starts a daemon that may run beside those of other names.
func (b *bench) startNamed(name string, flags ...string) (*server, error) {
	socket := filepath.Join(b.dir, name+".sock")
	command := []string{b.elided, "serve", "--socket", socket, "--state-dir", filepath.Join(b.dir, name), "--drain-timeout", "1ms"}
	return startServer(socket, append(command, flags...)...)
}

// call runs one program and fails unless it completed.
func (s *server) call(r *daemonv1alpha1.ExecuteSnippetRequest) error {
	out, err := s.api.RunSnippet(context.Background(), &daemonv1alpha1.RunSnippetRequest{Snippet: r})
	if err != nil {
		return err
	}
	if got := out.GetResult(); got.GetStatus() != daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_COMPLETED {
		return fmt.Errorf("the program %v: %s", got.GetStatus(), got.GetError())
	}
	return nil
}

func (s *server) ping() error {
	_, err := s.echo.Check(context.Background(), &healthv1.HealthCheckRequest{})
	return err
}

// tick is the unit of processor times in /proc: Linux fixes it at 100 a second
// for programs.
const tick = 10 * time.Millisecond

// cpu is the processor time of the server, its workers and those it has buried.
func (s *server) cpu() time.Duration {
	var total time.Duration
	for i, pid := range s.family() {
		data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			continue
		}
		fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
		last := 13 // utime, stime
		if i == 0 {
			last = 15 // cutime, cstime: children that were waited for
		}
		for _, f := range fields[11:last] {
			n, _ := strconv.Atoi(f)
			total += time.Duration(n) * tick
		}
	}
	return total
}

// pss is the memory of the server and its workers, shared pages counted once.
func (s *server) pss() (bytes int) {
	for _, pid := range s.family() {
		data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(data)) {
			if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
				n, _ := strconv.Atoi(f[1])
				bytes += n << 10
			}
		}
	}
	return bytes
}

// family is the server's process and its children's.
func (s *server) family() []int {
	pid := s.cmd.Process.Pid
	all := []int{pid}
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, t := range tasks {
		data, _ := os.ReadFile(t)
		for _, f := range strings.Fields(string(data)) {
			if child, err := strconv.Atoi(f); err == nil {
				all = append(all, child)
			}
		}
	}
	return all
}
