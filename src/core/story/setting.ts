/** Where a thing may happen, whatever the town: in a home, at a bar. */
const SETTINGS: readonly (readonly [setting: string, words: RegExp])[] = [
  [
    "home",
    /\b(?:home|house|apartments?|porch|bedroom|residence|townhouse|duplex|yard|garage|complex)\b/iu,
  ],
  ["car", /\b(?:car|vehicle|van|truck|suv|sedan|minivan|taxi|cab|bus)\b/iu],
  ["bar", /\b(?:bar|club|nightclub|lounge|tavern|pub)\b/iu],
  [
    "shop",
    /\b(?:store|shop|gas station|market|supermarket|restaurant|diner|mall|pharmacy|barber|salon|bank)\b/iu,
  ],
  ["open", /\b(?:park|playground|court|field|trail|woods|river|creek|lake|beach)\b/iu],
  ["school", /\b(?:school|campus|university|college)\b/iu],
  ["street", /\b(?:sidewalk|corner|intersection|alley|standing|walking)\b/iu],
  [
    "party",
    /\b(?:party|cookout|barbecue|birthday|shower|wedding|gathering|vigil|parade|festival|concert)\b/iu,
  ],
  ["inn", /\b(?:motel|hotel|inn)\b/iu],
  ["church", /\b(?:church|mosque|temple|synagogue)\b/iu],
];
/** What stands behind so many letters of the news is how it came to it. */
const LONGEST = 900;

/** In what settings a report's news is, by headline and first sentences. */
export function settingsOf(headline: string, text: string): readonly string[] {
  const read = `${headline}\n${text.slice(0, LONGEST)}`;
  return SETTINGS.flatMap(([setting, words]) => (words.test(read) ? [setting] : []));
}
