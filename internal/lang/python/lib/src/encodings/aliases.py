"""Other names of encodings."""

aliases = {
    "646": "ascii", "ansi_x3.4_1968": "ascii", "us": "ascii", "us_ascii": "ascii", "base64": "base64_codec", "base_64": "base64_codec",
    "bz2": "bz2_codec", "hex": "hex_codec", "437": "cp437", "ibm437": "cp437", "850": "cp850", "ibm850": "cp850", "1250": "cp1250",
    "windows_1250": "cp1250", "1251": "cp1251", "windows_1251": "cp1251", "1252": "cp1252", "windows_1252": "cp1252",
    "8859": "latin_1", "cp819": "latin_1", "iso8859": "latin_1", "iso8859_1": "latin_1", "iso_8859_1": "latin_1", "l1": "latin_1",
    "latin": "latin_1", "latin1": "latin_1", "quopri": "quopri_codec", "quoted_printable": "quopri_codec", "rot13": "rot_13",
    "u16": "utf_16", "utf16": "utf_16", "utf_16be": "utf_16_be", "utf_16le": "utf_16_le", "u32": "utf_32", "utf32": "utf_32",
    "utf_32be": "utf_32_be", "utf_32le": "utf_32_le", "u7": "utf_7", "utf7": "utf_7", "u8": "utf_8", "utf": "utf_8", "utf8": "utf_8",
    "utf8_ucs2": "utf_8", "utf8_ucs4": "utf_8", "cp65001": "utf_8", "uu": "uu_codec", "zip": "zlib_codec", "zlib": "zlib_codec",
    "unicode_1_1_utf_7": "utf_7",
}
