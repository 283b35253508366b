# Characters of two bytes that come in pieces.
import codecs
import io

TEXTS = {"gbk": "中文a漢字", "gb2312": "中文a汉字", "gb2312_80": "中文", "shift_jis": "日本aｱ語表", "cp932": "日本①ｱ", "ms_kanji": "日本",
         "euc_kr": "한국a어", "ks_c_5601": "한국", "cp949": "똠a방"}
for name, text in TEXTS.items():
    data = text.encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(data[i:i + 1]) for i in range(len(data))], decoder.decode(b"", True))
    print("".join(codecs.iterdecode([data[:3], data[3:4], data[4:]], name)) == text)
    reader = codecs.getreader(name)(io.BytesIO(data * 40 + b"\n" + data))
    print(reader.readline() == text * 40 + "\n", reader.read() == text)
    decoder = codecs.getincrementaldecoder(name)("replace")
    print(ascii(decoder.decode(data[:-1])), ascii(decoder.decode(b"", True)))
