const HARM =
  "killed|dead|injured|wounded|hurt|missing|arrested|detained|evacuated|displaced|rescued|hospitali[sz]ed|infected|homeless|charged|jailed|kidnapped|abducted|stranded";
const NOUN =
  "(?:(?!(?:who|that|which|of|by|in|on|at|to|from|for|with|and|or|but|as|were|was|are|is|have|had|has|other|others|more|further)\\b)\\p{L}[\\p{L}’'-]*\\s+)";
const ABOUT =
  "(?:at\\s+least|about|some|nearly|almost|around|more\\s+than|over|up\\s+to|an\\s+estimated|as\\s+many\\s+as|only|just|all)";

// Reads behind a figure: " people were killed", " have been injured"
const PASSIVE = new RegExp(
  `^\\s+${NOUN}{0,3}(?:were|was|are|is|have\\s+been|has\\s+been|had\\s+been)\\s+(?:(?:also|confirmed|reported|reportedly|feared)\\s+)?(?<what>${HARM})(?!\\p{L})`,
  "iu",
);
// Reads: " killed", " dead in Oslo"
const DIRECT = new RegExp(
  `^\\s+(?<what>${HARM})(?!\\s+(?:\\p{N}|the|a|an|him|her|them)\\b)(?!\\p{L})`,
  "iu",
);
// Reads: " soldiers killed in a raid"; " gunmen killed a guard" is another thing
const PARTICIPLE = new RegExp(
  `^\\s+${NOUN}{1,2}(?<what>${HARM})(?=\\s*$|\\s*[.,;:!?)"”]|\\s+(?:in|on|when|after|at|as|since|during|near|across|overnight)\\b)`,
  "iu",
);
// Reads: " people have died"
const DIED = new RegExp(
  `^\\s+${NOUN}{0,3}(?:(?:have|has|had)\\s+)?(?<what>died|drowned|perished)(?!\\p{L})`,
  "iu",
);
// Reads before a figure: "killing at least ", "police arrested "
const ACTIVE = new RegExp(
  `(?<!\\b(?:was|were|been|being|be)\\s)\\b(?<what>kill|injur|wound|arrest|detain|evacuat|displac|rescu|kidnapp|abduct)(?:e?d|ing|e?s)\\s+(?:${ABOUT}\\s+)?$`,
  "iu",
);
const ACTIVE_LABELS: Readonly<Record<string, string>> = {
  kill: "killed",
  injur: "injured",
  wound: "wounded",
  arrest: "arrested",
  detain: "detained",
  evacuat: "evacuated",
  displac: "displaced",
  rescu: "rescued",
  kidnapp: "kidnapped",
  abduct: "abducted",
};
// Reads: "the death toll rose to at least ", "number of dead reached "
const TOLL = new RegExp(
  `\\b(?<what>(?:death\\s+|casualty\\s+)?toll|number\\s+of\\s+(?:dead|deaths|injured|missing))\\b[^.;:,]{0,40}?\\b(?:to|at|of|reached|reaches|hits?|is|was|stands\\s+at|stood\\s+at|passes|passed|exceeds)\\s+(?:${ABOUT}\\s+)?$`,
  "iu",
);
// Reads: "a fine of ", where the figure is money or a share
const AMOUNT_OF = new RegExp(`(?<!\\p{L})(?<what>\\p{Ll}{3,})\\s+of\\s+(?:${ABOUT}\\s+)?$`, "u");
const NO_AMOUNT = /^(?:out|instead|because|ahead|short|regardless|some|most|all|one|each|half)$/u;
// Reads: " houses", " fishing boats", " people"
const COUNTED =
  /^\s+(?<what>(?:(?!(?:who|that|which|of|by|in|on|at|to|from|for|with|and|or|but|as|were|was|are|is|have|had|has|other|more|later|this|its|his|across|plus|less|times)\b)\p{Ll}[\p{Ll}’'-]*\s){0,2}?(?:people|men|women|children|(?!(?:this|its|his|as|is|was|has|across|plus|less|yes|always|perhaps)\b)\p{Ll}{2,}[^\P{Ll}su]s))(?![\p{L}’'-])/u;
const MEASURE =
  /^[\s-]+(?:other|others|more|further|additional|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|km|(?:kilo|centi|milli)?met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|decimal|points?|times|percentage|per|degrees?|o['’]clock|[ap]\.?m|year-old)(?!\p{L})|^-/iu;
// Reads: "rose from ", "more than the ", "down from ", "against "
const EARLIER =
  /\b(?:from|than|against|previous|previously|earlier|initial|initially|another|aged?|of\s+the|for|in|within)\s+(?:the\s+|a\s+)?$/iu;

// Reads: "6 to " in "6 to 10 people", "between 6 and "; "from 9 to 12" is no range
const RANGE =
  /(?<!\bfrom\s)(?<![\p{N},.])\p{N}[\p{N},.]*\s+(?:to|or)\s+$|\bbetween\s+\S+\s+and\s+$/iu;

/**
 * Reads what a figure counts, from the words around it: `killed` in "12 people were killed", `toll`,
 * `houses`, `fine` in "a fine of $3m". `null` where that is not certain.
 */
export function figureLabel(
  sentence: string,
  start: number,
  end: number,
  unit: string,
): string | null {
  const [before, after] = [
    sentence.slice(Math.max(0, start - 90), start),
    sentence.slice(end, end + 90),
  ];
  if (MEASURE.test(after) || EARLIER.test(before) || RANGE.test(before)) return null;
  if (unit !== "") return amountOf(before);
  const harmed = [PASSIVE, DIRECT, PARTICIPLE, DIED].map((rule) => rule.exec(after)?.groups?.what);
  const behind = harmed.find((what) => what !== undefined);
  if (behind !== undefined) return behind.toLowerCase();
  const active = ACTIVE.exec(before)?.groups?.what?.toLowerCase();
  if (active !== undefined) return ACTIVE_LABELS[active] ?? null;
  const toll = TOLL.exec(before)?.groups?.what?.toLowerCase().replace(/\s+/gu, " ");
  if (toll !== undefined) return toll.endsWith("toll") ? "toll" : toll.replace("number of ", "");
  return COUNTED.exec(after)?.groups?.what ?? null;
}

function amountOf(before: string): string | null {
  const what = AMOUNT_OF.exec(before)?.groups?.what ?? null;
  return what === null || NO_AMOUNT.test(what) ? null : what;
}
