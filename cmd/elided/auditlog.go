package main

import (
	"fmt"
	"log/slog"
	"os"
	"sync"
)

// An auditLog is a file that records are appended to. Only its owner may read it.
type auditLog struct {
	path string
	log  *slog.Logger // is told when a record is lost

	mu   sync.Mutex
	file *os.File
}

// openAudit returns nil without a path.
func openAudit(path string, log *slog.Logger) (*auditLog, error) {
	if path == "" {
		return nil, nil
	}
	a := &auditLog{path: path, log: log}
	return a, a.reopen()
}

// records is a log of what is audited; nil without an audit.
func (a *auditLog) records() *slog.Logger {
	if a == nil {
		return nil
	}
	return slog.New(slog.NewJSONHandler(a, nil))
}

// reopen goes on in a new file when the old one was renamed.
func (a *auditLog) reopen() error {
	if a == nil {
		return nil
	}
	f, err := os.OpenFile(a.path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("audit log: %w", err)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.close()
	a.file = f
	return nil
}

// Write appends a record.
func (a *auditLog) Write(record []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	n, err := a.file.Write(record)
	if err != nil {
		a.log.Error("an audit record is lost", "error", err)
	}
	return n, err
}

func (a *auditLog) close() {
	if a.file != nil {
		_ = a.file.Close() // each record was written by itself
	}
}
