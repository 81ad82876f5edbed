/**
 * What an editor mends in a brief, as the bot takes it: each thing by where its words stand in the article.
 * @typedef {{ readonly start: number, readonly end: number, readonly text: string }} Words
 * @typedef {{ readonly name: string, readonly role: string | null, readonly start: number, readonly end: number }} Speaker
 * @typedef {{ readonly kind: "strike-fact" | "strike-quote" | "use", readonly at: Words }
 *   | { readonly kind: "speaker", readonly at: Words, readonly speaker: Speaker | null }
 *   | { readonly kind: "headline", readonly text: string }} Mending
 *
 * @typedef {Words & { readonly attribution: string | null, readonly hedge: string | null }} Fact
 * @typedef {Words & { readonly speaker: Speaker | null }} Quote
 * @typedef {{ readonly headline: string, readonly facts: readonly Fact[], readonly quotes: readonly Quote[] }} Parts
 *
 * @typedef {{ readonly what: readonly string[], readonly by: string, readonly at: number }} Unkept what a new version did not keep
 *
 * @typedef {object} Bench
 * @property {string} id
 * @property {number} revision
 * @property {Parts} written by the rules
 * @property {Parts} brief as it is
 * @property {readonly string[]} sentences in which the written facts stand
 * @property {readonly Mending[]} mendings
 * @property {string | null} by
 * @property {number | null} at
 * @property {Unkept | null} unkept
 * @property {{ readonly sentences: readonly Words[], readonly speakers: readonly Speaker[],
 *   readonly headlines: readonly string[] }} choices
 */

/**
 * What the form says, kept as it is filled in.
 * @typedef {object} Sheet
 * @property {Set<number>} struckFacts by where they begin
 * @property {Set<number>} struckQuotes
 * @property {Map<number, Speaker | null>} speakers of the quotes that have another one
 * @property {Set<number>} used sentences
 * @property {string} headline
 */

/** @param {Unkept} unkept */
export function sayUnkept({ by }) {
  return `This was mended by ${by}; the new version has other words, so that is not kept:`;
}

/**
 * @param {Bench} bench
 * @returns {Sheet}
 */
export function sheetOf({ written, mendings }) {
  /** @type {Sheet} */
  const sheet = {
    ...{ struckFacts: new Set(), struckQuotes: new Set(), speakers: new Map(), used: new Set() },
    headline: written.headline,
  };
  for (const mending of mendings) {
    if (mending.kind === "headline") sheet.headline = mending.text;
    else if (mending.kind === "speaker") sheet.speakers.set(mending.at.start, mending.speaker);
    else if (mending.kind === "strike-fact") sheet.struckFacts.add(mending.at.start);
    else if (mending.kind === "strike-quote") sheet.struckQuotes.add(mending.at.start);
    else sheet.used.add(mending.at.start);
  }
  return sheet;
}

/**
 * All that the form says is to be mended. What was struck and the brief of this revision does not tell stays struck.
 * @param {Bench} bench
 * @param {Sheet} sheet
 * @returns {readonly Mending[]}
 */
export function mendingsOf(bench, sheet) {
  const { written, mendings, choices, sentences } = bench;
  const facts = written.facts.flatMap(({ start, end }, index) =>
    sheet.struckFacts.has(start)
      ? [strike("strike-fact", { start, end, text: sentences[index] ?? "" })]
      : [],
  );
  const quotes = written.quotes.flatMap(({ start, end, text }) =>
    sheet.struckQuotes.has(start) ? [strike("strike-quote", { start, end, text })] : [],
  );
  const told = new Set([...written.facts, ...written.quotes].map(({ start }) => start));
  const dormant = mendings.filter(
    (one) => (one.kind === "strike-fact" || one.kind === "strike-quote") && !told.has(one.at.start),
  );
  const used = choices.sentences
    .filter(({ start }) => sheet.used.has(start))
    .map((at) => strike("use", at));
  /** @type {Mending[]} */
  const speakers = written.quotes.flatMap(({ start, end, text, speaker: before }) => {
    const speaker = sheet.speakers.get(start);
    if (speaker === undefined || sheet.struckQuotes.has(start)) return [];
    if (speaker?.start === before?.start && speaker?.name === before?.name) return [];
    return [{ kind: "speaker", at: { start, end, text }, speaker }];
  });
  /** @type {Mending[]} */
  const headline =
    sheet.headline === written.headline ? [] : [{ kind: "headline", text: sheet.headline }];
  return [...facts, ...quotes, ...dormant, ...used, ...speakers, ...headline];
}

/**
 * @param {"strike-fact" | "strike-quote" | "use"} kind
 * @param {Words} at
 * @returns {Mending}
 */
function strike(kind, { start, end, text }) {
  return { kind, at: { start, end, text } };
}

/**
 * The people whom the article names, each by the mention that stands nearest to a quote.
 * @param {readonly Speaker[]} speakers
 * @param {number} start of the quote
 * @returns {readonly Speaker[]}
 */
export function peopleNear(speakers, start) {
  /** @type {Map<string, Speaker>} */
  const nearest = new Map();
  for (const one of speakers) {
    const known = nearest.get(one.name);
    if (known === undefined || Math.abs(one.start - start) < Math.abs(known.start - start))
      nearest.set(one.name, one);
  }
  return [...nearest.values()];
}
