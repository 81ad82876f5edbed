import { anpaReader } from "./anpa.ts";
import { anpaCaretReader } from "./anpa-caret.ts";
import { feedReader } from "./feed.ts";
import { gzipReader } from "./gzip.ts";
import { htmlReader } from "./html.ts";
import { iptc7901Reader } from "./iptc7901.ts";
import { mailReader } from "./mail.ts";
import { markdownReader } from "./markdown.ts";
import { newsml1Reader } from "./newsml-1.ts";
import { newsmlG2Reader } from "./newsml-g2.ts";
import { ninjsReader } from "./ninjs.ts";
import { nitfReader } from "./nitf.ts";
import { pdfReader } from "./pdf.ts";
import type { BinaryReader, FormatReader } from "./reader.ts";
import { ritzauReader } from "./ritzau.ts";
import { rtfReader } from "./rtf.ts";
import { textReader } from "./text.ts";
import { unreadReaders } from "./unread.ts";
import { zipReader } from "./zip.ts";

/** In order of asking: the first that recognises the bytes reads them. */
export const BINARY_READERS: readonly BinaryReader[] = [
  anpaReader,
  iptc7901Reader,
  zipReader,
  gzipReader,
  pdfReader,
  rtfReader,
  mailReader,
];

/** In order of asking: the first that recognises the characters reads them, and plain text takes the rest. */
export const TEXT_READERS: readonly FormatReader[] = [
  feedReader,
  nitfReader,
  newsmlG2Reader,
  newsml1Reader,
  ritzauReader,
  htmlReader,
  ninjsReader,
  ...unreadReaders,
  anpaCaretReader,
  markdownReader,
  textReader,
];
