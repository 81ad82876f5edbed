import type { Entity, Mention } from "#core/speech/mention.ts";
import { FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";

/** People as one sentence names them, by their number in the article. */
export interface Naming {
  /** By the surname alone, where the article has the full name: "Moe". */
  readonly calls: readonly number[];
  /** By more than that: "Ida Moe", "Captain Moe". */
  readonly tells: readonly number[];
}

export const NOBODY: Naming = { calls: [], tells: [] };

/** Behind these stands a place or a thing that shares the name: "the Moe bridge", "a yard in Moe". */
const NO_PERSON = /(?:^|\s)(?:the|an?|in|at|across|near|out of|outside|into) $/i;
const TITLE = /(?:^|\s)(?!(?:Mr|Mrs|Ms|The|But|And|When|As|If|For|In|On)\b)\p{Lu}\p{L}+\.? $/u;

/** "her husband, Tomas" says who Tomas is; "in the morning, Moe" does not. */
function isApposed(before: string): boolean {
  const noun = /(?:^|\s)(?<noun>\p{Ll}+),? $/u.exec(before)?.groups?.noun ?? "";
  return ROLE_NOUNS.has(noun) || MALE_NOUNS.has(noun) || FEMALE_NOUNS.has(noun);
}

/** "Tomas and Ida Moe": the surname behind is that of both. */
function isShared(body: string, end: number, { name }: Entity): boolean {
  const shared = /^(?:, \p{Lu}[\p{L}’'-]+)* and \p{Lu}[\p{L}’'-]+ (?<surname>\p{Lu}[\p{L}’'-]+)/u;
  const surname = shared.exec(body.slice(end, end + 60))?.groups?.surname;
  return surname !== undefined && name.endsWith(` ${surname}`);
}

/** Reads whom a sentence names fully and whom only by a surname that its reader must know already. */
export function namingOf(
  body: string,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  headline: string | null,
): Naming {
  const calls: number[] = [];
  const tells: number[] = [];
  for (const { form, quoted, entity: id, start, end } of mentions) {
    const entity = entities[id ?? -1];
    if (form !== "name" || quoted || entity?.kind !== "person") continue;
    const name = body.slice(start, end).replace(/^(?:Mrs?|Ms)\.? /u, "");
    const isBare = !name.includes(" ") && entity.name.includes(" ");
    const before = body.slice(Math.max(0, start - 24), start);
    const isPlace = NO_PERSON.test(before) && !/^['’]s?(?!\p{L})/u.test(body.slice(end, end + 3));
    const isTitled =
      TITLE.test(before) || isPlace || isApposed(before) || isShared(body, end, entity);
    const isKnown = headline?.includes(name) === true;
    if (isBare && !isTitled && !isKnown) calls.push(entity.id);
    else tells.push(entity.id);
  }
  return { calls: calls.filter((id) => !tells.includes(id)), tells };
}
