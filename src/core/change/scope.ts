import { MONTH } from "#core/text/calendar.ts";

/**
 * Whose figure a sentence states, beyond the event that its report tells of: the city's year, a weekend, a
 * count that takes the gunman in.
 */
export interface Scope {
  /** It counts another time, another place or several events: nobody can hold it against this event's. */
  readonly isOther: boolean;
  /** Whom or what it says to take in or to leave out, and since when, in plain words; empty where it says nothing. */
  readonly taken: readonly string[];
}

// "A flood killed 90 people there in 2014", "a fifth of what they were a year ago"
const OTHER_TIME =
  /\b(?:last (?:year|month|week|spring|summer|autumn|winter|century|decade|january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|since|of|until|by|from|between|during) (?:\p{L}+ ){0,2}(?:1[89]|20)\d\d|(?:the|an?) (?:1[89]|20)\d\d (?=\p{Ll})|(?:years?|decades?|months?|weeks?) (?:ago|earlier|before|since|after|later)|days (?:ago|earlier|before)|previous(?:ly)?|annual(?:ly)?|(?:every|each|per|a) (?:year|month|week|day)(?! (?:after|later|before|earlier|on|ahead))|(?:this|the) (?:year|season|decade|century|quarter|month|week)(?:['’]s)?|on average|typically|historical(?:ly)?|similar|anniversary|(?:first|second|third|deadliest|worst|biggest|largest|most|latest)\b[^.;]{0,40}\b(?:since|in (?:years|months|weeks|decades|history))|worst|deadliest|in recent (?:years|months|weeks)|(?:so far|year[- ]to[- ]date|to date|in total this)|(?:past|last|previous|recent) (?:\p{L}+ |\d+ )?(?:hours|days|weeks|months|years|decades)|(?:january|february|march|april|june|july|august|september|october|november|december) alone|since (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|weekends?\b)/iu;
// "Forty people were shot in attacks across the city"
const SEVERAL =
  /\b(?:across (?:the )?(?:city|county|state|country|nation|region|province|\p{Lu}\p{L}+)|(?:city|county|state|nation)[- ]?wide|elsewhere|(?:separate|different|unrelated|other|several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\p{L}+ ){0,2}(?:shootings|attacks|crashes|incidents|accidents|fires|killings|homicides|murders|scenes|locations|places|strikes|blasts|explosions|raids|disasters|storms)|(?:shootings|attacks|crashes|incidents|accidents|homicides|murders|killings|floods and|storms and) (?:across|in|over|around|throughout)|each|apiece|homicides?|combined|altogether|both)\b/iu;

// "from 5 am on Monday until 5 am on Tuesday", "between noon and midnight": the next count is of another span.
const CLOCK = "(?:\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m|noon|midnight|\\d{1,2}:\\d\\d)";
const SPAN = new RegExp(
  `\\b(?:from|between) (?:[^.,;]{0,20} )?${CLOCK}[^.,;]{0,30}? (?:to|till|until|and|through) [^.,;]{0,20}?${CLOCK}`,
  "iu",
);
// "763 since 1 pm of January 12": a running count, and no other is to be held against it than one from the same moment.
const SINCE = /\bsince (?!then\b)(?<when>[^.,;]{2,40})/giu;

// "five people, including the gunman", "four, not counting the attacker"
const TAKEN =
  /\b(?<how>includ(?:ing|es|ed)|counting|excluding|not counting|besides|apart from|other than|as well as|along with|in addition to|together with|and (?:then )?(?:himself|herself|itself))(?: (?<whom>(?:the |a |an |his |her |their |its |one |two |three |four |five |six |\d+ )?(?:[\p{L}’'-]+ ){0,2}?[\p{L}’'-]+))?(?=[,.;)]|$| (?:and|who|were|was|had|have|has|died|in|on|at|from)\b)/giu;

// "…, in the worst clash on the border this spring": it ranks this event, and counts no other.
const RANKS =
  /, (?:in |making it |making this )?(?:what \p{L}+ called )?(?:one of )?(?:the|its|their) (?:\p{L}+['’]s )?(?:worst|deadliest|biggest|largest|heaviest|first|most)\b[^,;]*/iu;

const DOER =
  /\b(?:gun(?:man|men)|shooters?|attackers?|assailants?|suspects?|bombers?|killers?|drivers?|pilots?|police|officers?|rescuers?|crew|staff|soldiers?|troops|foreigners?|civilians?|himself|herself)\b/i;

/** Reads what a figure of a sentence takes in, from the whole sentence. */
export function scopeOf(sentence: string): Scope {
  const said = sentence.replace(RANKS, "");
  const isOther = OTHER_TIME.test(said) || SEVERAL.test(said) || SPAN.test(said);
  const since = [...said.matchAll(SINCE)].map(({ groups }) => `since ${groups?.when ?? ""}`);
  const taken = [...sentence.matchAll(TAKEN)].flatMap((found) => {
    const { how = "", whom = "" } = found.groups ?? {};
    // "15 people, including three children": three of them, whoever counts.
    if (/^(?:includ|counting)/i.test(how) && !DOER.test(whom)) return [];
    return [`${how} ${whom}`.toLowerCase().trim()];
  });
  const running = since.map((one) => one.toLowerCase().trim());
  return { isOther, taken: [...taken, ...running].toSorted() };
}

const LONG_BEFORE =
  /\b(?:last (?:year|month|spring|summer|autumn|winter|century|decade|january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|since|of|until|from|between|during) (?:\p{L}+ ){0,2}(?:1[89]|20)\d\d|(?:the|an?) (?:1[89]|20)\d\d (?=\p{Ll})|(?:years?|decades?|months?|weeks?|days)(?: and a half)? (?:ago|earlier|before)|(?:the )?previous (?:year|month|season)|annual(?:ly)?|(?<!\bend of )(?:this|the) (?:year|season|decade|century)(?:['’]s)?|on average|typically|historical(?:ly)?|similar|anniversary|in recent (?:years|months|weeks)|so far|to date|(?:past|last|previous|recent) (?:\p{L}+ |\d+ )?(?:days|weeks|months|years|decades))\b/iu;

/** Says whether a sentence speaks of another time than that of its event. */
export function isOfOtherTime(sentence: string): boolean {
  return LONG_BEFORE.test(sentence);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
// "On Feb. 4", "4 February", "in late August"
const DATE = new RegExp(
  `(?<![\\p{L}])(?:(?<month>${MONTH})\\.? (?<day>\\d{1,2})(?!\\d)|(?<before>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<behind>${MONTH})(?!\\p{L})|(?:in|since|early|late|mid-?|last|of|by|until) (?<alone>${MONTH})(?!\\p{L}))`,
  "gu",
);
const DAY = 86_400_000;
const NEAR = 8 * DAY;
const MONTH_LENGTH = 30 * DAY;

/** Says whether a sentence names a date that is not near the moment of its report. */
export function namesFarDate(sentence: string, at: number): boolean {
  return [...sentence.matchAll(DATE)].some(({ groups }) => {
    const { month, day, before, behind, alone } = groups ?? {};
    const name = (month ?? behind ?? alone ?? "").slice(0, 3).toLowerCase();
    const index = MONTHS.indexOf(name);
    const year = new Date(at).getUTCFullYear();
    const [first, last] =
      alone === undefined
        ? [Number(day ?? before), Number(day ?? before)]
        : [1, MONTH_LENGTH / DAY];
    return ![year - 1, year, year + 1].some((one) => {
      const [from, to] = [Date.UTC(one, index, first), Date.UTC(one, index, last)];
      return at >= from - NEAR && at <= to + NEAR;
    });
  });
}

// "In one shooting in August", "the second attack"
const OTHER_EVENT =
  /\b(?:another|(?:in|of) one|(?:first|second|third|fourth|other|earlier|previous|separate|unrelated|similar|prior|latest|recent) (?:(?!degree\b)\p{L}+ )?)\s?(?:shootings?|attacks?|crash(?:es)?|fires?|incidents?|cases?|killings?|deaths?|murders?|homicides?|explosions?|robber(?:y|ies)|stabbings?|accidents?|storms?|floods?|outbreaks?)\b/iu;

// "charged with the shooting of another teen"
const OF_ANOTHER =
  /\b(?:shooting|killing|death|murder|stabbing|beating|slaying|kidnapping) of another\b/i;

/** Says whether a sentence tells of another event than the one of its report, as far as its words show. */
export function isOfOtherEvent(sentence: string): boolean {
  return OTHER_EVENT.test(sentence) || OF_ANOTHER.test(sentence);
}

// Reads: "In other news", "Elsewhere in the region", "In a separate incident"
const ELSEWHERE =
  /^(?:in other (?:news|developments|incidents)|elsewhere\b|in (?:a|another) separate\b|in another (?:incident|development|case|town|district|part)|separately\b|in (?:unrelated|other) )/i;

/** Says whether a sentence opens what happened elsewhere. */
export function opensElsewhere(text: string): boolean {
  return ELSEWHERE.test(text);
}

// "Another shooting occurred", "A second man was shot a mile away" (may be the same event's: it needs its own place)
const OTHERS_OPEN =
  /^(?:another|an? (?:second|third|separate|unrelated)) (?:\p{L}+ )?(?:shooting|attack|crash|fire|incident|case|killing|murder|homicide|explosion|robbery|stabbing|accident|storm|flood|outbreak)\b/iu;
// "Nine other people were wounded in attacks in Chicago"
const IN_SEVERAL =
  /\b(?:shootings|attacks|crashes|incidents|accidents|homicides|murders|killings|fires|robberies|stabbings) (?:across|in|over|around|throughout) (?:the |\p{Lu})/u;

/** Says whether a report goes over to other events with a sentence, and does not come back. */
export function turnsToOthers(text: string): boolean {
  return opensElsewhere(text) || OTHERS_OPEN.test(text) || IN_SEVERAL.test(text);
}

const BLOCK = /(?<!\d)(?<block>\d{1,5})(?:-| )block(?!\p{L})/giu;

/** The blocks of streets that a text names: `400` of "the 400 block of Dunmore Lane". */
export function blocksIn(text: string): readonly string[] {
  return [...text.matchAll(BLOCK)].map(({ groups }) => groups?.block ?? "");
}

// "Nine shot over violent weekend", "four shootings in one night", "third child dies from a shooting in two days"
const TALLY =
  /\bweekend (?:of )?(?:\p{L}+ )?(?:violence|shootings|toll)|\b(?:violent|deadly|bloody) (?:\p{L}+ )?weekend|\b(?:shot|killed|wounded|dead|injured)\b[^.]{0,80}\b(?:over|during|in|across|this) (?:\p{L}+ ){0,3}weekend|\b(?:\d+|two|three|four|five|six|seven|eight|several|multiple|(?:string|series|rash|spate|slew) of) (?:\p{L}+ ){0,3}(?:shootings|homicides|murders|crashes|fires|attacks|incidents)\b|\bin (?:citywide|separate) \p{L}+|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) \p{L}+ (?:\p{L}+ ){0,3}(?:dies|killed|shot|dead|murdered|slain|stabbed|robbed)\b[^.]{0,60}\bin (?:(?:just|only|as many|the (?:past|last)) )?(?:\p{L}+ |\d+ )?(?:days|hours|weeks|nights)\b/iu;

/** Says whether a report counts several events, by its headline and its opening. */
export function isTally(headline: string, opening: string): boolean {
  return TALLY.test(headline) || TALLY.test(opening);
}

// Whether who did it is among the dead: "before turning the gun on himself", "the gunman was killed"
const DOER_DIED =
  /\b(?:himself|herself|themselves|suicide|murder-suicide|self-inflicted|(?:gunman|shooter|attacker|bomber|assailant|suspect|killer|driver|pilot)s? (?:was|were|is|are|also|later|then|had|has)(?: \p{L}+)? (?:killed|dead|died|shot dead)|(?:gunman|shooter|attacker|bomber|assailant|suspect|killer) (?:died|dead)|(?:shot and )?killed by (?:police|officers|deputies|troopers)|and the (?:gunman|shooter|attacker|suspect))\b/iu;

/** Says whether an article tells that whoever did it died too: then counts of the dead take them in or do not. */
export function mayCountDoer(body: string): boolean {
  return DOER_DIED.test(body);
}
