import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";

const write = createWriteBrief();
const LEDE = "The harbour of Tarn closed on Monday after rust was found in two pillars.";

/** The pull quotes of a story, the worthiest first. */
function pulled(body: string, title = "Tarn harbour closed") {
  const text = `${LEDE}\n\n${body}`;
  const brief = write({ id: "a1", title, body: text, dateline: null, language: "en" });
  return brief.pullQuotes?.map((at) => brief.quotes[at]?.text);
}

const WHOLE = "Boats will lie outside the harbour until spring";

test.each([
  [`“${WHOLE},” mayor Ida Moe said.`, [WHOLE]],
  [`Mayor Ida Moe said: “${WHOLE}.”`, [`${WHOLE}.`]],
  // Nobody is named.
  [`“${WHOLE}.”`, []],
  // Part of a sentence, which the article goes on with or puts together.
  ["Mayor Ida Moe spoke of “a rotten harbour for forty long years”.", []],
  [`“${WHOLE},” mayor Ida Moe said, “and the crews know that.”`, []],
  ["“Boats will lie outside the harbour until …” mayor Ida Moe said.", []],
  ["“Boats will lie outside,” mayor Ida Moe said.", []],
  [`“"${WHOLE},” mayor Ida Moe said.`, []],
  [`“${WHOLE}${" and cranes and piers and locks".repeat(9)},” mayor Ida Moe said.`, []],
  // What it speaks of stands somewhere else.
  ["“It will lie outside the harbour until spring,” mayor Ida Moe said.", []],
  ["“Boats will lie outside the harbour because of that,” mayor Ida Moe said.", []],
  ["“Boats will lie here until spring comes,” mayor Ida Moe said.", []],
  ["“He will keep the boats outside until spring,” mayor Ida Moe said.", []],
  ["“The sisters will lie outside until spring,” mayor Ida Moe said.", []],
  [
    "“Those who own boats know their harbour well,” mayor Ida Moe said.",
    ["Those who own boats know their harbour well"],
  ],
  [
    "“The pillars will be mended before spring,” mayor Ida Moe said.",
    ["The pillars will be mended before spring"],
  ],
  [
    "“Crews who love their boats move them,” mayor Ida Moe said.",
    ["Crews who love their boats move them"],
  ],
  [
    "“There is no money for cranes before spring,” mayor Ida Moe said.",
    ["There is no money for cranes before spring"],
  ],
  ["“We know it will stay closed until spring comes,” mayor Ida Moe said.", []],
  ["“Such boats will lie outside the harbour until spring,” mayor Ida Moe said.", []],
  [
    "“We hope that cranes will come before spring,” mayor Ida Moe said.",
    ["We hope that cranes will come before spring"],
  ],
  ["“Spring will mean nothing to them at all,” mayor Ida Moe said.", []],
  ["“Spring and money mean nothing to him at all,” mayor Ida Moe said.", []],
  ["“Rather, boats will lie outside until spring,” mayor Ida Moe said.", []],
  ["“However, boats will lie outside until spring,” mayor Ida Moe said.", []],
  ["“Boats will lie outside [...] until spring comes,” mayor Ida Moe said.", []],
  ["“The offer will lie on tables until spring,” mayor Ida Moe said.", []],
  [
    "“Boats and cranes will go round the old scaffold,” mayor Ida Moe said.",
    ["Boats and cranes will go round the old scaffold"],
  ],
  [
    "“The council keeps boats outside until spring,” mayor Ida Moe said.",
    ["The council keeps boats outside until spring"],
  ],
  ["“Boats and cranes will belong to the patient,” mayor Ida Moe said.", []],
  // An answer, a question, nothing at all.
  ["“Yes, boats will lie outside until spring,” mayor Ida Moe said.", []],
  ["“Boats will lie outside the harbour until spring?” mayor Ida Moe asked.", []],
  ["“We will do what we can,” mayor Ida Moe said.", []],
  // Said at another time, which nobody would see.
  [`“${WHOLE},” mayor Ida Moe said in 2011.`, []],
  [`In 2011, mayor Ida Moe said: “${WHOLE}.”`, []],
  // Told by a fact already.
  ["“Rust was found in the pillars of the harbour on Monday,” mayor Ida Moe said.", []],
] as const)("beside the facts, of %s", (body, expected) => {
  expect(pulled(body)).toEqual(expected);
});

test("what the headline is built on comes first, whole or not", () => {
  const shame = "It is a shame for the whole coast";
  const body = `“${WHOLE},” mayor Ida Moe said.\n\n“${shame},” captain Tomas Reyl said.`;
  expect(pulled(body, `Captain: “${shame}”`)).toEqual([shame, WHOLE]);
  expect(pulled(body, "Captain speaks of the harbour")).toEqual([WHOLE]);
});

test("three at most, and none that says what another says", () => {
  const said = (words: string) => `“${words},” mayor Ida Moe said.`;
  const cranes = "New cranes will come from Parc by rail";
  const many = [
    WHOLE,
    cranes,
    "Fishermen get forty crowns a day",
    "Ferries start again from Orva on Friday",
  ];
  expect(pulled(many.map(said).join("\n\n"))).toEqual(many.slice(0, 3));
  const twice = [cranes, "From Parc new cranes will come by rail"];
  expect(pulled(twice.map(said).join("\n\n"))).toEqual([cranes]);
});

test("the end of a word is not what the headline is built on", () => {
  const body = "“So open harbours are what crews want,” mayor Ida Moe said.";
  expect(pulled(body, "Mayor: “open harbours” to go")).toEqual([
    "So open harbours are what crews want",
  ]);
  expect(pulled(body, "Mayor: “pen harbours” to go")).toEqual([]);
});

test.each([
  [
    "de",
    "Der Hafen von Tarn ist seit Montag geschlossen.\n\n„Wir warten auf den Frühling“, sagte Bürgermeisterin Ida Moe. „Aber die Boote liegen draußen“, sagte Tomas Reyl.",
    ["Wir warten auf den Frühling", "Aber die Boote liegen draußen"],
  ],
  ["zh", "港口周一关闭。\n\n市长说：“船只要等到春天才能回来。”", ["船只要等到春天才能回来。"]],
])("where nobody reads what stands alone (%s), the first quotes are printed", (language, body, said) => {
  const brief = write({ id: "a1", title: null, body, dateline: null, language });
  expect(brief.pullQuotes?.map((at) => brief.quotes[at]?.text)).toEqual(said);
});

test("what a fact cites is not quoted again, nor is a quote one sentence of which the facts tell", () => {
  const cites = "Mayor Ida Moe said crews were “tired of waiting” for a pier.";
  const waits = "Families, guests and skippers are tired of waiting for help from Halse";
  expect(pulled(`${cites}\n\n“${waits},” Moe said.`)).toEqual([]);
  const cited = cites.replace(/[“”]/gu, "");
  expect(pulled(`${cited}\n\n“${waits},” Moe said.`)).toEqual([waits]);
  const told = "We closed Tarn harbour on Monday because captains were afraid of rust.";
  const more = "Every crew in town will get new tools for mending sails this winter";
  expect(pulled(`“${more},” mayor Ida Moe said.`)).toEqual([more]);
  expect(pulled(`“${told} ${more},” mayor Ida Moe said.`)).toEqual([]);
});
