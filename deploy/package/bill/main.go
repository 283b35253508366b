// Command bill says what a built program consists of: `bill sbom BINARY` as CycloneDX,
// `bill copyright BINARY` with the licences of every module that is linked.
package main

import (
	"cmp"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bill:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 || args[0] != "sbom" && args[0] != "copyright" {
		return fmt.Errorf("the form is: bill sbom|copyright BINARY")
	}
	p, err := inspect(args[1])
	if err != nil {
		return err
	}
	if args[0] == "copyright" {
		return p.copyright(os.Stdout)
	}
	return p.sbom(os.Stdout)
}

// A program is a binary and what is linked into it.
type program struct {
	name, path, version, date string
	digest                    string    // SHA-256 of the binary, in hexadecimal
	own                       []licence // of this repository
	modules                   []module
}

// inspect reads a binary that was built from the current directory. VERSION and DATE are of the environment, as the linker has them.
func inspect(binary string) (program, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return program{}, err
	}
	data, err := os.ReadFile(binary)
	if err != nil {
		return program{}, err
	}
	sum := sha256.Sum256(data)
	p := program{
		name: filepath.Base(info.Path), path: info.Path, version: cmp.Or(os.Getenv("VERSION"), "0"), date: os.Getenv("DATE"),
		digest: hex.EncodeToString(sum[:]),
	}
	if p.own, err = licencesOf(".", "."); err != nil {
		return program{}, err
	}
	p.modules, err = linked(info)
	return p, err
}
