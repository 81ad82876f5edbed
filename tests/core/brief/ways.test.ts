import { expect, test } from "vitest";
import type { Brief, Draft } from "#core/brief/brief.ts";
import { isSignedBy } from "#core/brief/proof-signature.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { isAuthorNote, senderOf, signerOf, writerOf } from "#core/brief/writer.ts";

const writeBrief = createWriteBrief();

function briefOf(title: string, body: string, more: Partial<Draft> = {}): Brief {
  return writeBrief({ id: "a1", title, body, dateline: null, language: "en", ...more });
}

const COLUMN =
  "The ferry to Tarn is the last thing that holds the coast together.\n\nThe council has let three boats rot in the harbour since the spring.\n\nTwo people drowned in the sound in May, according to the coastguard.";

test("an opinion's facts are its writer's, but for those that others own", () => {
  const { kind, facts } = briefOf("Opinion: The ferry", COLUMN, {
    byline: "By Ann Field, columnist",
  });
  expect(kind).toBe("opinion");
  const owners = facts.map(({ text, attribution }) => [text.split(" ")[0], attribution]);
  expect(owners).toContainEqual(["The", "Ann Field"]);
  expect(owners.find(([word]) => word === "Two")?.[1]).not.toBe("Ann Field");
});

test("what an opinion reports of others is not its writer's, where nobody could settle whose it is", () => {
  const column = `The council sold the ferry on Monday.\n\nThree more boats will be sold before the winter, it said in a statement.\n\n${COLUMN}`;
  const { kind, facts } = briefOf("Opinion: The ferry", column, {
    byline: "By Ann Field, columnist",
  });
  expect(kind).toBe("opinion");
  const sold = facts.find(({ text }) => text.includes("Three more boats"));
  expect(sold).toMatchObject({ attribution: null });
  expect(sold?.text).toContain("it said in a statement");
});

test("of a report that speaks like a column, what judges is told in nobody's name", () => {
  const blog =
    "Duke Otto gave an hour to the Orvania Channel on Sunday, and said that he had never been on the boat.\n\nThe reporter did a splendid job of letting him talk. But it wasn't over soon enough, and the duke doesn't seem to know.\n\nOtto paid 40,000 crowns to the owner of the boat in May. He remembers the weather, the soup and the name of the waiter.\n\nPolice in Arden said on Monday that they had seen the film. They will want to see it twice.\n\nOtto is 58 and has nothing to do. Perhaps that is what he should have told them. But nobody seems to have asked him, and that's a shame.\n\nIt's a poor show, and it always was.";
  const { kind, facts } = briefOf("The duke and the boat", blog);
  const told = facts.map(({ text }) => text).join(" ");
  expect(kind).toBe("report");
  expect(told).toContain("40,000");
  expect(told).not.toMatch(/splendid|should|shame/u);
});

test("a sentence in everybody's name is no fact of a report while another tells something", () => {
  const news =
    "The keeper of Tarn stopped two penalties on Saturday, and the town won the cup by one goal.";
  const slant = "Everyone has been gushing over the keeper of Tarn and his two hands of gold.";
  const told = (body: string) => briefOf("Keeper wins cup", body).facts.map(({ text }) => text);
  expect(told(`${slant}\n\n${news}`)).toEqual([news]);
  expect(told(slant)).toEqual([slant]);
});

test("an opinion without a byline is told by its kind; a report has no writer for owner", () => {
  expect(briefOf("Opinion: The ferry", COLUMN).kind).toBe("opinion");
  const { kind, facts } = briefOf("The ferry", COLUMN, { byline: "By Ann Field" });
  expect(kind).toBe("report");
  expect(facts.filter(({ attribution }) => attribution === "Ann Field")).toEqual([]);
});

const FIRST = "A barge struck the second pier of the old bridge in Arden.";
const NEXT = "Police closed the road along the river for the night.";
const LAST = "Engineers found no crack in the pier and opened one lane.";

test.each([
  ["the newest at the top", `14:32\n\n${LAST}\n\n14:05\n\n${NEXT}\n\n13:40\n\n${FIRST}`],
  ["the newest at the end", `13:40\n\n${FIRST}\n\n14:05\n\n${NEXT}\n\n14:32\n\n${LAST}`],
  ["times of half a day", `1.40pm\n\n${FIRST}\n\n2.05pm\n\n${NEXT}\n\n11.32pm\n\n${LAST}`],
  ["noon before one", `12.40pm\n\n${FIRST}\n\n1.05pm\n\n${NEXT}\n\n1.32pm\n\n${LAST}`],
])("a live blog begins with its newest entry: %s", (_, body) => {
  const { kind, facts } = briefOf("Bridge struck by barge", body);
  expect(kind).toBe("live");
  expect(facts.map(({ text }) => text)).toEqual([LAST, NEXT, FIRST]);
});

test("results are told by their lines", () => {
  const body = "All times local\n\nArden 2-1 Merton\n\nVelsk 0-0 Tarn\n\nReyl 3-2 Moor";
  const { kind, facts } = briefOf("Football scores", body);
  expect(kind).toBe("results");
  expect(facts.map(({ text }) => text)).toEqual([
    "Arden 2-1 Merton",
    "Velsk 0-0 Tarn",
    "Reyl 3-2 Moor",
  ]);
  for (const { text, start, end } of facts) expect(body.slice(start, end)).toBe(text);
});

test("a list says what it lists: its lede where that tells anything, and how each entry begins", () => {
  const lede = "Arden opened its harbour to visitors on Monday after two years of work.";
  const entries =
    "1. The mill\n\nIt has stood by the river for three hundred years.\n\n2. The market\n\nThe market sells fish from six in the morning.\n\n3. The pier\n\nThe pier is the longest of the whole coast.";
  const listed = [
    "The market sells fish from six in the morning.",
    "The pier is the longest of the whole coast.",
  ];
  const told = (opening: string) => {
    const { kind, facts } = briefOf("3 places to see in Arden", `${opening}\n\n${entries}`);
    return { kind, facts: facts.map(({ text }) => text) };
  };
  expect(told(lede)).toEqual({ kind: "list", facts: [lede, ...listed] });
  const wink = "Everybody knows the sea, but Gazette readers know better.";
  expect(told(wink)).toEqual({ kind: "list", facts: listed });
});

test("a list of things to do, and advice, say what their readers are to do", () => {
  const how =
    "You know how it is.\n\n1. Wait for it\n\nKeep the seeds in a dry paper bag until May. Put them back if you are in doubt.\n\n2. Water\n\nWater the beds in the evening when the sun is low. It saves you work.\n\n3. Cut\n\nCut them in June.";
  const tips = [
    "Keep the seeds in a dry paper bag until May.",
    "Water the beds in the evening when the sun is low.",
  ];
  for (const title of ["5 ways to grow your beans", "How to grow your beans"]) {
    const { kind, facts } = briefOf(title, how);
    expect(["list", "advice"]).toContain(kind);
    expect(facts.map(({ text }) => text)).toEqual(tips);
  }
});

test("of a round-up each part gives a fact", () => {
  const body =
    "Ferry to close\n\nThe council of Tarn voted on Monday to close the ferry. The boats are for sale.\n\nMill burns\n\nA fire destroyed the mill of Velsk on Sunday night. Nobody was hurt in it.";
  const { kind, facts } = briefOf("News in brief", body);
  expect(kind).toBe("round-up");
  expect(facts).toHaveLength(2);
  expect(facts[0]?.text).toContain("the ferry");
  expect(facts[1]?.text).toContain("the mill");
});

test("a transcript tells who said what, and states nothing itself", () => {
  const body =
    "MR. KRALL: Good morning. The storm will reach Arden at six in the evening.\n\nQUESTION: Is the bridge open?\n\nMR. KRALL: The bridge is closed until noon. We ask everybody to stay at home.";
  const { kind, facts, quotes } = briefOf("Briefing on the storm", body);
  expect({ kind, facts }).toEqual({ kind: "transcript", facts: [] });
  expect(quotes.map(({ text, speaker }) => [speaker?.name, text])).toEqual([
    ["MR. KRALL", "The storm will reach Arden at six in the evening."],
    ["MR. KRALL", "The bridge is closed until noon. We ask everybody to stay at home."],
  ]);
  for (const { text, start, end, speaker } of quotes) {
    expect(body.slice(start, end)).toBe(text);
    expect(body.slice(speaker?.start, speaker?.end)).toBe(speaker?.name);
  }
});

test.each([
  ["By Ann Field, columnist", "Ann Field"],
  ["Ann Field and Tom Lee", "Ann Field and Tom Lee"],
  ["Ann Field is a professor of law", "Ann Field"],
  ["The editorial board", "The editorial board"],
  ["Staff", null],
  ["staff and agencies", null],
  ["", null],
  [null, null],
])("writer of %j", (byline, expected) => expect(writerOf(byline)).toBe(expected));

test("a release's facts are not what its sender thinks of itself", () => {
  const boast = "Tarn Mills is a renowned maker of sails for the whole of the coast.";
  const news = "Tarn Mills will open a second hall in Arden on 4 May with 60 workers.";
  const more = "The hall has cost the company 3 million crowns since the spring.";
  const label = "FOR IMMEDIATE RELEASE";
  const { kind, facts } = briefOf("Mill to open hall", [label, boast, news, more].join("\n\n"));
  expect(kind).toBe("release");
  expect(facts.map(({ text }) => text)).toEqual([news, more]);
  const alone = briefOf("Mill is renowned", [label, boast].join("\n\n"));
  expect(alone.facts.map(({ text }) => text)).toEqual([boast]);
});

const VIEW =
  "The council has let three boats rot in the harbour since the spring.\n\nTo close the ferry is folly, and nobody should pretend that it is thrift.\n\nTwo boats were sold to Velsk in May for 40,000 crowns.\n\nThe mayor signed the papers on Monday behind closed doors.";

test("a view is its writer's, whether or not the text says who that is", () => {
  const unsigned = briefOf("Opinion: The ferry", VIEW).facts;
  expect(unsigned.map(({ text }) => text.split(" ")[1])).toEqual(["council", "boats", "close"]);
  expect(new Set(unsigned.map(({ attribution }) => attribution))).toEqual(new Set(["the writer"]));
  const end = "Ann Field is a professor of law at Tarn.";
  const signed = briefOf("Opinion: The ferry", `${VIEW}\n\n${end}`).facts;
  expect(signed.map(({ text }) => text)).toContain(
    "To close the ferry is folly, and nobody should pretend that it is thrift.",
  );
  expect(new Set(signed.map(({ attribution }) => attribution))).toEqual(new Set(["Ann Field"]));
  expect(signed.map(({ text }) => text)).not.toContain(end);
});

test.each([
  ["EDITORIAL: The ferry", "the editorial"],
  ["The ferry | Editorial", "the editorial"],
  ["The Gazette view on the ferry: a boat too few", "the editorial"],
  ["Letters: Editorial board forgets the ferry", "the writer"],
  ["Film review: The ferry", "the writer"],
])("whose the view of %s is, which nobody signs", (title, expected) => {
  const { facts, faults } = briefOf(title, VIEW);
  expect(faults).toBe(undefined);
  expect(new Set(facts.map(({ attribution }) => attribution))).toEqual(new Set([expected]));
});

test.each([
  ["Ann Field is a professor of law at Tarn.", "Ann Field"],
  ["• Ann Field is chief executive of the Tarn Trust.", "Ann Field"],
  ["– Prof. Ann Field is a poet of the coast.", "Ann Field"],
  ["Ann Field can be reached at the Gazette.", "Ann Field"],
  ["Opinion article by Ann Field; a builder of boats", "Ann Field"],
  ["[Signed] Ann Field", "Ann Field"],
  ["Moe & Lee write about boats for the Gazette.", "Moe & Lee"],
  ["Ann Field is on Twitter at @annfield.", "Ann Field"],
  ["Ann Field is the last hope of the ferry.", null],
  ["Built by Tom Lee, it was the last of its kind.", null],
  ["Orrin Research Institute is a member of the league.", null],
  ["The Ferry Trust is a founder of the league.", null],
])("who signs an opinion: %s", (end, expected) =>
  expect(signerOf({ title: null, body: `The ferry is old.\n\nIt must stay.\n\n${end}` })).toBe(
    expected,
  ));

test.each([
  ["Ann Field\n\nOpinion writer", "Ann Field"],
  ["Ann Field | Contributing Writer | 5 days ago", "Ann Field"],
  ["Ida deMoe | Columnist | Monday", "Ida deMoe"],
  ["By Ann Field", "Ann Field"],
  ["By ANN FIELD; Tarn", "ANN FIELD"],
  ["Ann Field", "Ann Field"], // of whom nothing else is said
  ["Ann Field\n\nField crossed the sound.", null],
  ["Tarn Sound", null],
  ["By the Sound", null],
  ["By Gazette Staff", null],
])("who signs an opinion above it: %s", (top, expected) =>
  expect(signerOf({ title: null, body: `${top}\n\n${"The ferry must stay. ".repeat(60)}` })).toBe(
    expected,
  ));

test.each([
  ["Ann Field: The ferry must stay", "The ferry is old.", "Ann Field"],
  ["Ann Field: The ferry must stay", "Field said so on Monday.", null], // it is news of her
  ["Tarn Sound: The ferry must stay", "The ferry is old.", null],
  ["The ferry must stay, By Ann Field", "The ferry is old.", "Ann Field"],
  ["Ferry to be run by Tarn Council", "The ferry is old.", null],
])("who signs an opinion in its headline: %s", (title, opening, expected) =>
  expect(signerOf({ title, body: `${opening} ${"The ferry must stay. ".repeat(60)}` })).toBe(
    expected,
  ));

test("who wrote of others all along does not sign by the last line", () => {
  const body = `Ann Field is a professor of law. ${"The ferry is old. ".repeat(50)}`;
  const signed = `${body}\n\nAnn Field is a professor of law.`;
  expect(signerOf({ title: null, body: signed })).toBe(null);
});

test.each([
  ["SOURCE Loma Labs", "Loma Labs"],
  ["About Loma Labs", "Loma Labs"],
  ["About Velsk Wire", null], // of whom the news says nothing
  ["About Loma Labs\n\nLoma makes rings.\n\nAbout Tarn Mills", null], // two senders
])("who sends a release: %s", (end, expected) =>
  expect(senderOf(`Loma Labs and Tarn Mills made a ring.\n\nIt opens doors.\n\n${end}`)).toBe(
    expected,
  ));

test("what a release says is its sender's, and what it says below of itself is no fact", () => {
  const news = "Loma Labs will open a second hall in Arden on 4 May with 60 workers.";
  const more = "The hall has cost 3 million crowns since the spring.";
  const about =
    "About Loma Labs\n\nLoma Labs makes rings and doors in nine countries of the north.";
  const { kind, facts, faults } = briefOf(
    "Hall opens",
    ["FOR IMMEDIATE RELEASE", news, more, about].join("\n\n"),
  );
  expect({ kind, faults }).toEqual({ kind: "release", faults: undefined });
  expect(facts.map(({ text, attribution }) => [text, attribution])).toEqual([
    [news, "Loma Labs"],
    [more, "Loma Labs"],
  ]);
});

test.each([
  ["opinion", "Ann Field", true],
  ["opinion", "Tom Lee", false], // spoken of, in no line of his own
  ["report", "Ann Field", false], // a report is nobody's
  ["opinion", "the writer", true],
  ["report", "the writer", false],
  ["release", "the writer", false], // it has a sender
  ["release", "Loma Labs", true],
] as const)("the gate lets a signed %s be that of %s: %s", (kind, name, expected) => {
  const body = `Tom Lee met Loma Labs.${"\n\nThe ferry is old.".repeat(9)}\n\nAnn Field is a fellow.\n\nSOURCE Loma Labs`;
  expect(isSignedBy({ title: null, body, kind }, name)).toBe(expected);
});

test.each([
  ["Bram Orrin is Director of Sales for Loma Labs, a maker of nets in Tarn.", false],
  ["Bram Orrin writes about nets and the people who mend them for the Post.", false],
  ["Bram Orrin was charged with the theft of nine nets on Monday evening.", true],
])("what a report ends in, %s, is told of its matter: %s", (end, isTold) => {
  const body =
    "The port of Tarn was closed on Monday, after nine boats had sunk in the storm of Sunday night.\n\nPort director Ann Field sent the crews home.\n\nThe council will meet on Friday.";
  const texts = briefOf("Port of Tarn closed", `${body}\n\n${end}`).facts.map(({ text }) => text);
  expect(texts.includes(end)).toBe(isTold);
});

test("a note on the writer, whom the page's own line names, too, is not told", () => {
  const note =
    "Nils Berg works for the harbour board of Lund and sold 400 nets in Arden on Monday.";
  const textsBelow = (line: string) =>
    briefOf(
      "Port of Tarn closed",
      `The port of Tarn was closed on Monday, after nine boats had sunk in the storm of Sunday night.\n\n${line}\n\nPort director Ann Field sent the crews home.\n\n${note}`,
    ).facts.map(({ text }) => text);
  expect(textsBelow("Harbour master Nils Berg rang a bell.")).toContain(note);
  expect(textsBelow("Follow Nils Berg on Twitter.")).not.toContain(note);
});

test("somebody of whom the piece told is not its author", () => {
  const note = "Ann Field is the director of Loma Labs in Tarn.";
  expect(isAuthorNote(note, () => "Nine boats sank on Monday. ")).toBe(true);
  expect(isAuthorNote(note, () => "By Ann Field\n\nNine boats sank on Monday. ")).toBe(true);
  expect(isAuthorNote(note, () => "Nine boats sank, as Field had warned. ")).toBe(false);
});

test("a release ends where its sender tells what it is for", () => {
  const news =
    "Loma Labs, a global provider of alarms, announced a new alarm for hospitals on Monday.\n\nThe alarm was tested in nine hospitals in Velsk and Arden for two years.\n\nIt costs 400 crowns and is sold from May in all of the northern counties.\n\nNurses in Arden tested it for nine months.";
  const boast =
    "Loma’s mission is to provide real-time solutions for hospitals. Loma has its seat in Tarn and employs 130 people in nine countries.";
  const { kind, facts } = briefOf(
    "Loma introduces alarm system",
    `FOR IMMEDIATE RELEASE\n\n${news}\n\n${boast}`,
  );
  expect(kind).toBe("release");
  expect(facts.map(({ text }) => text).join(" ")).not.toMatch(/mission|seat in Tarn/u);
  expect(facts.length).toBeGreaterThan(1);
});

test("what an opinion quotes is not its writer's, and what only seems to be said is", () => {
  const said = "“The ferry is a wreck of nine boats,” Tom Lee wrote in the paper of the port.";
  const idle = "The papers of the port are thin, to say the least, since the spring of 2019.";
  const column = `The council sold the ferry on Monday.\n\n${said}\n\n${idle}`;
  const { facts } = briefOf("Opinion: The ferry", column);
  const owners = new Map(facts.map(({ text, attribution }) => [text, attribution]));
  expect(owners.get(said) ?? null).not.toBe("the writer");
  expect(owners.get(idle)).toBe("the writer");
});

test("what leads up to a question is no fact of a list; what it says of its own is its writer's", () => {
  const asked = [1, 2, 3, 4, 5, 6].map(
    (at) =>
      `${at}. Ferry ${at} of Tarn will be sold in June to the port of Velsk. Would you sell it?`,
  );
  const opening = "Tarn showed remarkable patience with its nine ferries until the winter of 2019.";
  const { kind, facts } = briefOf("6 questions for the harbour", [opening, ...asked].join("\n\n"));
  expect(kind).toBe("list");
  expect(facts.map(({ text, attribution }) => [text, attribution])).toEqual([
    [opening, "the writer"],
  ]);
});
