const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const REGION = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** What countries are called in English. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((first) => LETTERS.flatMap((second) => REGION.of(first + second) ?? [])),
);
