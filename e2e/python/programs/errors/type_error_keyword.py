def render(text, width=10):
    return text.center(width, "*")


print(render("x", width=5))
print(render("x", widht=5))
