import type { Instant } from "#core/article/instant.ts";
import { type ReleaseNotice, readNoticeLine } from "./notice.ts";
import { plainLetters, unveil } from "./unveil.ts";

const FIRST = new Set(
  `embargo embargoed embargos hold onhold hfr draft drafts confidential sperrfrist gesperrt ambargo ambargolu embargado embargada
  entwurf brouillon borrador rascunho bozza unpublished unreleased pending эмбарго`.split(/\s+/u),
);
const ANYWHERE =
  /\b(?:embargoed|sperrfrist|sous embargo|under embargo|do not (?:publish|use|release)|not for (?:release|publication)|hold for release|embargo until|embargo till|embargo to)\b/u;

/**
 * What the name of a file or a folder says of the copy in it: `EMBARGOED-budget.txt`, `drafts/`. A name
 * that repeats its story's headline, as slugs do, says nothing: `draft-law-passes.md`.
 */
export function readFileName(
  name: string,
  title: string | null,
  takenIn: Instant,
): ReleaseNotice | null {
  const words =
    plainLetters(unveil(name))
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const text = words.join(" ");
  const word = FIRST.has(words[0] ?? "") ? (words[0] ?? "") : (ANYWHERE.exec(text)?.[0] ?? null);
  if (word === null) return null;
  const headline = plainLetters(unveil(title ?? "")).toLowerCase();
  const told = word.split(" ").at(-1) ?? word;
  if (headline !== "" && headline.includes(told)) return null;
  const spoken = name.replace(/\.[A-Za-z0-9]{1,8}$/u, "").replace(/_+|(?<!\d)-|-(?!\d)/gu, " ");
  const read = readNoticeLine(spoken, "desk", takenIn).notice;
  if (read !== null) return { ...read, text: name, isBare: false };
  return {
    ...{
      text: name,
      until: null,
      clock: null,
      isZoned: true,
      isBare: false,
      isOpen: false,
      rest: "",
    },
    why: "Its name says so",
  };
}
