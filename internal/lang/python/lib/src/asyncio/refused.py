"""What would need the network or processes: each is refused when it is used."""

__all__ = ('open_connection', 'start_server', 'open_unix_connection', 'start_unix_server',
           'create_subprocess_exec', 'create_subprocess_shell')


def _refused(name, why):
    async def refuse(*args, **kwargs):
        raise PermissionError(f"asyncio.{name}: this program {why}: it runs in a sandbox")
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


open_connection = _refused("open_connection", "has no network")
start_server = _refused("start_server", "has no network")
open_unix_connection = _refused("open_unix_connection", "has no network")
start_unix_server = _refused("start_unix_server", "has no network")
create_subprocess_exec = _refused("create_subprocess_exec", "can't start processes")
create_subprocess_shell = _refused("create_subprocess_shell", "can't start processes")


class Refusals:
    """The methods of a loop that are refused."""


for _name in ("create_connection", "create_server", "create_datagram_endpoint", "create_unix_connection", "create_unix_server", "getaddrinfo",
              "getnameinfo", "sock_connect", "sock_accept", "sock_recv", "sock_recv_into", "sock_sendall", "sock_sendfile", "sendfile", "start_tls",
              "connect_accepted_socket", "connect_read_pipe", "connect_write_pipe"):
    setattr(Refusals, _name, _refused(_name, "has no network"))
for _name in ("subprocess_exec", "subprocess_shell"):
    setattr(Refusals, _name, _refused(_name, "can't start processes"))
