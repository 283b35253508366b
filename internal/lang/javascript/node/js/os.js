// os: the same harmless values on every machine.
const { Object } = internal.global;
const gibibyte = 1024 ** 3;

Object.assign(exports, {
  EOL: '\n',
  devNull: '/dev/null',
  arch: () => internal.process?.arch ?? 'x64',
  availableParallelism: () => 1,
  cpus: () => [],
  endianness: () => 'LE',
  freemem: () => gibibyte,
  getPriority: () => 0,
  homedir: () => '/',
  hostname: () => 'elided',
  loadavg: () => [0, 0, 0],
  machine: () => (exports.arch() === 'arm64' ? 'aarch64' : 'x86_64'),
  networkInterfaces: () => ({}),
  platform: () => 'linux',
  release: () => '6.0.0',
  setPriority: () => {},
  tmpdir: () => '/tmp',
  totalmem: () => gibibyte,
  type: () => 'Linux',
  uptime: () => internal.process?.uptime?.() ?? 0,
  userInfo: () => ({ uid: 1000, gid: 1000, username: 'elided', homedir: '/', shell: null }),
  version: () => '#1',
  constants: {
    signals: {
      SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10,
      SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17, SIGCONT: 18, SIGSTOP: 19, SIGTSTP: 20,
    },
    errno: {
      E2BIG: 7, EACCES: 13, EAGAIN: 11, EBADF: 9, EBUSY: 16, EEXIST: 17, EINTR: 4, EINVAL: 22, EIO: 5, EISDIR: 21, ENOENT: 2,
      ENOMEM: 12, ENOTDIR: 20, EPERM: 1, EPIPE: 32, ETIMEDOUT: 110,
    },
    priority: { PRIORITY_LOW: 19, PRIORITY_BELOW_NORMAL: 10, PRIORITY_NORMAL: 0, PRIORITY_ABOVE_NORMAL: -7, PRIORITY_HIGH: -14, PRIORITY_HIGHEST: -20 },
    dlopen: {},
    UV_UDP_REUSEADDR: 4,
  },
});
for (const name of ['arch', 'endianness', 'homedir', 'hostname', 'platform', 'release', 'tmpdir', 'type', 'version']) {
  Object.defineProperty(exports[name], internal.global.Symbol.toPrimitive, { value: exports[name] });
}
