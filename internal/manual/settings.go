package manual

import (
	"github.com/elide-dev/elided/internal/config"
)

// Settings is the page of the daemon's configuration file.
func Settings(c *config.Config, b Build) Page {
	const name = "elided.hcl"
	t := newTroff(name, "5", b)
	t.section("name")
	t.text(name + " - configuration of the daemon elided")
	t.section("synopsis")
	t.text("/etc/elided/elided.hcl")
	t.section("description")
	t.text(`The file is in HCL. Every key is a flag of elided-serve(1) and a variable of the environment, too: a flag goes
over the variable, the variable over the file, the file over the default. Nothing has to be set.

    limits {
      timeout    = "10s"
      max_memory = "1GiB"
    }

"elided config check" says whether the daemon would take the file, "elided config show" what comes out of it,
"elided config defaults" prints one with every key in comments.

SIGHUP, and "systemctl reload elided", have the daemon read it again. What is not
marked as taken counts from its next start.`)
	block := ""
	for _, k := range c.Keys() {
		if k.Block != block {
			block = k.Block
			t.section(block)
		}
		t.item(k.Name, k.Kind(), meaning(k))
	}
	files(t)
	t.section("see also")
	t.text("elided(1), elided-serve(1), elided-config(1)")
	return Page{name, "5", t.String()}
}

func meaning(k config.Key) string {
	text := sentence(config.Plain(k.Doc)) + "\n"
	if k.Default != "" {
		text += "Default " + k.Default + ".\n"
	}
	if k.Reload {
		text += "Taken at SIGHUP.\n"
	}
	return text + "--" + k.Flag + ", " + k.Variable() + "."
}
