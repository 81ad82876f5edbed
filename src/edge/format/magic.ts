interface Signature {
  readonly bytes: string;
  readonly at?: number;
  readonly reason: string;
}

const SAVE_AS = "save its text as plain text, Markdown or HTML.";
const picture = (kind: string): string =>
  `This is ${kind}, which holds no text; put the story itself into the folder.`;
const unread = (kind: string): string => `This is ${kind}, which is not read yet; ${SAVE_AS}`;

/** How files that are no text begin, byte for byte (by the formats' own specifications). */
const SIGNATURES: readonly Signature[] = [
  { bytes: "%PDF-", reason: unread("a PDF") },
  { bytes: "\x89PNG\r\n", reason: picture("a PNG image") },
  { bytes: "\xff\xd8\xff", reason: picture("a JPEG image") },
  { bytes: "GIF8", reason: picture("a GIF image") },
  { bytes: "RIFF", reason: picture("an image, a sound or a film") },
  { bytes: "II*\0", reason: picture("a TIFF image") },
  { bytes: "MM\0*", reason: picture("a TIFF image") },
  { bytes: "ftyp", at: 4, reason: picture("a film or a photograph") },
  { bytes: "ID3", reason: picture("a sound file") },
  { bytes: "OggS", reason: picture("a sound file") },
  { bytes: "fLaC", reason: picture("a sound file") },
  { bytes: "\x1a\x45\xdf\xa3", reason: picture("a film") },
  {
    bytes: "\x1f\x8b",
    reason: "This is a gzip archive; unpack it and put the file in it into the folder.",
  },
  {
    bytes: "BZh",
    reason: "This is a bzip2 archive; unpack it and put the file in it into the folder.",
  },
  {
    bytes: "7z\xbc\xaf",
    reason: "This is a 7-Zip archive; unpack it and put the files in it into the folder.",
  },
  {
    bytes: "Rar!",
    reason: "This is a RAR archive; unpack it and put the files in it into the folder.",
  },
  {
    bytes: "\xfd7zXZ",
    reason: "This is an xz archive; unpack it and put the file in it into the folder.",
  },
  {
    bytes: "\x28\xb5\x2f\xfd",
    reason: "This is a Zstandard archive; unpack it and put the file in it into the folder.",
  },
  { bytes: "\xd0\xcf\x11\xe0", reason: unread("an old Word or Office file") },
  { bytes: "{\\rtf", reason: unread("an RTF file") },
  {
    bytes: "SQLite format 3",
    reason: "This is a database, which holds no story; put the story itself into the folder.",
  },
  {
    bytes: "\x7fELF",
    reason: "This is a program, which holds no story; put the story itself into the folder.",
  },
  {
    bytes: "MZ\x90",
    reason: "This is a program, which holds no story; put the story itself into the folder.",
  },
  {
    bytes: "\x16\x16\x01",
    reason:
      "This is an ANPA 1312 wire message, which is not read yet; have it saved as plain text.",
  },
  {
    bytes: "\x01",
    reason:
      "This is a wire message in IPTC 7901 or ANPA 1312, which is not read yet; have it saved as plain text.",
  },
];

/** What zip archives hold says which format they are. */
const ZIPPED: readonly (readonly [name: string, kind: string])[] = [
  ["word/", "a Word document (DOCX)"],
  ["xl/", "an Excel workbook"],
  ["ppt/", "a PowerPoint file"],
  ["opendocument.text", "an OpenDocument text (ODT)"],
  ["opendocument", "an OpenDocument file"],
  ["epub", "an e-book"],
  ["Index/Document.iwa", "a Pages document"],
];

/** Why bytes are no text, by what they begin with; `null` where they may be text. */
export function reasonByMagic(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 64));
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return reasonForZip(bytes);
  return SIGNATURES.find(({ bytes: mark, at = 0 }) => head.startsWith(mark, at))?.reason ?? null;
}

function reasonForZip(bytes: Uint8Array): string {
  const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-8192));
  const kind = ZIPPED.find(([name]) => names.includes(name))?.[1];
  if (kind !== undefined) return unread(kind);
  return "This is a zip archive; unpack it and put the files in it into the folder.";
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
