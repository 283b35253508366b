package dist

import (
	"debug/buildinfo"
	"debug/elf"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDist is one test, as its steps share what is built and what is installed.
func TestDist(t *testing.T) {
	wanted(t)
	install(t, "lintian", "rpm", "qemu-user-static")
	old := build(t, repository, oldVersion, "amd64 arm64")
	t.Run("Reproducible", func(t *testing.T) { reproducible(t, old) })
	t.Run("Checksums", func(t *testing.T) { must(t, "sh", "-c", "cd "+old+" && sha256sum -c SHA256SUMS") })
	t.Run("Binaries", func(t *testing.T) { binaries(t, old) })
	t.Run("Version", func(t *testing.T) { versions(t, old) })
	t.Run("Bills", func(t *testing.T) { bills(t, old) })
	t.Run("Archives", func(t *testing.T) { archives(t, old) })
	t.Run("Lintian", func(t *testing.T) { lintian(t, old) })
	t.Run("RPM", func(t *testing.T) { rpms(t, old) })
	t.Run("Deb", func(t *testing.T) { onACopy(t, old, build(t, repository, newVersion, "amd64")) })
}

// reproducible builds from a copy of the tree at another place, without a repository, with
// another umask and time zone: the same bytes have to come out.
func reproducible(t *testing.T, first string) {
	tree := t.TempDir()
	must(t, "bash", "-c", "cd "+repository+" && git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f; do test ! -e \"$f\" || printf \"%s\\0\" \"$f\"; done' - | tar -c --null -T - | tar -x -C "+tree)
	commit := strings.TrimSpace(must(t, "git", "-C", repository, "rev-parse", "HEAD"))
	epoch := strings.TrimSpace(must(t, "git", "-C", repository, "log", "-1", "--format=%ct"))
	must(t, "chmod", "-R", "go-rwx", tree)
	second := build(t, tree, oldVersion, "amd64", "COMMIT="+commit, "SOURCE_DATE_EPOCH="+epoch, "TZ=Asia/Tokyo")
	sums := read(t, filepath.Join(first, "SHA256SUMS"))
	for line := range strings.Lines(read(t, filepath.Join(second, "SHA256SUMS"))) {
		if !strings.Contains(sums, line) {
			t.Errorf("other bytes when built again: %s", line)
		}
	}
}

// binaries have to be static, and of their architecture.
func binaries(t *testing.T, dist string) {
	for arch, machine := range map[string]elf.Machine{"amd64": elf.EM_X86_64, "arm64": elf.EM_AARCH64} {
		for _, program := range []string{"elided", "nomad-driver-elide"} {
			f, err := elf.Open(filepath.Join(dist, program+"-linux-"+arch))
			if err != nil {
				t.Fatal(err)
			}
			libraries, err := f.ImportedLibraries()
			if f.Machine != machine || len(libraries) > 0 || f.Section(".interp") != nil {
				t.Errorf("%s for %s: %v, needs %v (%v)", program, arch, f.Machine, libraries, err)
			}
			_ = f.Close()
		}
	}
}

// versions has the programs say what they are; that for arm64 under an emulator.
func versions(t *testing.T, dist string) {
	commit := strings.TrimSpace(must(t, "git", "-C", repository, "rev-parse", "HEAD"))
	for arch, runner := range map[string][]string{"amd64": nil, "arm64": {"qemu-aarch64-static"}} {
		line := append(runner, filepath.Join(dist, "elided-linux-"+arch), "version", "--json")
		if _, err := exec.LookPath(line[0]); err != nil {
			t.Logf("not tried for %s: %v", arch, err)
			continue
		}
		var got struct{ Version, Commit, Date, Platform string }
		if err := json.Unmarshal([]byte(must(t, line[0], line[1:]...)), &got); err != nil {
			t.Fatal(err)
		}
		if got.Version != oldVersion+"+"+commit[:12] || got.Commit != commit || len(got.Date) != 20 || got.Platform != "linux/"+arch {
			t.Errorf("%s: %+v", arch, got)
		}
	}
}

// bills have to name every module that is linked.
func bills(t *testing.T, dist string) {
	for _, program := range []string{"elided-linux-amd64", "nomad-driver-elide-linux-arm64"} {
		var bom struct {
			BomFormat  string
			Metadata   struct{ Component struct{ Version string } }
			Components []struct {
				Name, Version string
				Licenses      []any
			}
		}
		if err := json.Unmarshal([]byte(read(t, filepath.Join(dist, program+".cdx.json"))), &bom); err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, c := range bom.Components {
			named[c.Name+" "+c.Version] = len(c.Licenses) > 0
		}
		info, err := buildinfo.ReadFile(filepath.Join(dist, program))
		if err != nil {
			t.Fatal(err)
		}
		for _, dep := range info.Deps {
			if !named[dep.Path+" "+dep.Version] {
				t.Errorf("%s: its bill lacks %s %s, or the licence of it", program, dep.Path, dep.Version)
			}
		}
		if bom.BomFormat != "CycloneDX" || bom.Metadata.Component.Version != oldVersion || len(info.Deps) == 0 {
			t.Errorf("%s: %+v", program, bom.Metadata)
		}
	}
}

func archives(t *testing.T, dist string) {
	name := "elided-" + oldVersion + "-linux-arm64"
	missing := lacks(must(t, "tar", "-tzf", filepath.Join(dist, name+".tar.gz")), name+"/elided\n", name+"/LICENSE\n", name+"/copyright\n", name+"/elided.hcl\n",
		name+"/man/elided.1.gz\n", name+"/completion/elided.bash\n", name+"/systemd/elided.service\n", name+"/systemd/elided.socket\n")
	driver := "nomad-driver-elide-" + oldVersion + "-linux-amd64"
	missing = append(missing, lacks(must(t, "tar", "-tzf", filepath.Join(dist, driver+".tar.gz")), driver+"/nomad-driver-elide\n", driver+"/nomad.md\n")...)
	if missing != nil {
		t.Error("missing:", missing)
	}
}

func lintian(t *testing.T, dist string) {
	if _, err := exec.LookPath("lintian"); err != nil {
		t.Skip("lintian is not here")
	}
	packages, err := filepath.Glob(filepath.Join(dist, "*_amd64.deb"))
	if err != nil || len(packages) != 2 {
		t.Fatalf("%v, %v", packages, err)
	}
	if out, err := command(t, nil, "lintian", append([]string{"--allow-root", "--fail-on", "error,warning"}, packages...)...); err != nil || out != "" {
		t.Errorf("%v: %s", err, out)
	}
}

// rpms are looked at and not installed.
func rpms(t *testing.T, dist string) {
	if _, err := exec.LookPath("rpm"); err != nil {
		t.Skip("rpm is not here")
	}
	about := func(name string, what ...string) string {
		return must(t, "rpm", append([]string{"-qp", "--nosignature"}, append(what, filepath.Join(dist, name))...)...)
	}
	elided := about("elided-"+oldVersion+"-1.x86_64.rpm", "--list", "--scripts", "--requires")
	missing := lacks(elided, "/usr/bin/elided\n", "/usr/lib/systemd/system/elided.service\n", "/usr/lib/sysusers.d/elided.conf\n",
		"/usr/share/man/man1/elided-run.1.gz\n", "/usr/share/zsh/site-functions/_elided\n", "shadow-utils", "systemd-sysusers elided.conf", "disable --now elided.socket")
	missing = append(missing, lacks(about("elided-"+oldVersion+"-1.aarch64.rpm", "--configfiles"), "/etc/elided/elided.hcl")...)
	missing = append(missing, lacks(about("nomad-driver-elide-"+oldVersion+"-1.x86_64.rpm", "--list", "--recommends"), "/usr/lib/nomad/plugins/nomad-driver-elide\n", "elided\n")...)
	if missing != nil {
		t.Error("missing:", missing)
	}
	if out := about("elided-"+oldVersion+"-1.x86_64.rpm", "--qf", "[%{FILENAMES} %{FILEFLAGS:fflags}\n]"); !strings.Contains(out, "/etc/elided/elided.hcl cn\n") {
		t.Errorf("the configuration is not one to be kept: %s", out)
	}
	if _, err := os.Stat("/usr/bin/rpm2cpio"); err == nil {
		must(t, "sh", "-c", "rpm2cpio "+filepath.Join(dist, "elided-"+oldVersion+"-1.x86_64.rpm")+" | wc -c | grep -qv '^0$'")
	}
}
