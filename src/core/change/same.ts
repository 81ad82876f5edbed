import type { Statement } from "./difference.ts";
import { plainWords } from "./plain.ts";
import { keyOf, type Told } from "./statement.ts";

/**
 * Says whether two statements are of the same thing: what is counted, of whom, with whom, where and when
 * agree, or both state them. In doubt they are not.
 */
export function isSameThing(one: Told, other: Told): boolean {
  if (keyOf(one) !== keyOf(other) || one.described !== other.described) return false;
  if (one.taken.join() !== other.taken.join()) return false;
  // A count of the dead may take in who did it, and another not.
  if (one.measure === "killed" && (one.doerDied || other.doerDied)) return false;
  const placed = meet(one.places, other.places) && meet(one.scene, other.scene);
  return placed && meet(one.days, other.days);
}

/** Where both name some, they name one in common. */
function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((name) => other.includes(name));
}

const AUTHORITY =
  /\b(?:police|officers?|officials?|authorit(?:y|ies)|coast ?guard|fire(?:fighters?| service| department)?|sheriff|deput(?:y|ies)|troopers?|hospitals?|doctors?|rescuers?|rescue|medics?|paramedics?|coroner|investigators?|emergency)\b/i;

/**
 * "police" and "the police chief" may be one; "Pakistan" and "India" are not. What a report says in its
 * own voice may come from the authorities, and never from a side.
 */
export function isOneOwner(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return isNeutral(one) && isNeutral(other);
  const words = new Set(plainWords(one));
  return plainWords(other).some((word) => word.length > 3 && words.has(word));
}

function isNeutral(owner: string | null): boolean {
  return owner === null || AUTHORITY.test(owner);
}

const ROUNDED = 0.15;

function spanOf({ value, upTo, bound }: Span): { readonly from: number; readonly to: number } {
  const to = upTo ?? value;
  switch (bound) {
    case "at least":
    case "more than":
      return { from: value, to: Number.POSITIVE_INFINITY };
    case "at most":
    case "less than":
      return { from: Number.NEGATIVE_INFINITY, to };
    case "about":
      return { from: value * (1 - ROUNDED), to: to * (1 + ROUNDED) };
    case null:
      return { from: value, to };
  }
}

type Span = Pick<Statement, "value" | "upTo" | "bound">;

/** Says whether two figures can't both be true: "at least 12" leaves room for 15. */
export function exclude(one: Span, other: Span): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.to < b.from || b.to < a.from;
}

/** Rounded figures that are nearer than this have not moved. */
const SAME_ROUNDED = 0.2;

/** Says whether a figure has become the other: both bounds are printed, so that a bound may move too. */
export function hasMoved(was: Span, now: Span): boolean {
  if (was.upTo !== null || now.upTo !== null || was.value === now.value) return false;
  if (was.bound === now.bound)
    return was.bound !== "about" || Math.abs(now.value - was.value) > SAME_ROUNDED * was.value;
  if (exclude(was, now)) return true;
  // "at least 12" has become 15, or "more than 14".
  return isFloor(was) && (now.bound === null || isFloor(now)) && now.value > was.value;
}

function isFloor({ bound }: Span): boolean {
  return bound === "at least" || bound === "more than";
}
