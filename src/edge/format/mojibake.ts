/** Bytes of windows-1252 by their characters, also the five that it leaves undefined. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => {
    const byte = index + 0x80;
    return [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte];
  }),
);

/** Read once as windows-1252 and saved, it may have been read so once more. */
const MOST_TIMES = 2;

const CONTINUATION = charactersOf(0x80, 0xbf);
const SEQUENCES = new RegExp(
  `[${charactersOf(0xc2, 0xdf)}][${CONTINUATION}]|[${charactersOf(0xe0, 0xef)}][${CONTINUATION}]{2}|[${charactersOf(0xf0, 0xf4)}][${CONTINUATION}]{3}`,
  "gu",
);
// Reads what is left of ” (E2 80 9D) where the byte 9D was lost on the way.
const CLOSING = /â€(?=[\s.,;:!?)\]]|$)/gmu;

// What news is written in: what windows-1252 has, the rest of Latin, typographic marks, symbols of pictures;
// and the controls that come of reading it wrong twice.
const USUAL =
  /^[\u0080-\u017f\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]$|^\ufe0f$|^\p{Extended_Pictographic}$/u;
const OTHER_SCRIPT = /^[\p{L}\p{M}]$/u;
const FEWEST_OF_A_SCRIPT = 10;

/**
 * Repairs UTF-8 that was read as windows-1252 once or twice: `â€œ` is “, `Ã©` is é.
 *
 * Only where it is certain: every sequence in the text that looks so decodes to what news is written in,
 * and either one of them has three bytes or nothing else in the text is beyond ASCII. French “CAFÉ” and
 * Portuguese «IRMû hold a letter and a mark that happen to look so.
 */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const once = repairOnce(repaired);
    if (once === null) break;
    repaired = once;
  }
  return repaired;
}

function repairOnce(text: string): string | null {
  const sequences = text.match(SEQUENCES) ?? [];
  if (sequences.length === 0) return null;
  const decoded = new Map<string, string>();
  for (const sequence of new Set(sequences)) {
    const character = decodeSequence(sequence);
    if (character === null) return null;
    decoded.set(sequence, character);
  }
  if (!isUsual(sequences.map((sequence) => decoded.get(sequence) ?? ""))) return null;
  const rest = text.replace(SEQUENCES, "").replace(CLOSING, "");
  const isSure = sequences.some((sequence) => sequence.length > 2) || !/[^\p{ASCII}]/u.test(rest);
  if (!isSure) return null;
  const repaired = text.replace(SEQUENCES, (sequence) => decoded.get(sequence) ?? sequence);
  return [...decoded.values()].includes("“") ? repaired.replace(CLOSING, "”") : repaired;
}

/** Latin with its marks, or enough letters of another script. */
function isUsual(characters: readonly string[]): boolean {
  const others = characters.filter((character) => !USUAL.test(character));
  if (others.length === 0) return true;
  return (
    others.length >= FEWEST_OF_A_SCRIPT &&
    others.every((other) => OTHER_SCRIPT.test(other) && !isPhonetic(other))
  );
}

function isPhonetic(character: string): boolean {
  return /^[\u0180-\u02ff]$/u.test(character);
}

function decodeSequence(sequence: string): string | null {
  const bytes = Uint8Array.from([...sequence], (character) => BYTES.get(character) ?? 0);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function charactersOf(from: number, to: number): string {
  return [...BYTES]
    .flatMap(([character, byte]) => (byte >= from && byte <= to ? character : []))
    .join("");
}
