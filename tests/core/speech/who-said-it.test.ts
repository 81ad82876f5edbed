import { expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const names = (...paragraphs: string[]) => whoSaid(paragraphs.join("\n\n")).map(([, name]) => name);

test.each([
  [
    "a broken quotation, whose halves are one speaker's",
    ["Fay Quill took the call. “Lock the door,” the voice said, “and wait for us.”"],
    [null, null],
  ],
  [
    "a wire service that quotes an official",
    ["“Each well counts, and farmers must help us,” OWS said, quoting Irma Tolle, the surveyor."],
    ["Irma Tolle"],
  ],
  [
    "whose letter someone quotes",
    [
      "“They were careless with it from the first,” Milo Hart tweeted, quoting Irma Tolle's letter.",
    ],
    ["Milo Hart"],
  ],
  [
    "a wire service that speaks for itself",
    ["“We stand by our story,” OWS said, citing its notes."],
    ["OWS"],
  ],
  [
    "a remark of another that someone asks about",
    [
      "When Dunmore asked about a remark Tarrant made of him—specifically, “He’d be better off in a barn”—Tarrant laughed, “Well, it was true.”",
    ],
    ["Tarrant", "Tarrant"],
  ],
  [
    "a verb of rising prices",
    ["“We begin today,” Orla Hume said, adding if costs continue to rise “the fund will be dry.”"],
    ["Orla Hume", "Orla Hume"],
  ],
  [
    "a sentence of the writer's behind a quotation",
    ["Nora Lisle wept. “He would use me as a clerk.” Abel Crane would later ask to meet her son."],
    ["Nora Lisle"],
  ],
  [
    "whose agent it was, in the first clause",
    [
      "While Lunt’s publicist told the Wire that “he never sang a note and doesn’t plan to start,” Lunt confirmed the tour.",
    ],
    ["Lunt’s publicist"],
  ],
])("keeps the name of another off %s", (_, paragraphs, speakers) =>
  expect(names(...paragraphs)).toEqual(speakers));

test.each([
  [
    "a long name of a firm between name and verb",
    ["“I went out and looked at it,” owner Milo Hart of H.H. Hart & Co. told the Wire."],
    "Milo Hart",
  ],
  ["a verb of no list", ["“We knew it would not hold for long,” Milo Hart shrugged."], "Milo Hart"],
  [
    "no verb at all",
    ["“The crowd has been quite amazing to us,” Milo Hart, adviser to the fair."],
    "Milo Hart",
  ],
  [
    "a part of the body that is a post",
    ["“We patch it,” the security head said."],
    "the security head",
  ],
  [
    "the one whose owner is named",
    ["“He will not be singing,” Milo Hart's publicist retorted."],
    "Milo Hart's publicist",
  ],
  [
    "the verb before the name",
    ["And, says Hart, “Our maps agree with theirs in every line.”"],
    "Hart",
  ],
])("names a speaker by %s", (_, paragraphs, name) => expect(names(...paragraphs)[0]).toBe(name));

test.each([
  [
    "a title that someone wrote",
    ["Milo Hart, who wrote “Long Way Down to the Mill: A Life,” spoke."],
  ],
  ["a paper's title", ["The lab told of it in a paper titled: “A slow filter is a good filter.”"]],
  ["what a director directed", ["“Parasol” director Milo Hart said that he was tired."]],
])("takes for no quotation %s", (_, paragraphs) => expect(names(...paragraphs)).toEqual([]));

test.each([
  [
    "the CM",
    [
      "Sorland Chief Minister Idris Vale met Health Minister Asma Doon.",
      "The CM praised the crews. “We go on,” he said.",
    ],
    "Idris Vale",
  ],
  [
    "the premier",
    [
      "Prime Minister Aldo Renner flew home. According to the Orva Press Service (OPS), the premier thanked the crews. He ordered more.",
      "“It must be dry by noon,” he said.",
    ],
    "Aldo Renner",
  ],
  [
    "the climate minister",
    [
      "Minister for Climate Change Aldo Malk said two towns were lost.",
      "Flanked by General Ivo Malk, the climate minister asked for help. “Give what you can,” he urged.",
    ],
    "Aldo Malk",
  ],
  [
    "the last one who was described so",
    [
      "“It is true,” said a former senior mint official.",
      "A senior treasury official pushed back. “The rule is sound,” the official said.",
    ],
    "A senior treasury official",
  ],
  [
    "a source that is they",
    [
      "Shops may hand them out, a source at the ministry told the Wire.",
      "“The key is to use them twice,” they said.",
    ],
    "a source at the ministry",
  ],
  [
    "a release that is it",
    ["“The prize is new,” the press release said.", "“She is the youngest to win it,” it said."],
    "the press release",
  ],
  [
    "a short given name",
    ["Bradley Moss looked up. Iris Vane smiled.", "“From behind?” Brad asked."],
    "Bradley Moss",
  ],
])("knows whom %s means", (_, paragraphs, name) => expect(names(...paragraphs).at(-1)).toBe(name));

test.each([
  [
    "one of another",
    ["Vance went twice . . . Rivard on Vance: “He plays as well as ever.”"],
    "Rivard",
  ],
  [
    "one who surfaced",
    ["Ann Walsh said that Kev Swann surfaced, yelled “shark attack!”, and swam."],
    "Kev Swann",
  ],
  [
    "the one who is asked about",
    [
      "“An accident,” Ari Rodd said. Nick Suhr left.",
      "What did Suhr say after that?",
      "“I was running off the field.”",
    ],
    "Nick Suhr",
  ],
  [
    "no reason",
    ["Hadley walked on, then for some reason adds, “It's probably best if we go.”"],
    null,
  ],
  [
    "no paper that told of a speech",
    ["The Post reported on Brook's speech:", "“There is hatred, but it goes further.”"],
    null,
  ],
  [
    "no striker who is somebody's",
    [
      "Jan Robb is hurt. “It is bad,” he said. The 21-year-old fell after a bout with Roma's Olivier Court. And he added: “It felt like the last time to me.”",
    ],
    null,
  ],
])("gives words to %s", (_, paragraphs, name) => expect(names(...paragraphs).at(-1)).toBe(name));

test("leaves a short title that two hold as it stands", () => {
  const paragraphs = [
    "Chief Minister Idris Vale met Chief Minister Asma Doon.",
    "“We go on,” the CM said.",
  ];
  expect(names(...paragraphs)).toEqual(["CM"]);
});

const HART = "“We fix what we can,” Milo Hart said.";

test.each([
  [
    "a caption",
    [HART, "Milo Hart on his farm", "“The rest we leave to the rain and the frogs.”"],
    "Milo Hart",
  ],
  [
    "a label in the middle of what one wrote",
    ["Milo Hart wrote: “Take it off the air.", "Advert", "“A child lies ill today.”"],
    "Milo Hart",
  ],
  [
    "a sentence between two of one speaker",
    [
      HART,
      "But it goes far beyond that.",
      "“He is the brother whom I never had, and a friend of the house.”",
      "“He put us on the map,” Hart said.",
    ],
    "Milo Hart",
  ],
])("lets words run on over %s", (_, paragraphs, name) =>
  expect(names(...paragraphs)[1]).toBe(name));

test.each([
  [
    "a caption that names another",
    ["Iris Vane came too.", HART, "Iris Vane at the mill", "“The rest we leave to the rain.”"],
  ],
  ["a sentence", [HART, "The mill closed in May.", "“The rest we leave to the rain.”"]],
  [
    "a sentence about another, between two of one speaker",
    [
      HART,
      "Iris Vane shook her head.",
      "“He is the brother whom I never had, and a friend of the house.”",
      "“He put us on the map,” Hart said.",
    ],
  ],
])("does not let words run on over %s", (_, paragraphs) =>
  expect(names(...paragraphs)[1]).toBe(null));
