# Addresses, interfaces and networks, and what is said of wrong ones.
import ipaddress as ip
import pickle


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


texts = ["10.0.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "100.64.0.1", "8.8.8.8", "::", "::1", "2001:db8::1", "fe80::1%eth0", "::ffff:1.2.3.4",
         "2002:c000:204::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "1:0:0:2:0:0:0:3", "fec0::9", "ff02::1", 7, 1 << 40, b"abcd", b"\0" * 16,
         "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.a", "1..2.3", "1.2.3.4567", "", "1:2", "1::2::3", ":1::2", "1::2:", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::",
         "g::", "12345::", "1:2:3:4:5:6:7", ":1:2:3:4:5:6:7", "1.2.3.4/5", "::1/3", "::%", "::1.2.3", -1, 1 << 128, b"abc", None]
def field(a, name):
    try:
        return getattr(a, name, None)
    except ValueError as e:
        return e


names = ["version", "exploded", "compressed", "reverse_pointer", "packed", "is_private", "is_global", "is_multicast", "is_reserved", "is_link_local",
         "is_loopback", "is_unspecified", "is_site_local", "ipv4_mapped", "sixtofour", "teredo", "scope_id"]
for text in texts:
    show(lambda: ip.ip_address(text))
    for make in (ip.IPv4Address, ip.IPv6Address):
        try:
            a = make(text)
        except ValueError as e:
            print(type(e).__name__, e)
        else:
            print(repr(a), int(a), [field(a, n) for n in names], f"{a:x} {a:#_b} {a:>40s}", hash(a) == hash(make(text)), pickle.loads(pickle.dumps(a)) == a)

for text in ["10.0.0.0/8", "10.1.2.0/255.255.254.0", "10.0.0.0/0.255.255.255", "10.0.0.1/8", "1.2.3.4", "1.2.3.4/33", "1.2.3.4/a", "1.2.3.4/5/6", "10.0.0.0/255.0.255.0",
             "192.168.0.0/30", "192.168.0.0/31", "2001:db8::/126", "::/128", "::1/129", "1::/ffff::", ("10.0.0.0", 24), (1 << 31, 1), 5, b"\1\2\3\4"]:
    for strict in (True, False):
        show(lambda: repr(ip.ip_network(text, strict)))
    show(lambda: repr(ip.ip_interface(text)))
    try:
        n = ip.ip_network(text, False)
    except ValueError:
        continue
    print(n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.broadcast_address, n.with_netmask, n.with_hostmask, n.is_private, n.is_global, n[-1])
    show(lambda: list(zip(range(5), n.hosts())))
    show(lambda: (list(zip(range(3), n.subnets(2))), n.supernet(), n.supernet(new_prefix=1)))

a, b = ip.ip_network("10.0.0.0/22"), ip.ip_network("10.0.2.0/24")
print(list(a.address_exclude(b)), a.overlaps(b), b.subnet_of(a), a.supernet_of(b), a.compare_networks(b), a < b, b[3] in a, a == b, a[5] + 3, a[5] - 1)
print(list(ip.summarize_address_range(a[3], a[700])), list(ip.collapse_addresses([b, a, a[0], *ip.ip_network("10.0.4.0/23").subnets()])))
x, y = ip.ip_interface("10.0.0.5/24"), ip.ip_interface("10.0.0.5/25")
print(x, x.ip, x.network, x.with_netmask, x < y, x == y, x == x.ip, len({x, y}), sorted([a[2], a[1]]), x.hostmask)
print(sorted([a, ip.ip_address("::"), a[1], ip.ip_network("::/0")], key=ip.get_mixed_type_key), ip.v4_int_to_packed(258))
for wrong in (lambda: a < ip.ip_network("::/0"), lambda: a[1] < ip.ip_address("::"), lambda: a < 3, lambda: a[5000], lambda: a.supernet(30),
              lambda: list(a.subnets(new_prefix=3)), lambda: list(a.subnets(40)), lambda: list(b.address_exclude(a)), lambda: a.subnet_of(3),
              lambda: list(ip.summarize_address_range(a[3], a[1])), lambda: ip.v4_int_to_packed(-1), lambda: a[1] + "x", lambda: format(a[1], "q"), lambda: a[1] + (1 << 40)):
    show(wrong)
