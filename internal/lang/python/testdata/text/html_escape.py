import html, html.entities
print(html.escape('<a href="x">\'&amp;'), html.escape('"',False), html.unescape('&lt;&amp;&eacute;&#233;&#xe9;&notit;&#128;&#0;&#x110000;&#1;&copy &nosuch; &amp;amp; &NotEqualTilde; &gt'), len(html.entities.html5), html.entities.name2codepoint['alpha'])
