import { findAttribution } from "./attribution.ts";
import { hasMainVerb } from "./clause.ts";
import { findHedge } from "./hedge.ts";
import { changesClaim, connectiveLength, findAsides, leaveOut } from "./shorten.ts";
import type { Range } from "./text.ts";

/** As long as a headline is made; one that the copy has is kept as it is. */
export const HEADLINE_LENGTH = 110;
const FEWEST_LETTERS = 40;

/** Says what the copy itself is headed; `null` where its title says nothing. */
export function ownHeadline(title: string | null): string | null {
  const clean = title?.replace(/\s+/gu, " ").trim() ?? "";
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

/**
 * Makes a headline from the lede in the lede's words and order. What goes first is what the claim can
 * do without; who makes it, a hedge, a negation or a condition stays. "…" marks a cut at last.
 */
export function headlineFrom(lede: string): string {
  const plain = leaveOut(lede, []);
  if (fits(plain)) return unstopped(plain);
  const start = connectiveLength(plain);
  const asides = findAsides(plain).filter((range) => range.start >= start);
  const cuts: Range[] = start > 0 ? [{ start: 0, end: start }, ...asides] : asides;
  const bare = upperFirst(leaveOut(plain, cuts));
  if (fits(bare)) return unstopped(bare);
  const short = dropTrailing(bare);
  return fits(short) ? unstopped(short) : cutAtWord(unstopped(short));
}

function fits(text: string): boolean {
  return unstopped(text).length <= HEADLINE_LENGTH;
}

function unstopped(text: string): string {
  return text.replace(/(?<![.\p{Lu}])\.$/u, "");
}

// Where a clause or a phrase begins that tells more of what was said: ", including …", " after …".
const JOINT =
  /,? (?:after|amid|following|while|when|where|as|during|including|which|who|with)\s|, (?=\S)| (?:--|—|–) /gu;

/** Drops what hangs on behind, the last first, but never the tag that says whose claim it is. */
function dropTrailing(text: string): string {
  const stopless = text.replace(/[.!?]+$/u, "");
  const attribution = findAttribution(text);
  const tag = attribution?.trailing ? stopless.slice(attribution.start) : "";
  let body = attribution?.trailing ? stopless.slice(0, attribution.start) : stopless;
  const joints = Array.from(body.matchAll(JOINT), ({ index }) => index).reverse();
  for (const joint of joints) {
    if (joint < FEWEST_LETTERS || body.length + tag.length <= HEADLINE_LENGTH) break;
    const part = body.slice(joint);
    if (changesClaim(part) || findHedge(part) !== null || !isWhole(body.slice(0, joint))) continue;
    body = body.slice(0, joint);
  }
  return `${body}${tag}`;
}

/** A cut must not leave a quotation, a bracket or a clause open: "With the protests over the shooting" waits for more. */
function isWhole(text: string): boolean {
  const marks = text.match(/"/gu)?.length ?? 0;
  const open = text.match(/[“(]/gu)?.length ?? 0;
  const closed = text.match(/[”)]/gu)?.length ?? 0;
  const hangs = /(?:\b(?:and|or|the|a|of|to|that|said|says|say)|[,:;])$/iu.test(text);
  return marks % 2 === 0 && open === closed && !hangs && hasMainVerb(text);
}

const LOOSE_END =
  /(?:[\s,;:–—-]+|\s(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|who|which|his|her|their|its|as|is|was|were|are|has|have|had|into|up))+$/iu;

/** An ellipsis says that the sentence goes on, so that a cut never passes for the whole claim. */
function cutAtWord(text: string): string {
  const room = text.slice(0, HEADLINE_LENGTH - 1);
  const space = room.search(/\s\S*$/u);
  const kept = space > HEADLINE_LENGTH / 2 ? room.slice(0, space) : dropHalfPair(room);
  return `${kept.replace(LOOSE_END, "")}…`;
}

/** Half a surrogate pair at the cut is no letter. */
function dropHalfPair(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/u, "");
}

/** The text with a capital at its head; a name that keeps its own small letter stays: iPhone. */
export function upperFirst(text: string): string {
  const first = /^\p{Ll}/u.exec(text)?.[0] ?? "";
  if (first === "" || /^\p{Ll}\p{Lu}/u.test(text)) return text;
  return first.toUpperCase() + text.slice(first.length);
}
