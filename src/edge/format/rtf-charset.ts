/** Character sets of fonts, by `\fcharsetN` (RTF 1.9.1, "Font Table"), as the Encoding Standard names them. */
const BY_CHARSET: Readonly<Record<number, string>> = {
  0: "windows-1252",
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

/** Code pages of documents, by `\ansicpgN`, that the Encoding Standard names otherwise. */
const BY_PAGE: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1361: "euc-kr",
  10000: "macintosh",
  65001: "utf-8",
};

/** Symbol and Wingdings have pictures where others have letters. */
export const SYMBOLS = 2;

/** How the bytes of a font are read; `null` where the document's own code page counts. */
export function encodingOfCharset(charset: number): string | null {
  return BY_CHARSET[charset] ?? null;
}

/** How the bytes of a document are read; `null` for a code page that is not known, such as those of DOS. */
export function encodingOfPage(page: number): string | null {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  return BY_PAGE[page] ?? null;
}
