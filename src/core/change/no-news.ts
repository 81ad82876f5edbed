// "About 20 minutes later", "Two were held hours later", "As they were driving", "While en route", "The younger was hit"
const LEANS =
  /^(?:about|around|some|roughly|nearly) .{1,30}\b(?:later|earlier)\b|\b(?:minutes|hours|days) (?:later|earlier)\b|^(?:as|while|when|after|before|once) (?:they|he|she|it|en route)\b|^the (?:younger|older|elder|smaller|larger|bigger)(?= \p{Ll}+(?:ed|s)?\b(?! (?:who|of)))/iu;
// "the two men were seen": which two, the sentence before says
const THE_TWO =
  /\b[Tt]he (?:other )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:other )?(?!(?:hour|day|week|month|year)s)\p{Ll}{3,}\b(?! (?:who|of|in|from|that|at|on|killed|injured|wounded|accused|charged))/u;

// "put the number at 85": of what
const THE_NUMBER = /\b(?:the|that) (?:number|figure|total|amount|count) (?!of\b)/i;

// "the same man is facing more charges": as who
const THE_SAME =
  /\b(?:that|the|this) same (?!(?:time|day|night|morning|evening|week|month|year|way)\b)\p{Ll}|\bthe same \d/iu;

/** Says whether a sentence points at another, more strictly than a brief asks of its facts, which stand together. */
export function leansOnOthers(text: string): boolean {
  return LEANS.test(text) || THE_TWO.test(text) || THE_NUMBER.test(text) || THE_SAME.test(text);
}

// What readers are to do, what may come, what has not happened, what was known before.
const SERVICE =
  /\b(?:anyone with|any(?:one|body) who|information (?:is|should|about|can|to|on)|public['’]s help|(?:asked|urged|encouraged|requested|asking|invited) to|contact|call(?:ers?)? |can be reached|tips?|hotline|crime ?stoppers|reward|donat(?:e|ions?)|gofundme|click|read more|subscribe|sign up|follow us|watch|video|photos?|story|stories|newsletter|copyright|contributed|reporters?|e-?mail|keep checking|stay (?:with|tuned)|latest developments|news app|for updates|twitter|facebook|www|https?)\b|@/i;
const NO_NEWS =
  /^if\b|\b(?:life[- ]?threatening|(?:critical|stable|serious|fair|good|grave) condition|details (?:have |had )?emerged|(?:more|new|further) details|trying to|no (?:arrests?|motive|suspects?|word|details|information|one|other|further|charges|immediate|names?)|not (?:been|yet|immediately|released?|known|clear|said|identified|believed)|(?:has|have|had|is|are|was|were|did|do|does)(?:n['’]t| not)|declined|refused|unclear|unknown|remains?|remained|still|continu\p{L}+|ongoing|under investigation|investigat(?:e|ing)|so far|at this (?:time|point))\b/iu;
const STALE =
  /\b(?:originally|initial(?:ly)?|earlier|previous(?:ly)?|at first|at the time|once|used to|formerly|always|never|usually|often|known for|grew up|born|history|record)\b/i;
// What holds at any time: "A conviction carries a life sentence"
const LAW =
  /\b(?:carr(?:y|ies) (?:an? )?(?:\p{L}+ ){0,2}(?:sentences?|penalt(?:y|ies)|terms?|fines?)|punishable by|by law)\b/iu;

// What a page has around its story, and a label that ran into its sentence: "Arrest in Velsk A man was held"
const PAGE =
  /^(?:advertisement|image \d|photo|close\b|caption|share|skip|posted|updated?\b)|\b(?:advisory|warning|watch) (?:issued|in effect)\b|\b\d+ of \d+\b|\bthis (?:article|story|post) (?:was|has been) (?:updated|corrected)\b|, (?:left|right|center|centre|pictured|seen here),|[|@]| x \p{Lu}/iu;

const RUN_IN = /\p{Ll} (?:A|An|The) \p{Ll}|\p{L}{4}\. \p{Ll}/u;
const SHOUTED = /^\P{Ll}*$/u;

/** Says whether a sentence is what a page has around its story. */
export function isPage(text: string): boolean {
  return SHOUTED.test(text) || RUN_IN.test(text) || PAGE.test(text);
}

/** Says whether a sentence tells no news of its report: a service, a lack, what was so before. */
export function isNoNews(text: string): boolean {
  return (
    isPage(text) || SERVICE.test(text) || NO_NEWS.test(text) || STALE.test(text) || LAW.test(text)
  );
}
