import type { Range } from "#core/text/text.ts";
import { isCutName, isJoinedName } from "./cut-name.ts";
import { isDoubtfulName } from "./doubtful-name.ts";
import { genderOfName } from "./given-name.ts";
import type { Entity, Mention } from "./mention.ts";
import { isAttributive, isMute } from "./mute.ts";
import { isNoSpeaker } from "./no-speaker.ts";
import { isNoName } from "./not-said.ts";
import type { Speaker } from "./quote.ts";
import { printedRole } from "./role-alone.ts";
import { spelledOut } from "./spelled-out.ts";
import { inFull } from "./titled-name.ts";

/** The people of an article, with the test whether a name was cut out of a longer one. */
export interface Named {
  readonly entities: readonly Entity[];
  readonly isCut: (who: Entity) => boolean;
}

/** Somebody as a brief names them, by one mention; `null` where a reader of the brief would not know who that is. */
export function speakerAt(
  body: string,
  entity: number,
  { start, end }: Range,
  { entities, isCut }: Named,
): Speaker | null {
  const found = entities[entity];
  const who = found === undefined ? undefined : inFull(found, entities);
  if (who === undefined || !isNamed(body, who, { start, end }, isCut)) return null;
  const name = spelledOut(body, who.name).replace(AGE_BETWEEN, "");
  return { name, role: printedRole(who.name, who.role), start, end };
}

/** Whoever an article names outside of anybody's words, once for each time: all of them might speak in it. */
export function findSpeakers(
  body: string,
  { mentions, entities }: { readonly mentions: readonly Mention[] } & Pick<Named, "entities">,
): readonly Speaker[] {
  const named: Named = { entities, isCut: createIsCut(body) };
  return mentions.flatMap(({ form, entity, quoted, start, end }) => {
    if (form === "pronoun" || entity === null || quoted) return [];
    return speakerAt(body, entity, { start, end }, named) ?? [];
  });
}

/** "Otto Lund, 80, and Ida Lund": names alone. */
const AGE_BETWEEN = /, \d{1,3},(?= and )/u;

/** What somebody's words stand in, or where they were spoken: nobody says so. */
const SILENT = /^(?:(?:an?|the|this|that|its|their|his|her) )?(?:statement|headquarters)$/i;

/** "her mother": nobody outside the article knows whose. */
const OF_WHOM = /^(?:his|her|its|their|our|my|your)\s/i;

/** By a name that is whole, no place's, and no "her mother". */
function isNamed(body: string, who: Entity, { start, end }: Range, isCut: Named["isCut"]): boolean {
  if (who.kind === "place" || SILENT.test(who.name)) return false;
  const printed = body.slice(Math.max(0, start - 4), end);
  if (isMute(who) || isAttributive(body, who, { start, end })) return false;
  if (isNoSpeaker(body, who, { start, end })) return false;
  if (isDoubtfulName(body, who, { start, end })) return false;
  return !OF_WHOM.test(who.name) && !isCut(who) && !isNoName(body, who, printed);
}

/** Makes the test of an article's names: each is looked for all over it, and once. */
export function createIsCut(body: string): Named["isCut"] {
  const known = new Map<Entity, boolean>();
  return (who) => {
    const found = known.get(who) ?? isCutIn(body, who);
    known.set(who, found);
    return found;
  };
}

/** Whom nothing shows to be a person, and whose name was cut out of a longer one. */
function isCutIn(body: string, { kind, role, name, gender }: Entity): boolean {
  if (role !== null || gender !== "unknown") return false;
  if (kind !== "person") return isCutName(body, name);
  return genderOfName(name) === "unknown" && isJoinedName(body, name);
}
