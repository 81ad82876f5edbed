import { genderOfName } from "./given-name.ts";
import type { Entity } from "./mention.ts";

// "Mr. Roe", "Dr Roe", "Cr Roe"
const TITLED =
  /^(?<title>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Cr|Cllr|Clr|Ald|Atty|Fr|Adv|Engr)\.? (?<surname>\p{Lu}[\p{L}'’-]+)$/u;
const MALE = /^(?:Mr|Sir|Lord)$/u;
const FEMALE = /^(?:Mrs|Ms|Miss|Lady|Dame)$/u;

/** "Mr. Roe", read as a description: the one Roe of the article, where only one person can be meant. */
export function inFull(who: Entity, entities: readonly Entity[]): Entity {
  const issuer = issuerOf(who, entities);
  if (issuer !== null) return issuer;
  const { title = "", surname = "" } = TITLED.exec(who.name)?.groups ?? {};
  if (surname === "") return who;
  const meant = MALE.test(title) ? "male" : FEMALE.test(title) ? "female" : "unknown";
  const [only, other] = entities.filter(({ id, name, kind, gender }) => {
    if (id === who.id || kind !== "person" || !name.endsWith(` ${surname}`)) return false;
    if (TITLED.test(name)) return false;
    const known = gender === "unknown" ? genderOfName(name) : gender;
    return known === "unknown" || meant === "unknown" || known === meant;
  });
  return only !== undefined && other === undefined ? only : who;
}

const ISSUED = /^(?:[Aa]|[Tt]he) statement (?:from|by) (?<name>\p{Lu}[\p{L}'’ .-]+)$/u;

/** "A statement from Roe": paper says nothing, and the one Roe of the article does. */
function issuerOf({ name: printed }: Entity, entities: readonly Entity[]): Entity | null {
  const { name: issuer = "" } = ISSUED.exec(printed)?.groups ?? {};
  if (issuer === "") return null;
  const [only, other] = entities.filter(
    ({ name, kind }) => kind === "person" && (name === issuer || name.endsWith(` ${issuer}`)),
  );
  return other === undefined ? (only ?? null) : null;
}
