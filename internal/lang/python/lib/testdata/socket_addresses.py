import socket


def show(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


for text in "1.2.3.4", "255.255.255.255", "1.2.3", "1.2.3.256", "", "::1":
    show(socket.inet_pton, socket.AF_INET, text)
for text in "::", "::1", "fe80::1:2", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "::g", "1::2::3", "fe80::1%eth0", "1.2.3.4":
    show(socket.inet_pton, socket.AF_INET6, text)
show(socket.inet_pton, 99, "::1")
for data in b"\1\2\3\4", b"abc":
    show(socket.inet_ntop, socket.AF_INET, data)
for text in "::", "::1", "::1:1", "::1.2.3.4", "::0.2.3.4", "::ffff:1.2.3.4", "fe80::1:2", "1:2:3:4:5:6:7:8", "1:0:0:2:0:0:0:3", "1:0:3:4:5:6:7:8":
    show(socket.inet_ntop, socket.AF_INET6, socket.inet_pton(socket.AF_INET6, text))
show(socket.inet_ntop, socket.AF_INET6, b"abc")
show(socket.inet_ntop, 99, b"abc")
