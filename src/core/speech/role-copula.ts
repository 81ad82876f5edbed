import { adjoins, type NameRun } from "#core/text/name.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { scan } from "./role-behind.ts";
import { behindCopula, rangeOf } from "./role-noun.ts";
import { wholeEnd } from "./role-whole.ts";

const FURTHEST_NOUN = 7;
/** What one may be for the moment, or in somebody's eyes. */
const NO_POST =
  /^(?:supporter|admirer|critic|opponent|rival|friend|champion|star|winner|suspect|victim|favou?rite|legend|icon|man|woman|boy|girl|person|source|witness|defendant|survivor|hopeful)$/u;

/** "Roe is the head of Tarn Power, the ferry firm": an office, and the body that it is of. */
export function copulaBehind(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const is = run.last + 1;
  if (tokens[is]?.lower !== "is" || !adjoins(body, tokens[run.last], tokens[is])) return null;
  const first = behindCopula(tokens, is);
  if (first === null) return null;
  const { noun, last } = scan(body, tokens, first);
  if (noun < 0 || last < noun || noun - first > FURTHEST_NOUN) return null;
  if (NO_POST.test(tokens[noun]?.lower ?? "")) return null;
  const opener = tokens[first];
  const start = /^(?:an?|the)$/u.test(opener?.lower ?? "") ? first + 1 : first;
  const end = wholeEnd(tokens, start, noun, last);
  if (end === null || tokens.slice(start, end + 1).some(({ kind }) => kind === "mark")) return null;
  return isPost(tokens, start, noun, end) ? rangeOf(tokens, start, end) : null;
}

/** "is a fish biologist at Sable College", "is Tarn's mayor"; but not "is a better captain". */
function isPost(tokens: readonly Token[], start: number, noun: number, end: number): boolean {
  const owned = tokens[start]?.capital === true && tokens.slice(start, noun).some(isOwner);
  const link = tokens[noun + 1]?.lower ?? "";
  const the = tokens[noun + 2]?.lower === "the" ? 3 : 2;
  const body = /^(?:of|at|for|with)$/u.test(link) && tokens[noun + the]?.capital === true;
  return owned || (body && noun + the <= end);
}

function isOwner({ kind }: Token): boolean {
  return kind === "possessive";
}
