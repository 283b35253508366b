package nomad

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryExampleIsRun keeps examples from being left behind.
func TestEveryExampleIsRun(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(examples, "*.nomad.hcl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	sources, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, file := range sources {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(text)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".nomad.hcl")
		if !strings.Contains(tests.String(), "run(\""+name+"\"") && !strings.Contains(tests.String(), ", \""+name+"\", ") {
			t.Errorf("no test runs %s", file)
		}
	}
}

func TestInlineProgramGetsArgsEnvMetaAndInput(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("hello-javascript").alloc()
	if code := a.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	a.wantLogs("stdout", "Hello from hello-javascript\nhello g /local\nenv config\na line of input\n")
	a.wantLogs("stderr", "this is standard error\n")
}

func TestAgentsEnvironmentStaysOut(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	a := n.runText(`
		job "environment" {
		  type = "batch"
		  group "g" {
		    task "t" {
		      driver = "elide"
		      config {
		        language = "javascript"
		        code     = "for (const name of Object.keys(process.env).sort()) console.log(name)"
		      }
		    }
		  }
		}`).alloc()
	a.exit()
	for name := range strings.FieldsSeq(a.logs("stdout")) {
		if !strings.HasPrefix(name, "NOMAD_") {
			t.Errorf("the task has %s, which is neither the job's nor Nomad's", name)
		}
	}
}

func TestTypeScriptInTemplate(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("hello-typescript").alloc()
	a.exit()
	a.wantLogs("stdout", "Hello hello-typescript 0\nHello hello-typescript 1\n")
}

func TestDraftsPythonJob(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("hello-python").alloc()
	a.exit()
	a.wantLogs("stdout", "Hello from Python\n0\n1\n4\n")
}

func TestProgramFromArtifact(t *testing.T) {
	t.Parallel()
	const program = "console.log('downloaded')\n"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(program)) // a client that goes away is not ours to care for
	}))
	t.Cleanup(server.Close)
	checksum := fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(program)))
	a := sharedBy(t).run("artifact", "source="+server.URL+"/main.js", "checksum="+checksum).alloc()
	a.exit()
	a.wantLogs("stdout", "downloaded\n")
}

func TestExitCodeIsTheProgramsOwn(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	for _, test := range []struct {
		end    string
		code   int
		stderr string
	}{
		{"0", 0, ""},
		{"3", 3, ""},
		{"throw", 1, "TypeError: nobody catches this"},
	} {
		t.Run(test.end, func(t *testing.T) {
			a := n.in(t).run("exit-code", "end="+test.end).alloc()
			if code := a.exit(); code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			if got := a.info().ClientStatus; (got == "complete") != (test.code == 0) {
				t.Errorf("the allocation is %s", got)
			}
			a.wantLogs("stdout", "ending with "+test.end+"\n")
			if got := a.logs("stderr"); !strings.Contains(got, test.stderr) || test.stderr == "" && got != "" {
				t.Errorf("stderr %q, want %q in it", got, test.stderr)
			}
			a.nomad("job", "stop", "-purge", "-detach", "exit-code")
		})
	}
}
