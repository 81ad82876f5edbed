/** Writes a text in a character set that the platform can only read. */
export function encodeAs(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0xff; lead >= 0; lead -= 1) {
    for (let trail = 0xff; trail >= 0x40; trail -= 1) {
      if (lead < 0x81 || !/^(?:shift_jis|euc-\w+|gb18030|big5)$/u.test(label)) break;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1) codes.set(character, [lead, trail]);
    }
  }
  for (let byte = 0xff; byte >= 0; byte -= 1) {
    const character = decoder.decode(Uint8Array.of(byte));
    if (character !== "\ufffd") codes.set(character, [byte]);
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = codes.get(character);
      if (bytes === undefined) throw new TypeError(`${label} has no ${character}`);
      return [...bytes];
    }),
  );
}
