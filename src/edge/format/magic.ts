interface Signature {
  readonly bytes: string;
  readonly at?: number;
  readonly reason: string;
}

const SAVE_AS = "save its text as plain text, Markdown or HTML.";
const picture = (kind: string): string =>
  `This is ${kind}, which holds no text; put the story itself into the folder.`;
const unread = (kind: string): string => `This is ${kind}, which is not read yet; ${SAVE_AS}`;

/** How many bytes say what a file is: a tar archive does so behind the header of its first file. */
const LONGEST = 300;

/** How files that are no text begin, byte for byte (by the formats' own specifications). */
const SIGNATURES: readonly Signature[] = [
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
    bytes: "ustar",
    at: 257,
    reason: "This is a tar archive; unpack it and put the files in it into the folder.",
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
    bytes: "\x01",
    reason:
      "This is the head of a wire message without its text, so it was cut off on its way; send it again.",
  },
];

/** Why bytes are no text, by what they begin with; `null` where they may be text. */
export function reasonByMagic(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, LONGEST));
  return SIGNATURES.find(({ bytes: mark, at = 0 }) => head.startsWith(mark, at))?.reason ?? null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
