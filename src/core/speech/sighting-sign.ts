import type { NameRun } from "#core/text/name.ts";
import type { Range } from "#core/text/text.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import { readCue } from "./cue.ts";

const FIRM =
  /^(?:label|company|firm|band|charity|retailer|airline|supermarket|chain|brewery|start-?up|manufacturer|carmaker|nonprofit|non-profit|think-tank|quartet|trio|startup)$/u;

/** "Big Anvil, the label that owns the songs": it is no person, whatever its name looks like. */
export function isFirm(tokens: readonly Token[], { last }: NameRun): boolean {
  if (tokens[last + 1]?.lower !== "," || !/^(?:the|an?)$/u.test(tokens[last + 2]?.lower ?? ""))
    return false;
  const noun = [last + 3, last + 4, last + 5].find((at) => FIRM.test(tokens[at]?.lower ?? ""));
  return (
    noun !== undefined &&
    /^(?:that|which|behind|,|of|in|and|with|based)$/u.test(tokens[noun + 1]?.lower ?? "")
  );
}

/** "Big Anvil have denied it", "The Quay Boys are back", "the Harriers coach": one name for several, as its verb or its team shows. */
export function isSeveral(tokens: readonly Token[], { first, last }: NameRun): boolean {
  const before = tokens[first - 1];
  const next = tokens[last + 1]?.lower ?? "";
  if (
    before?.lower === "the" &&
    OF_A_TEAM.has(TEAM_PREFIXES.has(next) ? (tokens[last + 2]?.lower ?? "") : next)
  )
    return true;
  if (next !== "have" && next !== "are" && next !== "were") return false;
  return before === undefined || /^[.!?”"]$/u.test(before.lower) || before.lower === "that";
}

/** Whom a team has, and a person has not; a player of tennis has a coach, who is "her coach". */
const OF_A_TEAM: ReadonlySet<string> = new Set(
  `coach manager captain skipper striker midfielder defender goalkeeper keeper winger forward full-back fullback centre-half centre-back
  fly-half scrum-half prop hooker lock flanker quarterback pitcher catcher batsman bowler batter players squad fans supporters defence
  midfield dressing bench line-up lineup`.split(/\s+/),
);
const TEAM_PREFIXES: ReadonlySet<string> = new Set(
  "head assistant interim caretaker first-team team vice former new".split(" "),
);

/** "known as Mobile", "aka Mobile"; the words between are no name. */
export function isAlias(tokens: readonly Token[], { first }: NameRun): boolean {
  const at = /^["“‘']$/u.test(tokens[first - 1]?.lower ?? "") ? first - 2 : first - 1;
  const before = tokens[at]?.lower ?? "";
  if (/^(?:nicknamed|aka|a\.k\.a|a\.k\.a\.|alias)$/u.test(before)) return true;
  return before === "as" && tokens[at - 1]?.lower === "known";
}

/** "On the Tarnline, the officer said": what looks like a role behind a name is who speaks, of another. */
export function isSubject(tokens: readonly Token[], run: NameRun, role: Range): boolean {
  if (role.start < (tokens[run.last]?.end ?? 0) || isOpeningName(tokens, run, role)) return false;
  const next = readCue(tokens[tokenAt(tokens, role.end)]?.lower ?? "");
  return next !== null && (next.form === "past" || next.form === "present");
}

/** “…,” Ann Roe, a tide reader at Sable College told Reuters: the second comma is missing. */
function isOpeningName(tokens: readonly Token[], { first, last }: NameRun, role: Range): boolean {
  if (first === last || tokens[last + 1]?.lower !== ",") return false;
  const before = tokens[first - 1];
  const opener = tokens[tokenAt(tokens, role.start) - 1]?.lower ?? "";
  return (before === undefined || before.kind === "mark") && /^(?:an?|,)$/u.test(opener);
}

const PLACES = /^(?:in|near|across|outside|inside|throughout|to|from|at)$/u;

/** "in Orva", "to Orva"; but not "according to Orva", nor "in Orva Mayor Ann Roe". */
export function isPlaced(
  tokens: readonly Token[],
  { first, name }: NameRun,
  alone: boolean,
): boolean {
  if (name > first) return false;
  const { lower = "" } = tokens[first - 1] ?? {};
  if (!PLACES.test(lower) || (lower === "to" && tokens[first - 2]?.lower === "according"))
    return false;
  return alone || !/^(?:to|from|at)$/u.test(lower);
}

/** "in the Commons", "in Tarn": a place, or a house, by a name of one word. */
export function isWithin(tokens: readonly Token[], { first, last }: NameRun): boolean {
  const before = tokens[first - 1]?.lower === "the" ? first - 2 : first - 1;
  return first === last && /^(?:in|near|inside|outside|across)$/u.test(tokens[before]?.lower ?? "");
}

/** What people see, read or use, and what says nothing by itself. */
const WORKS: ReadonlySet<string> = new Set(
  `film movie musical drama comedy thriller sitcom play opera novel memoir book album single song track ballad
  game videogame app application platform browser software phone smartphone console headset ship vessel yacht
  destroyer frigate carrier plane jet rocket satellite telescope car suv sedan drug vaccine`.split(
    /\s+/,
  ),
);

/** "the musical Long Harbour", "aboard the destroyer Sable Wind": a thing, whatever its name looks like. */
export function isWork(tokens: readonly Token[], { first }: NameRun): boolean {
  const noun = tokens[first - 1];
  return noun?.kind === "word" && !noun.capital && WORKS.has(noun.lower);
}
