package fuzz

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// address is where an object lies.
var address = regexp.MustCompile(" at 0x[0-9a-f]+")

// A reference is a CPython that runs one program after another.
type reference struct {
	in  io.WriteCloser
	out *bufio.Reader
	cmd *exec.Cmd
}

// startReference starts a CPython with its own seed of hashes; what more there is in args
// is said in reference.py.
func startReference(t *testing.T, args ...string) *reference {
	t.Helper()
	cmd := exec.Command(findPython(t), append([]string{"-S", "reference.py"}, args...)...)
	cmd.Env = append(os.Environ(), "PYTHONUTF8=1", "PYTHONHASHSEED=random")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	r := &reference{in: in, out: bufio.NewReader(out), cmd: cmd}
	t.Cleanup(r.stop)
	return r
}

// pythonPath is CPython itself, and not a script that starts it.
var pythonPath = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("python3.11", "-c", "import sys; print(sys.executable)").Output()
	return strings.TrimSpace(string(out)), err
})

func findPython(t *testing.T) string {
	t.Helper()
	path, err := pythonPath()
	if err != nil {
		t.Skip("there is no python3.11")
	}
	return path
}

// stop ends it, and may be called again.
func (r *reference) stop() {
	_ = r.in.Close()
	_ = r.cmd.Wait()
}

// hung is how long CPython may take: some of its own calls hear no signal, and their end is
// its end.
const hung = 20 * time.Second

// run is what CPython makes of a program, unless it takes too long.
func (r *reference) run(source string) (answer string, ok bool, err error) {
	timer := time.AfterFunc(hung, func() { _ = r.cmd.Process.Kill() }) // one that has ended has no need
	defer timer.Stop()
	if _, err := fmt.Fprintf(r.in, "%d\n%s", len(source), source); err != nil {
		return "", false, err
	}
	line, err := r.out.ReadString('\n')
	if err != nil {
		return "", false, err
	}
	n, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil || n < 0 {
		return "", false, err
	}
	text := make([]byte, n)
	_, err = io.ReadFull(r.out, text)
	return string(text), true, err
}

// engine is what the engine makes of a program, and what else may be the last line.
func engine(runtime *python.Runtime, source string) (answer string, others []string) {
	var stdout, stderr bytes.Buffer
	instance := runtime.Prepare()
	timer := time.AfterFunc(20*time.Second, instance.Interrupt)
	defer timer.Stop()
	out := instance.Run(&lang.Program{Name: "fuzz.py", Code: source, Dir: "/", Env: map[string]string{}}, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	lines := strings.Split(strings.TrimRight(stderr.String(), "\n"), "\n")
	end := lines[len(lines)-1]
	if out.ExitCode == 0 {
		end = ""
	}
	if out.Reason == lang.Interrupted {
		end = "(took too long)"
	}
	if strings.Contains(stderr.String(), unretrieved) {
		others = lines
	}
	return stdout.String() + "--- " + end, others
}

// unretrieved begins what is said of a task when it is freed, which is before the last
// traceback or after it: whose line is the last one is the collector's business.
const unretrieved = "Task exception was never retrieved"

// sameEnd reports whether an answer is another but for its last line, which is one of
// others.
func sameEnd(got, want string, others []string) bool {
	at := strings.LastIndex(got, "--- ")
	end, ok := strings.CutPrefix(want, got[:at]+"--- ")
	return ok && slices.Contains(others, end)
}

// TestDifferences compares for FUZZTIME. FUZZSEED is the first program's seed, FUZZDIR a
// directory for the programs that differ, of which it goes on to look for more.
func TestDifferences(t *testing.T) {
	limit, err := time.ParseDuration(os.Getenv("FUZZTIME"))
	if err != nil {
		t.Skip("FUZZTIME is not set")
	}
	seed, err := strconv.ParseUint(os.Getenv("FUZZSEED"), 10, 64)
	if err != nil {
		seed = rand.Uint64N(1 << 40)
	}
	r, runtime := startReference(t), python.New()
	others := make([]*reference, 8) // by chance two orders of a set are the same
	for i := range others {
		others[i] = startReference(t, "shuffled")
	}
	compared, differ, crashed, large := 0, 0, 0, 0
	for end := time.Now().Add(limit); time.Now().Before(end); seed++ {
		source := program(seed)
		want, ok, err := r.run(source)
		if err != nil { // CPython itself has crashed, or the system has ended it
			if crashed++; crashed > 20 {
				t.Fatalf("CPython ended again and again, now at seed %d: %v\n%s", seed, err, source)
			}
			t.Logf("CPython ended at seed %d: %v", seed, err)
			r.stop()
			r = startReference(t)
		}
		if !ok {
			continue
		}
		compared++
		got, ends := engine(runtime, source)
		got = address.ReplaceAllString(got, " at 0x")
		switch want = address.ReplaceAllString(want, " at 0x"); {
		case got == want || sameEnd(got, want, ends):
		case tooLarge(got, want):
			large++
		case settled(t, others, source, want):
			differ++
			report(t, seed, source, got, want)
		}
	}
	t.Logf("%d programs compared, %d differ, %d make what is too large here; the next seed is %d", compared, differ, large, seed)
}

// tooLarge reports whether the first difference is that the engine refuses to make
// something very large, as it may (see the page's table of differences).
func tooLarge(got, want string) bool {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	i := firstDifference(a, b)
	return strings.HasPrefix(a[i], "MemoryError") || strings.HasPrefix(a[i], "--- MemoryError")
}

// firstDifference is the first line that isn't the same, or the last that both have.
func firstDifference(a, b []string) int {
	i := 0
	for i < min(len(a), len(b))-1 && a[i] == b[i] {
		i++
	}
	return i
}

// settled says whether other CPythons agree: the order of a set of strings does not matter.
// The others sort out what is often different; that fresh ones agree by chance, too, is
// unlikely.
func settled(t *testing.T, others []*reference, source, want string) bool {
	t.Helper()
	for i, r := range others {
		ok, err := r.agrees(source, want)
		if err != nil { // it has crashed, where the first one has not
			t.Logf("another CPython ended: %v\n%s", err, source)
			r.stop()
			others[i] = startReference(t, "shuffled")
		}
		if !ok {
			return false
		}
	}
	for range 64 { // two items keep their order in most of them
		r := startReference(t, "shuffled")
		ok, err := r.agrees(source, want)
		r.stop()
		if err != nil {
			t.Logf("another CPython ended: %v\n%s", err, source)
		}
		if !ok {
			return false
		}
	}
	return true
}

func (r *reference) agrees(source, want string) (bool, error) {
	answer, ok, err := r.run(source)
	return ok && address.ReplaceAllString(answer, " at 0x") == want, err
}

func report(t *testing.T, seed uint64, source, got, want string) {
	t.Helper()
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	i := firstDifference(a, b)
	t.Errorf("seed %d, line %d of the output:\n got %s\nwant %s", seed, i+1, a[i], b[i])
	if dir := os.Getenv("FUZZDIR"); dir != "" {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fmt.Sprintf("%s/%d.py", dir, seed), []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
