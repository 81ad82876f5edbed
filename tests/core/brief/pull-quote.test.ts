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
    "“The harbour pillars will be mended before spring,” mayor Ida Moe said.",
    ["The harbour pillars will be mended before spring"],
  ],
  [
    "“Crews who love their harbour boats move them,” mayor Ida Moe said.",
    ["Crews who love their harbour boats move them"],
  ],
  [
    "“There is no money for harbour cranes before spring,” mayor Ida Moe said.",
    ["There is no money for harbour cranes before spring"],
  ],
  ["“We know it will stay closed until spring comes,” mayor Ida Moe said.", []],
  ["“Such boats will lie outside the harbour until spring,” mayor Ida Moe said.", []],
  [
    "“We hope that cranes of the harbour will come before spring,” mayor Ida Moe said.",
    ["We hope that cranes of the harbour will come before spring"],
  ],
  ["“Spring will mean nothing to them at all,” mayor Ida Moe said.", []],
  ["“Spring and money mean nothing to him at all,” mayor Ida Moe said.", []],
  ["“Rather, boats will lie outside until spring,” mayor Ida Moe said.", []],
  ["“However, boats will lie outside until spring,” mayor Ida Moe said.", []],
  ["“Boats will lie outside [...] until spring comes,” mayor Ida Moe said.", []],
  ["“The offer will lie on tables until spring,” mayor Ida Moe said.", []],
  ["“Harbour boats and cranes will go round the old scaffold,” mayor Ida Moe said.", []],
  [
    "“Harbour boats and cranes will go round an old scaffold,” mayor Ida Moe said.",
    ["Harbour boats and cranes will go round an old scaffold"],
  ],
  ["“The council keeps boats outside until spring,” mayor Ida Moe said.", []],
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

test.each([
  ["Bread and butter are dear before every spring", false],
  ["Rust and bread and butter are dear before every spring", false],
  ["Rust in pillars and bread are dear before every spring", true],
  ["Bread in a harbour is dear before every spring", true],
])("a long article speaks of other matters than its headline and facts, of which %s may be: %s", (words, isPulled) => {
  const quote = `“${words},” mayor Ida Moe said.`;
  expect(pulled(quote)).toEqual([words]);
  const long = `${quote}\n\n${"What did anyone know of it, and why?\n\n".repeat(110)}`;
  expect(pulled(long)).toEqual(isPulled ? [words] : []);
});

// Asks, and is no fact.
const DIVER = "Who sent a diver with an old lamp, and did Tomas Reyl of the rail yard know?\n\n";

test.each([
  // "it" and "they" without a thing and without anybody before them.
  ["I think some people know that it lines pockets in this harbour", false],
  ["I think some people know that it lines pockets of harbour men", false],
  ["Boats rust in the harbour of our town, and it costs money", true],
  ["Every night, I fear harbour rust, and it will grow", true],
  ["Every night, I fear it will reach the harbour", false],
  ["The harbour understands how dangerous they are at night", false],
  ["The harbour understands how dangerous boats are when they rust", true],
  ["The crews of Orva are partners of the harbour, and we wish them well", true],
  // What answers, and what is said to somebody.
  ["Instead the harbour boats lay dead for days", false],
  ["Instead of the harbour, boats use Orva until spring", true],
  ["I hear what you say about rust in the harbour", false],
  ["I hear what crews say about rust in the harbour", true],
  ["Your last letter speaks of rust in the harbour", false],
  ["The harbour of Tarn has the lowest figures cited", false],
  // Which lamp, the article tells; nothing that is printed does.
  ["I think rust of the harbour was missed by the lamp", false],
  ["I think rust of the harbour was missed by the tide", false],
  ["I think rust of the harbour was missed by a lamp", true],
  ["I think rust of the harbour was missed by the crews", true],
  // Of nothing that is printed.
  ["I like our own good bread with our butter", false],
  ["I like my own good harbour bread with butter and eggs", true],
  // Short for something.
  ["The harbour of our town is a nest of TQR pipes", false],
  ["The harbour of our town is a nest of tar quay rails (TQR)", true],
  ["The harbour of our town is a nest of THCP pipes", true],
  ["The harbour of our town must WAIT for steel pipes", true],
  // By half a name.
  ["We know how Reyl looks after harbour boats", false],
  ["We know how Tomas Reyl looks after harbour boats", true],
  ["We know how Captain Reyl looks after harbour boats", true],
] as const)("read alone, %s: %s", (words, isRead) => {
  const body = `${DIVER}The crews wait, and trains wait for a lot of salt.\n\n“${words},” mayor Ida Moe said.`;
  expect(pulled(body, "Tarn Harbour Crews’ Pier closed")).toEqual(isRead ? [words] : []);
});

test.each([
  [`In a letter of 3 May 2011 mayor Ida Moe said: “${WHOLE}.”`],
  [`In a letter of May 3, 2011, mayor Ida Moe said: “${WHOLE}.”`],
  [`In a 2011 radio interview, mayor Ida Moe said: “${WHOLE}.”`],
  [`“${WHOLE},” mayor Ida Moe said at the height of the strike.`],
  [`At the time, the mayor spoke of rust.\n\n“${WHOLE},” mayor Ida Moe said.`],
  [`Mayor Ida Moe said she wanted to hear “${WHOLE}.”`],
  [`Mayor Ida Moe never said “${WHOLE}.”`],
])("said at another time, denied or wished: %s", (body) => {
  expect(pulled(body)).toEqual([]);
});

test.each([
  [`In a letter of May 3, 2011, mayor Ida Moe said: “${WHOLE}.”`, "Tarn, May 2, 2011\n\n"],
  [`In a letter to 2011 crews, mayor Ida Moe said: “${WHOLE}.”`, ""],
  [`The mayor had time.\n\n“${WHOLE},” mayor Ida Moe said.`, ""],
  [`Mayor Ida Moe wanted to be heard and said: “${WHOLE}.”`, ""],
])("said now: %s", (body, head) => {
  expect(pulled(`${head}${body}`)?.[0]?.startsWith(WHOLE)).toBe(true);
});

test.each([
  [`“${WHOLE},” mayor Ida Moe said. “But the crews may not wait so long.”`],
  [`“${WHOLE},” mayor Ida Moe said, but added that the crews might not wait.`],
  [`“${WHOLE},” mayor Ida Moe said. But she fears the crews may not wait.`],
])("whoever says it goes on with a but: %s", (body) => {
  expect(pulled(body)).toEqual([]);
});

test.each([
  [`“${WHOLE},” mayor Ida Moe said. “Butter is short.”`],
  [`“${WHOLE},” mayor Ida Moe said, but stayed away from the quay.`],
  [`“${WHOLE},” mayor Ida Moe said. But the crews may not wait.`],
  [`“${WHOLE},” mayor Ida Moe said.\n\n“But no crew will wait,” captain Tomas Reyl said.`],
])("nobody takes it back who said it: %s", (body) => {
  expect(pulled(body)).toContain(WHOLE);
});

test("what the headline is built on comes first, whole or not", () => {
  const shame = "It is a shame for the whole coast";
  const body = `“${WHOLE},” mayor Ida Moe said.\n\n“${shame},” captain Tomas Reyl said.`;
  expect(pulled(body, `Harbour captain: “${shame}”`)).toEqual([shame, WHOLE]);
  expect(pulled(body, "Captain speaks of the harbour")).toEqual([WHOLE]);
});

test("two at most, and none that says what another says", () => {
  const said = (words: string) => `“${words},” mayor Ida Moe said.`;
  const cranes = "New harbour cranes will come from Parc by rail";
  const many = [
    WHOLE,
    cranes,
    "Fishermen get forty crowns a pillar",
    "Ferries and barges start again from Orva on Friday",
  ];
  expect(pulled(many.map(said).join("\n\n"))).toEqual(many.slice(0, 2));
  const twice = [cranes, "From Parc new harbour cranes will come by rail"];
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
  const more = "Every crew in town will get new tools for mending harbour sails this winter";
  expect(pulled(`“${more},” mayor Ida Moe said.`)).toEqual([more]);
  expect(pulled(`“${told} ${more},” mayor Ida Moe said.`)).toEqual([]);
});

test("a run of the lede's words is not said again, whatever else a quote says", () => {
  const more = "so that boats and their crews of forty years have to lie outside in cold wind";
  const of = (said: string) => pulled(`“${said}, ${more},” mayor Ida Moe said.`);
  expect(of("This morning rust was found in two pillars of it")).toEqual([]);
  expect(of("Boats closed on Monday after rust was found by us")).toEqual([]);
  expect(of("Our divers found some rust in two of the pillars")?.length).toBe(1);
});

test.each([
  [`“${WHOLE},” Ida Moe said.`, []],
  [`“${WHOLE},” said Ida Moe, mayor of Tarn.`, [WHOLE]],
  [`“${WHOLE},” a spokesman for Tarn Mills said.`, [WHOLE]],
  [`“${WHOLE},” a spokesman said.`, []],
  [`“${WHOLE},” the group said.`, []],
] as const)("who says it is told: %s", (body, expected) => {
  expect(pulled(body)).toEqual(expected);
});

test("whom the headline names is known by the surname", () => {
  const body = `“${WHOLE},” Ida Moe said.`;
  expect(pulled(body, "Moe closes Tarn harbour")).toEqual([WHOLE]);
  expect(pulled(body, "Moeller closes Tarn harbour")).toEqual([]);
  expect(pulled(`“${WHOLE},” the group said.`, "A group closes Tarn harbour")).toEqual([]);
});
