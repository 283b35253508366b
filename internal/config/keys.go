package config

import "strings"

// A Key is one setting.
type Key struct {
	// Block and Name are where it is in the file.
	Block, Name string
	// Flag is its flag's name, from which the name of its variable follows.
	Flag string
	// Default is as a file would have it; empty is nothing, or what Places say.
	Default string
	// Reload says that a running daemon takes a new value at SIGHUP.
	Reload bool
	// Doc is for people: one sentence or more, without a full stop at the end. The value's
	// placeholder is in backquotes.
	Doc string

	value value
}

// Path is the key's name in messages: block and name.
func (k Key) Path() string { return k.Block + "." + k.Name }

// Variable is the environment variable that sets the key.
func (k Key) Variable() string {
	return "ELIDED_" + strings.ToUpper(strings.ReplaceAll(k.Flag, "-", "_"))
}

// Kind names what the key's values are.
func (k Key) Kind() string { return k.value.kind().name }

// List reports whether the key has any number of values.
func (k Key) List() bool { return k.value.kind().list }

// Switch reports whether the key is true or false.
func (k Key) Switch() bool { return k.value.kind() == switchKind }

// TLS reports whether the key's value is for the doors that have TLS alone.
func (k Key) TLS() bool { return k.Block == "listener" && strings.HasPrefix(k.Name, "tls_") }

// Secret reports whether the key's value is shown to nobody.
func (k Key) Secret() bool { return k.value.kind().secret }

// Text is the key's value as a flag would have it, lists with commas. Of a secret it tells
// that there is one.
func (k Key) Text() string { return strings.Join(k.shown(), ",") }

func (k Key) shown() []string { return shown(k.value.kind(), k.value.texts()) }

const reload = true

// table is every key. What is set by a number of bytes, of things or a time says in its
// doc what 0 means, unless 0 is refused.
func (c *Config) table() []Key {
	l, m, p, s, e, g, w := &c.Listener, &c.Limits, &c.Pool, &c.Sandbox, &c.Sessions, &c.Log, &c.Metrics
	return []Key{
		{"listener", "socket", "socket", "", false, "listen at the Unix socket `PATH`", text(&l.Socket)},
		{"listener", "socket_owner", "socket-owner", "", false, "give the socket to `USER`, a name or number (default the daemon's own)", text(&l.SocketOwner)},
		{"listener", "socket_group", "socket-group", "", false, "give the socket to `GROUP`, a name or number (default the daemon's own)", text(&l.SocketGroup)},
		{"listener", "socket_mode", "socket-mode", "0660", false, "the socket's permissions, octal `MODE`", text(&l.SocketMode)},
		{"listener", "allow_uids", "allow-uid", "", reload, "let `USER`, a name or number, call; repeatable. USER=ROLE gives it the role read, submit (the default) or admin. With it or --allow-gid nobody else may but root and the daemon's own user", list(&l.AllowUIDs)},
		{"listener", "allow_gids", "allow-gid", "", reload, "let the members of `GROUP`, a name or number, call; repeatable. GROUP=ROLE is as USER=ROLE", list(&l.AllowGIDs)},
		{"listener", "max_connections", "max-connections", "1024", reload, "client connections at once", positive(&l.MaxConnections)},
		{"listener", "max_call_rate", "max-call-rate", "0", reload, "calls that one caller other than root and the daemon's user may begin in a second; 0 is no limit", amount(&l.MaxCallRate)},
		{"listener", "tcp", "tcp", "", false, "listen at `HOST:PORT` too, for those whose TLS certificate allow_names lists (default none)", text(&l.TCP)},
		{"listener", "tcp_insecure", "tcp-insecure", "false", false, "listen there without TLS, on the loopback alone, for those who have a token; without tokens for everybody on this machine", boolean(&l.TCPInsecure)},
		{"listener", "tls_cert", "tls-cert", "", reload, "the server's certificate, `FILE` in PEM with those between it and its authority; read again when it changes", text(&l.TLSCert)},
		{"listener", "tls_key", "tls-key", "", reload, "the key of the certificate, `FILE` in PEM", text(&l.TLSKey)},
		{"listener", "tls_client_ca", "tls-client-ca", "", reload, "the authorities that sign clients' certificates, `FILE` in PEM; read again when it changes", text(&l.TLSClientCA)},
		{"listener", "allow_names", "allow-name", "", reload, "let the client call whose certificate has NAME, a DNS name, a URI or else a common name, or *.DOMAIN; `NAME=ROLE` gives it the role read, submit (the default) or admin; repeatable", list(&l.AllowNames)},
		{"listener", "tokens", "token", "", reload, "let the client call that has the token with this hash: `NAME=ROLE=sha256:HEX`, as elided token NAME prints it; repeatable", hidden(&l.Tokens)},
		{"listener", "http", "http", "", false, "serve HTTP at `ADDR`, such as 127.0.0.1:9480: /metrics, /healthz and /readyz for everybody, the API for who has a token (default none)", text(&l.HTTP)},
		{"listener", "http_socket", "http-socket", "", false, "serve HTTP at the Unix socket `PATH` too, whose owner, group and mode are the socket's (default none)", text(&l.HTTPSocket)},
		{"listener", "http_tls", "http-tls", "false", false, "serve HTTP at its address with TLS, where a client's certificate that allow_names lists does as well as a token; a load balancer or scraper needs neither for /metrics and /healthz", boolean(&l.HTTPTLS)},

		{"limits", "timeout", "timeout", "30s", reload, "the longest that an execution runs unless it says otherwise; 0 is for ever", duration(&m.Timeout)},
		{"limits", "max_timeout", "max-timeout", "0s", reload, "the most that an execution may say; 0 is no maximum", duration(&m.MaxTimeout)},
		{"limits", "cpu", "cpu-limit", "0s", reload, "the processor time of an execution unless it says otherwise; 0 is no limit", duration(&m.CPU)},
		{"limits", "memory", "memory-limit", "128MiB", reload, "memory of an execution in a worker of its own unless it says otherwise", size(&m.Memory)},
		{"limits", "max_memory", "max-memory", "4GiB", reload, "the most memory that an execution may ask for", size(&m.MaxMemory)},
		{"limits", "shared_memory", "shared-memory", "256MiB", false, "memory of a worker that executions share", size(&m.SharedMemory)},
		{"limits", "output", "output-limit", "256MiB", reload, "what is kept of each output stream of an execution unless it says otherwise", size(&m.Output)},
		{"limits", "max_output", "max-output", "1GiB", reload, "the most output that an execution may ask for", size(&m.MaxOutput)},
		{"limits", "timers", "timer-limit", "10000", reload, "timers of an execution that are pending at once unless it says otherwise", positive(&m.Timers)},
		{"limits", "max_code", "max-code", "4MiB", false, "the sources of an execution together", size(&m.MaxCode)},
		{"limits", "max_environment", "max-environment", "256KiB", false, "the environment of an execution", size(&m.MaxEnvironment)},
		{"limits", "max_input", "max-input", "1MiB", false, "arguments and standard input of an execution together", size(&m.MaxInput)},
		{"limits", "max_running", "max-running", "16384", reload, "executions that run at once", positive(&m.MaxRunning)},
		{"limits", "max_queued", "max-queued", "1024", reload, "executions that wait", positive(&m.MaxQueued)},
		{"limits", "max_held_memory", "max-held-memory", "512MiB", false, "memory of the daemon for the requests of executions that wait and run; half of it for one user but root", size(&m.MaxHeldMemory)},

		{"pool", "spare", "spare", "2", false, "worker processes that wait for work", positive(&p.Spare)},
		{"pool", "max_workers", "max-workers", "128", false, "worker processes, each with one exclusive execution or up to 256 shared ones; a user other than root and the daemon's has three quarters at most", positive(&p.MaxWorkers)},
		{"pool", "slots", "slots", "256", false, "executions that share a worker, 4096 at most", positive(&p.Slots)},
		{"pool", "retire_runs", "retire-runs", "20000", false, "executions after which a shared worker is replaced", positive(&p.RetireRuns)},
		{"pool", "idle_timeout", "idle-timeout", "1m", false, "how long a shared worker without work waits for more of its session", duration(&p.IdleTimeout)},

		{"sandbox", "mode", "sandbox", "require", false, "`require|best-effort|off`: what to do about missing layers of the sandbox; see elided check", choice(&s.Mode, "require", "best-effort", "off")},
		{"sandbox", "fs_roots", "fs-root", "", reload, "let callers grant executions directories in `DIR` (default none, but for root); repeatable", list(&s.FSRoots)},

		{"sessions", "state_dir", "state-dir", "", false, "keep sockets and output in `DIR`; one daemon each", text(&e.StateDir)},
		{"sessions", "private", "private", "false", false, "show each user but admins, such as root and the daemon's own, only the sessions and executions that are its own", boolean(&e.Private)},
		{"sessions", "max", "max-sessions", "1024", reload, "sessions at once", positive(&e.Max)},
		{"sessions", "keep_records", "keep-records", "10000", reload, "executions that have ended and are remembered", positive(&e.KeepRecords)},
		{"sessions", "keep_for", "keep-for", "1h", reload, "how long they are remembered", duration(&e.KeepFor)},
		{"sessions", "keep_output", "keep-output", "16GiB", reload, "the output of executions that have ended, together", size(&e.KeepOutput)},
		{"sessions", "grace", "grace", "5s", reload, "the time between asking an execution to end and killing it", duration(&e.Grace)},
		{"sessions", "drain_timeout", "drain-timeout", "10s", reload, "how long executions may go on at shutdown", duration(&e.DrainTimeout)},

		{"log", "level", "log-level", "info", reload, "`debug|info|warn|error`", choice(&g.Level, "debug", "info", "warn", "error")},
		{"log", "format", "log-format", "text", false, "`text|json`", choice(&g.Format, "text", "json")},
		{"log", "executions", "log-executions", "true", reload, "log a line for each execution that has ended", boolean(&g.Executions)},
		{"log", "audit", "audit-log", "", false, "append to `FILE`, as JSON, who submitted, cancelled, signalled, evaluated or deleted what; SIGHUP has it opened again (default none)", text(&g.Audit)},

		{"metrics", "enabled", "metrics", "true", false, "count what happens, for /metrics; without it that answers 404", boolean(&w.Enabled)},
		{"metrics", "otlp_endpoint", "otlp-endpoint", "", false, "send a trace of each execution to the collector at `URL`, by OTLP over gRPC, such as http://127.0.0.1:4317; https:// is TLS (default none)", text(&w.OTLPEndpoint)},
		{"metrics", "trace_ratio", "trace-ratio", "1", false, "the part of the executions that are traced, from 0 to 1; where a caller sends a traceparent, that decides", fraction(&w.TraceRatio)},
	}
}
