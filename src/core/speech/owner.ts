import type { Sentence } from "#core/text/text.ts";
import {
  type Attribution,
  findAttribution,
  isWholeName,
  takesClause,
  withoutRole,
} from "./attribution.ts";
import type { Claim } from "./claim.ts";
import type { FullestName } from "./fullest-name.ts";
import type { Entity, Mention } from "./mention.ts";
import type { Quote } from "./quote.ts";

/** What is known of the whole article. */
export interface Known {
  readonly body: string;
  readonly entities: readonly Entity[];
  readonly fullestName: FullestName;
}

/** What was read of one sentence by those who look for speakers. */
export interface Spoken {
  readonly claims: readonly Claim[];
  readonly quotes: readonly Quote[];
  readonly mentions: readonly Mention[];
  /** The share of the sentence in quotation marks. */
  readonly quoted: number;
}

/** With less of it in marks a sentence is the writer's, whoever is quoted in it. */
const SPEAKERS_SHARE = 0.4;

/**
 * Who answers for a whole sentence: by what was read as indirect speech, by the sentence's own words,
 * by the quotation that fills it. One who answers for a part of it only is not its owner: "The bank
 * left its rate at 4 per cent, and said that a cut was possible".
 */
export function findOwner(
  known: Known,
  sentence: Sentence,
  { claims, quotes, mentions, quoted }: Spoken,
): Attribution | null {
  const { body } = known;
  for (const claim of claims) {
    const found = readGoverning(body, sentence, claim);
    if (found !== null) return { ...found, owner: wholeName(known, claim, found.owner, sentence) };
  }
  const found = findAttribution(body.slice(sentence.start, sentence.end));
  if (found !== null && claims.some((claim) => isUnsure(claim, sentence, found))) return null;
  if (found !== null) return { ...found, owner: nameOf(known, sentence, found, mentions) };
  const speaker = quoted >= SPEAKERS_SHARE ? (quotes[0]?.speaker ?? null) : null;
  return speaker === null ? null : { owner: speaker.name, start: 0, end: 0, trailing: false };
}

/** Words that the engine has read, and could not tell whose they are: then nobody owns the sentence. */
function isUnsure(claim: Claim, { start }: Sentence, found: Attribution): boolean {
  const { owner, attributionStart, attributionEnd } = claim;
  return (
    owner === null && attributionStart < start + found.end && start + found.start < attributionEnd
  );
}

/** The fullest name of whom an attribution names. */
function nameOf(
  { body, entities, fullestName }: Known,
  { start }: Sentence,
  found: Attribution,
  mentions: readonly Mention[],
): string {
  const ownerEnd = body.indexOf(found.owner, start + found.start) + found.owner.length;
  const named = mentions.find(({ form, end }) => form === "name" && end === ownerEnd);
  const known = entities[named?.entity ?? -1];
  // "Head of news Ann Roe": the mention takes her title in, and her name is at its end.
  const isEnd = known !== undefined && body.slice(0, ownerEnd).endsWith(known.name);
  const nameStart = isEnd ? ownerEnd - known.name.length : (named?.start ?? ownerEnd);
  // "a poll in the Courier": the poll is not the Courier.
  const isPart = PART.test(body.slice(ownerEnd - found.owner.length, nameStart));
  const entity = isPart ? undefined : known;
  return entity?.kind === "person" ? entity.name : fullestName(found.owner);
}

/** "the Justice Department" where only "Department" was read as a name; "Jan Rasool" for "Rasool". */
function wholeName(
  { body, entities, fullestName }: Known,
  { ownerEnd }: Claim,
  owner: string,
  { start }: Sentence,
): string {
  // "said the promoter, Ida Moe"
  const behind = /^, ([^,;:.“”"]{3,50})(?=[,.;]|$)/u.exec(body.slice(ownerEnd, ownerEnd + 60))?.[1];
  if (/^\p{Ll}/u.test(owner) && isWholeName(behind ?? "")) return behind ?? owner;
  if (!/^\p{Lu}\S*$/u.test(owner)) return owner;
  const printed = body.slice(Math.max(start, ownerEnd - 80), ownerEnd);
  const before = printed.endsWith(owner) ? printed.slice(0, -owner.length) : "";
  const names = /(?:(?<![.!?]["”]? )\p{Lu}[\p{L}.’'&-]*[^\S\n]+)+$/u.exec(before)?.[0] ?? "";
  const isPerson = entities.some(({ name, kind }) => kind === "person" && name === owner);
  return isPerson || names === "" ? fullestName(owner) : withoutRole(`${names}${owner}`);
}

const PART = /\s(?:in|of|for|by|from|with|at|to|on)\s(?:the\s)?$/i;

// What opens a sentence before its subject: "On Monday,", "Opening the case in court,".
const OPENING =
  /^(?:(?:but|and|yet|so|however|meanwhile|moreover|also)\b,?\s*)?(?:(?:(?:late |early )?on |last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?\s+|(?:in|on|at|after|before|during|when|as|while|with|for|by|despite|since|following|asked|speaking|if|under|among|hours|days|weeks|\p{L}+ing|\p{L}+ly|earlier|later|last)\b[^,;:“”"]{0,120},\s*)?$/iu;
// What may stand between a subject and its verb: asides between commas, auxiliaries, adverbs, a day.
const BETWEEN =
  /^(?:,[^“”";:]{2,160},)?(?:\s+(?:has|have|had|also|later|earlier|then|now|still|again|already|since|\p{Ll}+ly|on|last|late|early|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|today|yesterday|tonight))*\s*$/iu;
const ONLY_STOPS = /^[.!?]*$/u;
const BREAKS_OFF = /\b(?:and|or|but|that|which|who|while),?\s*$/i;

/** The attribution of a claim, where it governs the whole sentence; else `null`. */
function readGoverning(body: string, { start, end }: Sentence, claim: Claim): Attribution | null {
  const { owner, attributionStart, attributionEnd } = claim;
  if (owner === null || attributionEnd > end) return null;
  const range = { owner, start: attributionStart - start, end: attributionEnd - start };
  const lead = body.slice(start, attributionStart);
  const tail = body.slice(attributionEnd, end);
  const isTag = lead !== "" && ONLY_STOPS.test(tail);
  if (isTag)
    return BREAKS_OFF.test(lead) ? null : { ...range, trailing: !/[,?!]["'”’»]\s*$/u.test(lead) };
  const isInserted = /,\s*$/u.test(lead) && /^\s*,/u.test(tail) && !OPENING.test(lead);
  if (isInserted) return BREAKS_OFF.test(lead) ? null : { ...range, trailing: false };
  if (!OPENING.test(lead)) return null;
  return leads(body, claim, end) ? { ...range, trailing: false } : null;
}

/** Says whether the owner is the subject of the sentence, and what he says its clause. */
function leads(body: string, claim: Claim, end: number): boolean {
  const { ownerStart, ownerEnd, cue, attributionEnd } = claim;
  if (/^according/i.test(cue)) return true;
  const at = body.indexOf(cue, ownerEnd);
  // "The spokesman, Musa Adeji, confirmed": the comma that closes the name's own aside.
  const closes = body.slice(ownerStart, ownerEnd).includes(",") && body.charAt(ownerEnd) === ",";
  const between = body.slice(closes ? ownerEnd + 1 : ownerEnd, at);
  if (at < 0 || at > attributionEnd || !BETWEEN.test(between)) return false;
  const behind = body.slice(at + cue.length, end);
  return takesClause(cue, behind);
}
