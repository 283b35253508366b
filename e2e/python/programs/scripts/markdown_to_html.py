import html
import re


def inline(text):
    text = html.escape(text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    return re.sub(r"\[([^\]]+)\]\((\S+?)\)", r'<a href="\2">\1</a>', text)


def render(source):
    out, in_list = [], False
    for line in source.splitlines():
        if item := re.match(r"[-*] (.*)", line):
            if not in_list:
                out.append("<ul>")
            in_list = True
            out.append(f"<li>{inline(item[1])}</li>")
            continue
        if in_list:
            out.append("</ul>")
            in_list = False
        if head := re.match(r"(#{1,6}) (.*)", line):
            n = len(head[1])
            out.append(f"<h{n}>{inline(head[2])}</h{n}>")
        elif line.strip():
            out.append(f"<p>{inline(line)}</p>")
    return "\n".join(out + ["</ul>"] * in_list)


print(render("# Title & more\n\nSome **bold** and `a < b`.\n\n- one\n- [two](http://x/y)\nafter\n* last"))
