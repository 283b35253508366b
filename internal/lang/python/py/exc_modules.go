package py

// Exceptions of modules that every Python has imported when a program begins: they are among
// their bases' subclasses.
var (
	UnsupportedOperation = newModuleException("io", "UnsupportedOperation", OSError, ValueError)
	ItimerError          = newModuleException("signal", "itimer_error", OSError)
	ZipImportError       = newModuleException("zipimport", "ZipImportError", ImportError)
	_                    = newModuleException("encodings", "CodecRegistryError", LookupError, SystemError)
	_                    = newModuleException("_frozen_importlib", "_DeadlockError", RuntimeError)
)

func newModuleException(module, name string, bases ...*Class) *Class {
	c := newNative(name, bases...)
	c.Module = module
	return c
}
