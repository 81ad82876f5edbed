import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedWords } from "#core/digest/fold.ts";
import { alternativesOf, formsOf } from "#core/reply/word-forms.ts";

/** Two words of which either finds the other, each as it may be typed. */
const SAME = `
  landslide/landslides philippine/philippines bridge/bridges house/houses city/cities country/countries
  survey/surveys church/churches monarch/monarchs boss/bosses virus/viruses reflex/reflexes blitz/blitzes
  crash/crashes movie/movies attorney/attorneys militia/militias casino/casinos volcano/volcanoes
  volcano/volcanos hero/heroes houthi/houthis taxi/taxis gunman/gunmen woman/women german/germans
  child/children wife/wives thief/thieves crisis/crises hypothesis/hypotheses tariff/tariffs
  kill/kills kill/killed kill/killing killed/killing drown/drowned drowned/drowning refuse/refused
  refuses/refusing deny/denied denies/denying kidnap/kidnapped resign/resigned
  cancel/cancelled cancel/canceled evacuate/evacuating veto/vetoes critic/critics princess/princesses
  injure/injured accuse/accused flood/flooding flood/floods protester/protesters minister/ministers
  price/prices talk/talks election/elections survivor/survivors landslide/landslide's starmer/starmer’s
`;

/** Two words neither of which finds the other. */
const APART = `
  new/news us/u jone/jones work/works specie/species pari/paris doe/does be/being read/reading
  unite/united good/goods mean/means custom/customs content/contents common/commons arm/arms
  marco/marcos hama/hamas vega/vegas carlo/carlos santo/santos william/williams robert/roberts
  roger/rogers peter/peters even/evening accord/according train/training land/landed fire/fired
  plant/planted state/stated build/building house/housing march/marches march/marched serie/series
  second/seconds corp/corps green/greens prince/princess oman/omen base/basis bus/buses cat/cats
  athletic/athletics economic/economics their/theirs long/longing need/needle bank/banking
  press/pressed china/chinas turkey/turkeys three/threes hundred/hundreds gate/gates sander/sanders
  see/seed bill/billed wed/wedding
`;

const pairsOf = (table: string) =>
  table
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split("/") as [string, string]);

test.each(pairsOf(SAME))("“%s” and “%s” are found by each other", (one, other) => {
  const bare = (typed: string) => typed.replace(/['’]s$/u, "");
  expect(formsOf(one)).toContain(bare(other));
  expect(formsOf(other)).toContain(bare(one));
});

test.each(pairsOf(APART))("“%s” and “%s” are two words", (one, other) => {
  expect(formsOf(one)).not.toContain(other);
  expect(formsOf(other)).not.toContain(one);
});

/** Words of all kinds, and what their endings may make of them. */
const WORDS = fc.tuple(
  fc.constantFrom(
    "",
    "stab",
    "kill",
    "deny",
    "refuse",
    "hero",
    "virus",
    "cris",
    "gunm",
    "child",
    "wolf",
    "movi",
    "m",
  ),
  fc.constantFrom(
    "",
    "s",
    "es",
    "ies",
    "y",
    "e",
    "ed",
    "ied",
    "bed",
    "ing",
    "an",
    "en",
    "is",
    "o",
    "ves",
    "ren",
    "’s",
  ),
);

test("either of two words finds the other, each has a handful of forms, itself the first, and none is short", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        WORDS.map((parts) => parts.join("")),
        fc.string(),
      ),
      (typed) => {
        const [first, ...others] = formsOf(typed);
        expect(others.length).toBeLessThan(10);
        for (const form of others) {
          expect(form.length).toBeGreaterThanOrEqual(4);
          expect(formsOf(form)).toContain(foldedWords(first ?? "")[0]);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  "1980s",
  "A-10s",
  "cease-fires",
  "brøder",
  "渋谷",
  "harbour bridges",
  "their",
  "hundred",
  "new",
  "",
])("“%s” is taken as it was typed", (typed) => expect(formsOf(typed)).toEqual([typed]));

test("of what is sought, words that are meant as they stand have no forms", () => {
  const sought = { words: ["floods", "storm", "harbour bridges"], exact: ["storm"] };
  expect(alternativesOf(sought)).toEqual([
    ["floods", "flood", "flooded", "flooding"],
    ["storm"],
    ["harbour bridges"],
  ]);
});
