import { cutAtProse } from "./cut.ts";
import { judgeLifted } from "./lifting.ts";
import {
  hasObject,
  isContact,
  isCredit,
  isInList,
  isLabelled,
  isNext,
  isQuote,
  isQuoted,
  isSpan,
  isTerritory,
} from "./news-sign.ts";
import {
  EMBARGO,
  foreignIn,
  isAfter,
  isOfCopy,
  isOpening,
  isProse,
  isShouted,
  isUntil,
  opensWithDesk,
  type Sighting,
  withMomentsBefore,
} from "./sighting.ts";
import { afterDays, readTerms, type Terms } from "./terms.ts";

/** What a sighting is, and by which rule. */
export interface Judgement {
  readonly kind: "notice" | "free" | "news";
  readonly why: string;
  /** The terms of a notice; of news, nothing that counts. */
  readonly terms: Terms;
  /** Words after the notice that are none of it: a headline behind a dash. */
  readonly rest: string;
  /** How many words beside the wording its language does not know: another may read them better. */
  readonly unknown: number;
}

const LONGEST_EVENT = 10;

/** Says whether a wording is a notice about its copy, lets the copy go, or is news. */
export function judge(sighting: Sighting): Judgement {
  const { row, table, after, before } = sighting;
  const { head, rest } = cutAtProse(after, table);
  const told = withMomentsBefore(sighting, readTerms(head.toLowerCase(), table));
  const terms = isAfter(sighting) ? afterDays(told) : told;
  const unknown = terms.foreign.length + foreignIn(before, table).length;
  const tell: Tell = (kind, why) => ({ kind, why, terms, rest, unknown });
  if (row.weight === "lifted") {
    const { kind, why } = judgeLifted(sighting, head, terms);
    return tell(kind, why);
  }
  if (row.weight === "alone") return alone(sighting, head + rest, terms, tell);
  if (hasObject(sighting, head, terms)) return tell("news", "It is laid on a thing or a country");
  return row.weight === "sure"
    ? sure({ sighting, terms, head, rest, told: tell })
    : timed({ sighting, terms, head, rest, told: tell });
}

type Tell = (kind: Judgement["kind"], why: string) => Judgement;

interface Judged {
  readonly sighting: Sighting;
  readonly terms: Terms;
  readonly head: string;
  readonly rest: string;
  readonly told: Tell;
}

function alone(
  { place, isOfPage, found, before }: Sighting,
  after: string,
  terms: Terms,
  told: Tell,
): Judgement {
  const isDated = terms.moments.length > 0 && terms.foreign.length === 0;
  const isAlone =
    !/[\p{L}\p{N}]/u.test(before.replace(DESK_LABEL, "")) &&
    (isDated || !/[\p{L}\p{N}]/u.test(after));
  // "CONFIDENTIAL UNTIL 9 MAY" is another wording's.
  if (!isAlone || GOES_ON.test(after)) return told("news", "Other words stand beside it");
  return (place === "desk" && !isOfPage) || isShouted(found)
    ? told("notice", "It stands by itself")
    : told("news", "It is a word in ordinary letters");
}

const GOES_ON =
  /^[^\p{L}\p{N}]*(?:until|till|before|to|for|pending|bis|jusqu|hasta|ate|fino|tot|do|до|حتي|تك)(?!\p{L})/iu;

// Reads: Note: CONFIDENTIAL, Eds: HOLD
const DESK_LABEL =
  /^[^\p{L}]*(?:eds?|editors?|note|notes|attn|attention|status|memo|advisory)[^\p{L}]*$/iu;

/** Words that are a notice by themselves, unless they stand in somebody's sentence. */
function sure(judged: Judged): Judgement {
  const { sighting, terms, told } = judged;
  const { place, before } = sighting;
  if (isQuoted(before) && (place !== "desk" || isQuote(sighting)))
    return told("news", "Somebody says it");
  const hasDate = place === "desk" || terms.moments.some(({ days }) => days.length > 0);
  if (terms.isPrecise && (isOpening(sighting) || (hasDate && terms.foreign.length === 0)))
    return told("notice", "It names a day and a time");
  if (place === "desk") {
    // "No broadcast before 9pm for gambling adverts" is a rule of the news.
    const isRule =
      terms.moments.length > 0 && terms.foreign.length > 0 && NO_ONE.test(sighting.found);
    return isRule ||
      isInList(sighting, terms) ||
      isContact(sighting) ||
      isTerritory(sighting) ||
      isProse(before, sighting.table)
      ? told("news", "It stands in a sentence about something else")
      : told("notice", "It is the desk's own form");
  }
  if (!isOpening(sighting)) return told("news", "It stands in a sentence about something else");
  return terms.foreign.length > 0 ? sureWithMore(judged) : surePure(judged);
}

/** "No use", "Not released": news as often as not; "Not for release" and "Not to be used" are the desk's. */
const NO_ONE = /^\s*(?:no\b|not (?!for\b|to be\b))/i;

/** "Not for publication before the minister sits down", and not "Embargoed until 2030 under a court order, the files name agents." */
function sureWithMore({ sighting, terms, head, rest, told }: Judged): Judgement {
  if (isSpan(sighting.found, head)) return told("news", "It lasts a span of time");
  const isForm = isUntil(sighting.found) && !NO_ONE.test(sighting.found);
  if (terms.isUnclear && !NO_ONE.test(sighting.found))
    return told("notice", "It announces a time that cannot be read");
  // "Embargoed until the close of trading, 9 May 2025"; a year alone is no day.
  if (
    terms.hasDay &&
    isForm &&
    EMBARGO.test(sighting.found) &&
    terms.foreign.length <= LONGEST_EVENT
  )
    return told("notice", "It names a day among words that cannot be read");
  const isEvent =
    (terms.moments.length === 0 || (EMBARGO.test(sighting.found) && !terms.hasDay)) &&
    terms.foreign.length <= LONGEST_EVENT &&
    !/[,;]/u.test(head) &&
    !isProse(head, sighting.table) &&
    isForm &&
    (sighting.place !== "headline" || !/[\p{L}\p{N}]/u.test(rest) || isShouted(sighting.found));
  return isEvent
    ? told("notice", "It waits for an event")
    : told("news", "It goes on as prose does");
}

function surePure({ sighting, terms, head, rest, told }: Judged): Judgement {
  const { place, found } = sighting;
  if (terms.hasDay) return told("notice", "It names a day");
  if (isShouted(found)) return told("notice", "It is shouted");
  const isBare = !/[\p{L}\p{N}]/u.test(head);
  // "Onder embargo: Persbericht: …": words of the desk stand between it and the headline.
  if (/\p{L}/u.test(head)) return told("notice", "It is the desk's own form");
  if (/[\p{L}\p{N}]/u.test(rest) && !opensWithDesk(rest, sighting.table))
    return told("news", "A headline goes on behind it");
  const isNoun = EMBARGO.test(found) && !/(?:ed|'d)$/i.test(found.trim());
  if (isBare && place === "headline" && isNoun)
    return told("news", "It is a subject, without terms");
  return told("notice", "It is the desk's own form");
}

/** Words that are a notice with a moment beside them. */
function timed(judged: Judged): Judgement {
  const { sighting, terms, rest, told } = judged;
  const { place, before, found } = sighting;
  if (isQuoted(before) && place !== "desk") return told("news", "Somebody says it");
  const opens = isOpening(sighting);
  const isEmbargo = EMBARGO.test(found) && (place === "desk" || isOfCopy(before, sighting.table));
  if (isLabelled(sighting) || isNext(sighting)) return told("news", "It is said of another thing");
  if (place !== "desk" && isCredit(found)) return told("news", "It dates what it speaks of");
  if (terms.isPrecise && terms.foreign.length === 0 && (opens || isEmbargo))
    return told("notice", "It names a day and a time");
  if (
    terms.isPrecise &&
    place === "desk" &&
    (isEmbargo || (opens && isUntil(found))) &&
    !isProse(before, sighting.table)
  )
    return told("notice", "It names a day and a time");
  const isTold = place === "desk" && terms.isPrecise && terms.foreign.length === 0;
  if (isTold && !isProse(before, sighting.table))
    return told("notice", "It names a day and a time");
  if (!opens) return told("news", "It stands in a sentence about something else");
  // "Embargo 9 May inclusive", "not before 9 May but after the vote": words that nobody here can weigh.
  const isDesk = place === "desk" && terms.hasDay && terms.foreign.length <= LONGEST_EVENT;
  if (
    isDesk &&
    (isEmbargo || isUntil(found) || /not before/i.test(found)) &&
    !isProse(judged.head, sighting.table)
  )
    return told("notice", "It names a day among words that cannot be read");
  if (terms.isUnclear && (EMBARGO.test(found) || isUntil(found))) return unclear(judged);
  if (terms.foreign.length > 0) return timedWithMore(judged);
  if (!terms.hasDay) return timedBare(judged);
  if (place !== "desk" && !isShouted(found)) {
    if (/[\p{L}\p{N}]/u.test(rest)) return told("news", "A headline goes on behind it");
    // "Publication: 4 December" below a headline is a credit.
    const isForm = place === "headline" && /^\W*(?:for|adv|hold|not)/i.test(found);
    if (!EMBARGO.test(found) && !isUntil(found) && !isForm) {
      return told("news", "It dates what it speaks of");
    }
  }
  return told("notice", "It names a day");
}

/** "EMBARGO: see the mail", "Hold until cleared"; not "Embargo: the word that shaped an island". */
function timedWithMore({ sighting, terms, head, told }: Judged): Judgement {
  const { place, isOfPage, found } = sighting;
  const waits = WAITS.test(head);
  if (waits && (place === "desk" || isShouted(found)))
    return told("notice", "It waits for an event");
  // "Hold until the family is told", "Not before the court has ruled": from desk to desk no moment is needed.
  const isOrder = place === "desk" && !isOfPage && isUntil(found) && !ADVANCE.test(found);
  if (isOrder && terms.foreign.length <= LONGEST_EVENT)
    return told("notice", "It waits for an event");
  const isLabel =
    place === "desk" && EMBARGO.test(found) && (/[:=-]\s*$/u.test(found) || isUntil(found));
  // In the desk's place what speaks of an embargo holds, unless it is prose about one.
  const isDesk =
    place === "desk" && !isOfPage && EMBARGO.test(found) && terms.foreign.length <= LONGEST_EVENT;
  if ((isLabel || isDesk) && !isProse(head, sighting.table))
    return told("notice", "It is the desk's own form");
  return told("news", "It goes on as prose does");
}

/** "EMBARGO UNTIL TOMORROW 10AM", "emb. 0001 1/12": a time that nobody here can read. */
function unclear({ sighting: { place, found }, terms, told }: Judged): Judgement {
  return place === "desk" || isShouted(found) || (place === "headline" && terms.hasDay)
    ? told("notice", "It announces a time that cannot be read")
    : told("news", "It is a subject, without terms");
}

function timedBare({ sighting, terms, rest, told }: Judged): Judgement {
  const { place, found } = sighting;
  if (!EMBARGO.test(found)) {
    const isAll = place === "desk" || (place === "headline" && !/[\p{L}\p{N}]/u.test(rest));
    return terms.moments.length > 0 && isAll
      ? told("notice", "It names a time of no day")
      : told("news", "It names no day");
  }
  if (place === "desk") return told("notice", "It stands by itself");
  const isAll = !/[\p{L}\p{N}]/u.test(sighting.before) && terms.moments.length === 0;
  return isAll && isShouted(found)
    ? told("notice", "It stands by itself, shouted")
    : told("news", "It is a subject, without terms");
}

/** "Advance for Sunday editions" says for whom. */
const ADVANCE = /^\W*adv/i;
const WAITS =
  /\b(?:tb[acd]|further notice|clear(?:ed|ance)|approv(?:ed|al)|confirm(?:ed|ation)?|deliver(?:y|ed)|notice|pending|delivery|announced|go-ahead|when|once|after|as soon as|if|as usual|as per usual|instructed|advised|see (?:the |your |our |my )?(?:\p{L}+ )?(?:notes?|e-?mails?|mail|letter|memo|advisory|schedule|above|below|attached))\b/iu;
