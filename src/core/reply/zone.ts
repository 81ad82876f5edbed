import { fold } from "#core/digest/fold.ts";

/** IANA's time zones whose name has every typed word: `new york` finds `America/New_York`; all for an empty text. */
export function zonesLike(typed: string): readonly string[] {
  const words = fold(typed)
    .split(/[\s_/,]+/u)
    .filter(Boolean);
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return zones
    .filter((zone) => {
      const name = fold(zone.replace(/[_/]/gu, " "));
      return words.every((word) => name.includes(word));
    })
    .toSorted((a, b) => rank(a, words) - rank(b, words));
}

/** A zone whose city begins with what is typed comes first. */
function rank(zone: string, [first]: readonly string[]): number {
  const city = fold(zone.split("/").at(-1) ?? zone);
  return first !== undefined && city.startsWith(first) ? 0 : 1;
}
