/** What may stand before the colon of a headline and says what a text is: that stays. */
const TELLING =
  /\b(?:quiz|opinion|analysis|review|explainer|explained|interview|q&a|obituary|letters?|editorial|column|fact[- ]?check|timeline|profile|recipe|correction|comment|view|reports?|study|studies|poll|survey|factbox|preview|recap|round-?up|live|police|officials?|court|minister|mayor|source|sources|experts?|scientists|researchers|doctors|lawyer|part|day|week|year)\b/i;
// "EXCLUSIVE: ", "Breaking news - ", "WATCH | ": how a site cries its wares.
const CRY =
  /^(?:(?:exclusive|breaking(?: news)?|just in|watch|video|listen|photos?|pictures|in pictures|pics|gallery|must[- ](?:read|see|watch)|updated?|developing|newsalert|news alert|alert|trending|top story|new)(?: (?:video|photos?))?)\s*(?::|\||(?<=[A-Z]{3}) ?[-–—]|\s[-–—])\s+(?=\S)/i;
const COLUMN = /^(?<label>\p{Lu}[\p{L}’'&-]*(?: \p{Lu}[\p{L}’'&-]*){1,2}): (?=\S)/u;
/** "TarnWire | Council cuts rents" */
const MASTHEAD = /^\p{Lu}\p{Ll}{2,}\p{Lu}[\p{L}]+ \| (?=\S)/u;
const FEWEST_WORDS = 5;
/** A body as long as this speaks of whatever its headline opens with. */
const LONG_BODY = 400;

/** Takes off what a site puts before its headlines: a cry, the name of a column that the text does not speak of. */
export function withoutLabel(headline: string, body: string): string {
  const cry = CRY.exec(headline)?.[0];
  if (cry !== undefined) return kept(headline, cry.length);
  const masthead = MASTHEAD.exec(headline)?.[0];
  if (masthead !== undefined) return kept(headline, masthead.length);
  const found = COLUMN.exec(headline);
  const label = found?.groups?.label ?? "";
  if (found === null || TELLING.test(label) || body.length < LONG_BODY) return headline;
  const told = new Set(body.toLowerCase().match(/\p{L}+/gu));
  const words = label.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const isUnheardOf = words.every((word) => !told.has(word));
  return isUnheardOf ? kept(headline, found[0].length) : headline;
}

function kept(headline: string, length: number): string {
  const rest = headline.slice(length);
  return rest.split(/\s+/u).length >= FEWEST_WORDS ? rest : headline;
}

const CUT_FROM = 60;
const JOINT =
  /(?:,? (?:as|while|after|when|amid|before|following|because|but|and|with)|[,;:]| [-–—]) /gu;
const FEWEST_LETTERS = 40;

/**
 * Ends a title that its feed cut within a word ("… as thugs stay at l") before the clause that was cut; the
 * article itself has the word that the title's last letters begin, and not the letters alone.
 */
export function withoutTornEnd(headline: string, body: string): string {
  const end = /(?<before>\p{L}+) (?<torn>\p{L}{1,12})$/u.exec(headline)?.groups;
  if (headline.length < CUT_FROM || end?.before === undefined || end.torn === undefined)
    return headline;
  const text = body.toLowerCase();
  const words = `${end.before} ${end.torn}`.toLowerCase();
  const isWord = new RegExp(`(?<!\\p{L})${end.torn.toLowerCase()}(?!\\p{L})`, "u").test(text);
  const goesOn = new RegExp(`(?<!\\p{L})${words}\\p{L}`, "u").test(text);
  if (isWord || !goesOn) return headline;
  const joints = Array.from(headline.matchAll(JOINT)).map(({ index }) => index);
  const at = joints.findLast((index) => index >= FEWEST_LETTERS);
  return at === undefined
    ? `${headline.slice(0, -end.torn.length).trimEnd()}…`
    : headline.slice(0, at);
}
