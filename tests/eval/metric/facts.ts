import type { Brief, Fact } from "#core/brief/brief.ts";
import { sameSpeaker } from "./names.ts";

/** What a sentence's fact must keep; `a|b` is either of the two. */
export interface Kept {
  readonly has: string;
  readonly owner?: string | undefined;
  readonly hedge?: string | undefined;
}

/** Says whether one fact tells all of `wanted`; `a|b` is told by either. */
export function tells(fact: Fact, wanted: readonly string[]): boolean {
  const text = flat(fact.text);
  return wanted.every((words) => eitherOf(words).some((word) => hasWords(text, flat(word))));
}

/** Which of the wanted statements no fact tells. */
export function untold(brief: Brief, wanted: readonly (readonly string[])[]): number[] {
  return wanted.flatMap((words, index) =>
    brief.facts.some((fact) => tells(fact, words)) ? [] : [index],
  );
}

/** What a fact lost of the claim that it is made of; empty where it lost nothing. */
export function lostOf(fact: Fact, claim: Kept): ("owner" | "hedge")[] {
  const lost: ("owner" | "hedge")[] = [];
  if (claim.owner !== undefined && !keepsOwner(fact, claim.owner)) lost.push("owner");
  if (claim.hedge !== undefined && !keepsHedge(fact, claim.hedge)) lost.push("hedge");
  return lost;
}

/** Says whether a fact is made of the sentence that a claim names. */
export function isMadeOf(fact: Fact, claim: Kept): boolean {
  return eitherOf(claim.has).some((words) => flat(fact.text).includes(flat(words)));
}

function keepsOwner(fact: Fact, owner: string): boolean {
  return eitherOf(owner).some(
    (name) => hasWords(flat(fact.text), flat(name)) || sameSpeaker(fact.attribution, name),
  );
}

function keepsHedge(fact: Fact, hedge: string): boolean {
  return hasWords(flat(fact.text), flat(hedge)) || hasWords(flat(fact.hedge ?? ""), flat(hedge));
}

/** `a|b` is either of the two. */
function eitherOf(words: string): string[] {
  return words.split("|");
}

function flat(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replace(/\s+/gu, " ");
}

/** "12" is not in "1,120", nor in "12.5"; "kill" is in "killed". */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + words.length, at + words.length + 2);
    const splitsWord = /[\p{L}\p{N}]$/u.test(before) || /\d[.,]$/u.test(before);
    const splitsFigure = /\d$/u.test(words) && /^(?:\d|[.,]\d)/u.test(after);
    if (!splitsWord && !splitsFigure) return true;
  }
  return false;
}
