import { expect, test } from "vitest";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";

function read(body: string): string[] {
  return findSentences(body, findPassages(body)).map(({ start, end }) => body.slice(start, end));
}

test.each([
  ["U.S. troops left. The base is shut.", 2],
  ["It was signed in the U.S. The talks went on.", 2],
  ["He met U.S. Secretary Ada Osei.", 1],
  ["Gen. Tomas Reyl resigned. He was 61.", 2],
  ["They finished No. 10 of 12. Nobody cheered.", 2],
  ["Was it he? No. Ten others had a key.", 3],
  ["It began at 8 a.m. Saturday. It ended at noon.", 2],
  ["It began at 8 a.m. The doors were shut.", 2],
  ["Reyl Ltd. bought it. Moe Inc. sold it.", 2],
  ["J. R. Khan and T. S. Moe won. They were cheered.", 2],
  ["Prices rose 3.1 per cent. Wages rose 2.4.", 2],
  ["Smt. Asha Rind met Mohd. Yusuf Vance. They shook hands.", 2],
  ["Adv. Ida Moe and Er. Joss Harrow spoke. Nobody clapped.", 2],
  ["They slept until 6 a.m. Divers went down at noon.", 2],
  ["At 6 a.m. Moe went down. Nobody saw her.", 2],
  ["It opens at 9 a.m. GMT. It shuts at 5 p.m. Tarn time.", 2],
  ["She deals in stolen art. The city may buy it.", 2],
  ["They ran 12 km. Divers ran ten.", 2],
  ['The road is closed.The bridge held."We heard it," she said.', 3],
  ["He said ... nothing at all. Then he left.", 2],
  ["She waited… Nobody came.", 2],
  ["The road is closed.The bridge is gone.", 2],
  ["See reyl.example for more. The site is down.", 2],
  ['The vote passed."We are glad," she said.', 2],
  ['"We are glad." She smiled.', 2],
  ['"Why?" Ms Moe asked. No one knew.', 2],
  ["“Is it over?” he asked.", 1],
  ["He runs iRope. eRope is a rival.", 2],
  ["It fell on Jan. 3. It rose on Feb. 4.", 2],
  ["Is it safe? Nobody knows! They wait.", 3],
  ["La jefa dijo: ¡Vamos! Nadie fue.", 2],
  ["हम आए। वे गए।", 2],
  ["今日は雨です。明日は晴れです。", 2],
  ["“行きます。”と彼は言った。雨だ。", 2],
  ["“走吧。”她说。他走了。“好。”天黑了。", 4],
  ["هل انتهى؟ نعم. سنذهب۔", 3],
  ["„Es ist aus.“ Er ging. Sie blieb.", 3],
  ["« C'est fini. » Il part.", 2],
  // Titles, addresses and what is shortened.
  ["The Rt. Hon. Ida Moe spoke. She left.", 2],
  ["Lt. Col. Ida Moe and Maj. Gen. Tam Reyl met. They spoke.", 2],
  ["It was seen by Mr.Moe first. He ran.The dog ran.", 3],
  ["She left the Army as a Sgt. The rest stayed.", 2],
  ["They met Dr. No in Tarn. No one spoke.", 2],
  ["See www.tarn.example today. It is free.", 2],
  ["She works for Reyl Inc. Nobody there spoke.", 2],
  ["Reyl Inc. Chairman Joss Moe left. He was 61.", 2],
  ["She has a Ph.D. in law, e.g. Roman law. In Reyl v. Tarn she won.", 2],
  ["Joss Moe Jr. won. It is approx. 5 km long.", 2],
  ["Fire reached Tarn, Calif. — a town of 300 — on Monday. It is out.", 2],
  ["Fire came to an end. — It may come back.", 2],
  ["He left the U.S. “We have lost him for good,” she said.", 2],
  ["J.R. “Jack” Moe won. He smiled.", 2],
  // Hours and what stands in brackets behind them.
  ["It began at 8:51 p.m. (1451 GMT) on Monday. It ended.", 2],
  ["It ended at 8:51 p.m. (1451 GMT). It was late.", 2],
  ["It ended at noon. (It was late.) It rained.", 3],
  // What was left out.
  ["We won. ... Then we lost.", 2],
  ["We won. . . and then we lost. It hurt.", 2],
])("%s has %i sentences", (body, count) => expect(read(body)).toHaveLength(count));

test.each([
  ["LUSAKA, May 8 (Harbour News) – The bridge fell on Monday.", "The bridge fell on Monday."],
  [
    "OLD TARN ON THE NORTHERN REYL, May 8 (Harbour News) – The bridge fell on Monday.",
    "The bridge fell on Monday.",
  ],
  ["LUSAKA (Reuters) - The bridge fell on Monday.", "The bridge fell on Monday."],
  ["Lusaka (HBN)The bridge fell on Monday.", "The bridge fell on Monday."],
  ["(HBN)The bridge fell on Monday.", "The bridge fell on Monday."],
  ["The mayor — a Democrat — resigned.", "The mayor — a Democrat — resigned."],
])("the first sentence of %s", (body, first) => expect(read(body)[0]).toBe(first));

test("the marks of what was left out stand between two sentences", () => {
  expect(read('"We won. . . . Then we lost," she said.')).toEqual([
    '"We won.',
    'Then we lost," she said.',
  ]);
});

test("a question mark that stands for a lost mark ends nothing by itself", () => {
  const body =
    "The state?s order was ?withdrawn? on Monday.?We were wrong,? it said. The workers? union agreed.";
  expect(read(body)).toEqual([
    "The state?s order was ?withdrawn? on Monday.",
    "?We were wrong,? it said.",
    "The workers? union agreed.",
  ]);
});

test("an item of a list is a sentence of its own, without its mark", () => {
  expect(read("The plan:\n\n• Close the road.\n• Open the ferry")).toEqual([
    "The plan:",
    "Close the road.",
    "Open the ferry",
  ]);
});

test("a lost mark behind a comma closes a quotation, and no sentence", () => {
  const body = "?We won?t yield,? Mayor Ida Moe said on Monday. It rained.";
  expect(read(body)).toEqual(["?We won?t yield,? Mayor Ida Moe said on Monday.", "It rained."]);
});

test("a dateline below a standfirst is no part of its sentence, those of a round-up are", () => {
  const deck =
    "The church took a softer tone towards its nuns than anybody in the town had expected.";
  const lede = "Six years ago the bishop set out to curb a worldly spirit.";
  const first = (body: string, at: number) => {
    const sentence = findSentences(body, findPassages(body))[at];
    return body.slice(sentence?.start, sentence?.end);
  };
  expect(first(`${deck}\n\nTARN CITY—${lede}`, 1)).toBe(lede);
  const states = `${deck}\n\nTARN — Ferries stop in June.\n\nLUND — Trains stop in July.`;
  expect(first(states, 1)).toBe("TARN — Ferries stop in June.");
});

test.each([
  // Wherever the only dateline stands, the story opens behind it.
  [
    `Arden asks, 'Is it over?'\n\nThe Tarn Post\n\nPORT ARDEN, S.D. – Nine boats left the port.`,
    true,
  ],
  ["A first look at what the crews have to say.\n\nARDEN — Nine boats left the port.", true],
  [
    "Arden - When the wind rose, nobody was left in the old port, and all of the boats had gone out to sea again.",
    true,
  ],
  [
    "Arden – Several crews have left the old port, and all of the boats had gone out to sea again before dawn.",
    true,
  ],
  // A round-up has a place for each of its sentences, and a name may have a dash.
  ["Three coasts in brief.\n\nARDEN — Nine boats left.\n\nLUND — Two boats came.", false],
  [
    "Blue Arden - Fair Wind has asked for a stay, and the court will hear all of the crews on Monday in Lund. Blue Arden - Fair Wind has nine boats.",
    false,
  ],
  [
    "Ida Moe – Lund’s mayor – has asked for a stay, and the court will hear all of the crews on Monday. It sits in Lund’s old hall.",
    false,
  ],
])("the dateline of %s is no part of a sentence: %s", (body, isCut) => {
  expect(
    read(body).every(
      (sentence) => !/^(?:PORT )?(?:ARDEN|Arden|Blue Arden|Ida Moe)\b.{0,8} [—–-] /u.test(sentence),
    ),
  ).toBe(isCut);
});

test.each([
  // Only the stop of its state parts a town from the story …
  [
    "PORT ARDEN, S.D. Nine boats left the port before the storm.",
    "Nine boats left the port before the storm.",
  ],
  ["TARN, Ill. Three years on, the boats are back.", "Three years on, the boats are back."],
  // … and a town before a colon is one where the story is set in it.
  [
    "Port Arden: Nine boats left the quay before the storm, and none has come back so far. It broke two piers in Port Arden.",
    "Nine boats left the quay before the storm, and none has come back so far.",
  ],
])("the first sentence of %s stands behind its dateline", (body, expected) =>
  expect(read(body)[0]).toBe(expected));

test("a story begins behind a town in capitals that has no mark", () => {
  const story = "The council of the port and its crews met on Monday, and will meet again in May.";
  expect(read(`OSLO ${story}`)).toEqual([story]);
  expect(read(`OSLO Mayor Ida Moe left. ${story}`)[0]).toBe("OSLO Mayor Ida Moe left.");
});
