import { expect, test } from "vitest";
import type { KindEvidence } from "#core/text/kind.ts";
import { readClues } from "#core/text/kind-clues.ts";
import { signed } from "#core/text/kind-signed.ts";
import {
  isAdvice,
  isJudgement,
  isOwnView,
  isPlainTelling,
  isSlanted,
} from "#core/text/kind-voice.ts";
import { tellKind } from "#core/text/tell-kind.ts";
import { evidenceOfSample } from "#tests/eval/kinds.ts";

function kindOf(title: string | null, body: string, more: Partial<KindEvidence> = {}): string {
  return tellKind({ ...evidenceOfSample({ title, body }), ...more }).kind;
}

const NEWS =
  "The council of Tarn voted on Monday to close the ferry in June.\n\nThe ferry carried 400 people a day last year, the harbour master said.\n\nA bridge is to open in May, and the boats will be sold.";
const LONG =
  "The council of Tarn has told all crews and their families that a ferry will sail in June.";
const VIEW =
  "The ferry is the last thing that holds this town together. To close it is folly, and the council must know it.\n\nI have crossed the sound every morning for thirty years. We should be ashamed of what we have let happen.\n\nWho will take the nurses to the hospital? Who will take our children to school? It is time that somebody answered.\n\nI believe that the mayor means well. But we cannot afford another winter of good intentions, and we must not pretend that we can. Let us keep the boat.";

/** The same, told by somebody whose marks close below the last paragraph alone. */
const QUOTED_VIEW = `A father of three spoke of the ferry on Monday. He said:\n\n'${VIEW.replaceAll("\n\n", "\n\n'")}'`;

const LECTURE =
  'The council of Tarn said on Monday that the ferry was "resting" until the spring.\n\nYou should not believe it for a minute.\n\nThe boats were sold in May for 40,000 crowns. The crews were sent home in June. So we have to ask what exactly is at rest.\n\nThe council told us in 2023 that the slip was sound. It fell into the sound nine days later. That is not a record that you can trust.\n\nMaybe the boats will come back. But we must not hold our breath, and neither should you.';
const LECTURE_TOLD =
  'The council of Tarn said on Monday that the ferry was "resting" until the spring.\n\nThe boats were sold in May for 40,000 crowns. The crews were sent home in June.\n\nThe council said in 2023 that the slip was sound, and it fell into the sound nine days later.\n\nThe harbour master, Ann Field, said that the boats would come back in April. The council meets on Friday.';

const LETTERED =
  "Q How did the ferry come about?\n\nA There were talks for years. Nobody had the money.\n\nQ Who paid for it?\n\nA The town did. We sold the mill.\n\nQ And now?\n\nA We wait for June.";

test.each([
  ["letters that ask and answer", "Making a ferry pay", LETTERED, "interview"],
  [
    "paragraphs that open with an article",
    "Making a ferry pay",
    "A Tarn man paid for it.\n\nA Rhos man sold it.\n\nA Holm man sank it.\n\nA Sable man said so.",
    "report",
  ],
  ["a report", "Ferry to close in June", NEWS, "report"],
  ["a report without a headline", null, NEWS, "report"],
  ["nothing", null, "", "report"],
  ["a column that lectures", "Why you can't trust the council on the ferry", LECTURE, "opinion"],
  ["the news of it", "Council shuts ferry", LECTURE_TOLD, "report"],
  ["a label before the headline", "Opinion: Keep the ferry", NEWS, "opinion"],
  ["a poll of opinion", "Opinion polls show ferry is loved", NEWS, "report"],
  ["a label behind it", "Keep the ferry | Editorial", NEWS, "opinion"],
  ["an editorial that is spoken of", "Editor quits over editorial", NEWS, "report"],
  ["a leader", "The Gazette view on the ferry: a boat too few", NEWS, "opinion"],
  ["a view of something", "The best view on the coast is to go", NEWS, "report"],
  ["letters", "Letters: the ferry is not a toy", NEWS, "opinion"],
  ["letters in the news", "Letters to prisoners go missing", NEWS, "report"],
  ["a comment", "Comment – The ferry and the mayor", NEWS, "opinion"],
  ["somebody who declines to comment", "Comment refused: mayor silent on ferry", NEWS, "report"],
  ["a German column", "Kommentar: Die Fähre muss bleiben", NEWS, "opinion"],
  ["a father's words, whose mark closes below", "The boat that we forgot", QUOTED_VIEW, "report"],
  ["a piece that judges in the first person", "The boat that we forgot", VIEW, "opinion"],
  [
    "the same as somebody's words",
    "Captain pleads for ferry",
    VIEW.split("\n\n")
      .map((line) => `“${line}” said Ida Moe.`)
      .join("\n\n"),
    "report",
  ],
])("%s (%s)", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

test.each([
  ["a section of opinion", { section: "Opinion" }, "opinion"],
  ["a section of comment and news", { section: "Comment on sport" }, "report"],
  ["a columnist", { byline: "Ann Field, columnist" }, "opinion"],
  ["a genre of the copy", { genre: "genre:Interview" }, "interview"],
  ["a release that says so", { genre: "Press release" }, "release"],
  ["a genre that is no kind of ours", { genre: "Background" }, "report"],
  ["a correspondent", { byline: "Ann Field, Health Correspondent" }, "report"],
] as const)("by %s", (_, more, expected) => expect(kindOf("Ferry", NEWS, more)).toBe(expected));

test.each([
  ["Film review: Low tide", "opinion"],
  ["The ferry's tale | Movie Review", "opinion"],
  ["Review: the last ferry", "opinion"],
  ["Film review board quits over ferry", "report"],
  ["Judicial review: court to hear ferry case", "report"],
  ["Ferry closure under review", "report"],
])("by a review's title: %s", (title, expected) => expect(kindOf(title, NEWS)).toBe(expected));

test.each([
  ["Grade: B+.", "opinion"],
  ["★★★½", "opinion"],
  ["3 out of 5", "opinion"],
  ["Opinion writer", "opinion"],
  ["The writer was a harbour master in Tarn.", "opinion"],
  ["Grade: the slope is 1 in 12.", "report"],
  ["Rating: PG-13", "report"],
  ["The writer Ida Moe was on board.", "report"],
])("by a line at the end: %s", (line, expected) =>
  expect(kindOf("Low tide", `${NEWS}\n\n${line}`)).toBe(expected));

const TASTE =
  "Low Tide is a gorgeous film about a ferry. Its captain is played with charm, and the storm is riveting. The middle is uneven, and the songs are forgettable. The village is an enchanting place. Some jokes are predictable. The children are hilarious. The last reel is dull. The photography is superb. It is a fascinating hour. The boat sinks in the end. Nobody drowns in it.";

test("a piece of praise and blame is a view, and reporting of it is not", () => {
  expect(kindOf("Low tide", `${TASTE} I left in tears. I will go again.`)).toBe("opinion");
  expect(kindOf("Low tide", TASTE.replaceAll(". ", ", Moe said. "))).toBe("report");
});

test.each([
  ["Royal Self-Serving Arrogance", "opinion"],
  ["A shameless con", "opinion"],
  ["Moe mocked for shameless arrogance", "report"],
  ["Ferry ticket con", "report"],
])("a headline that is nothing but a judgement: %s is %s", (title, expected) =>
  expect(kindOf(title, `${NEWS}\n\n${NEWS}\n\n${NEWS}`)).toBe(expected));

test("who wrote it tells a view only beside other signs", () => {
  const line = "Ann Field is a professor of law at Tarn.";
  expect(kindOf("Ferry to close in June", `${NEWS}\n\n${line}`)).toBe("report");
  const mild = `${TASTE}\n\n${NEWS}`;
  expect(kindOf("Low tide", mild)).toBe("report");
  expect(kindOf("Low tide", `${mild}\n\n${line}`)).toBe("opinion");
});

test.each([
  ["The budget is a farce.", true],
  ["Tarn Mills is a renowned maker of sails.", true],
  ["The minister must come clean.", true],
  ["Despite having no plan for the pier, the council bought a crane.", true],
  ["Despite the rain, the council bought a crane.", false],
  ["The budget is a farce, Moe said.", false],
  ["The mill called it “a farce”.", false],
  ["Tarn Mills makes 300 sails a year.", false],
])("%s judges: %s", (sentence, expected) => expect(isJudgement(sentence)).toBe(expected));

test.each([
  ["Two boats were sold to Velsk in May.", true],
  ["It is folly, the harbour master said.", true],
  ["Two boats were sold, and it is a disgrace.", false],
  ["Nobody in Velsk ever crossed twice.", false],
  ["But Velsk will pay for two boats.", false],
  ["The boats are old.", false],
])("%s tells plainly: %s", (sentence, expected) => expect(isPlainTelling(sentence)).toBe(expected));

test.each([
  ["Keep the seeds in a dry paper bag.", true],
  ["Keep them dry.", false],
  ["Use of the ferry fell.", false],
  ["Why wait?", false],
])("%s advises: %s", (sentence, expected) => expect(isAdvice(sentence)).toBe(expected));

test.each([
  ["The duke did a splendid job of saying nothing.", true],
  ["I would like to borrow his glasses.", true],
  ["Don't worry, you will hear of it!", true],
  ["The interview ought to end his career, for he should have known.", true],
  ["It was a splendid job, the harbour master said.", false],
  ["The duke saw the lush hills of Tarn.", true],
  ["The board sold two boats to Velsk in May.", false],
  ["The crane is indeed to be sold.", false],
])("%s is its writer's own view: %s", (sentence, expected) =>
  expect(isOwnView(sentence)).toBe(expected));

test.each([
  ["Everyone has been gushing over the keeper of Tarn.", true],
  ["The keeper won everyone’s hearts with the save.", true],
  ["Nobody can deny that the ferry is late.", true],
  ["It is important to note that the boats are old.", true],
  ["It was a pretty great night on the ferry.", true],
  ["The mainstream media has hardly looked at the ferry.", true],
  ["Crews and people with common sense are against it.", true],
  ["Everyone has been told to leave the ferry.", false],
  ["Nobody was hurt on the ferry.", false],
  ["It was the worst flood on the coast since 1953.", false],
  ["It was a pretty great night, the mayor said.", false],
  ["The mayor called it a pretty great night.", false],
])("%s is slanted: %s", (sentence, expected) => expect(isSlanted(sentence)).toBe(expected));

test("a headline that names its writer heads an opinion, unless the text is about them", () => {
  expect(kindOf("Ann Field: The ferry is here to stay", `${NEWS}\n\n${NEWS}`)).toBe("opinion");
  expect(kindOf("Ann Field: The ferry stays", `Ann Field said so.\n\n${NEWS}`)).toBe("report");
});

test("what a headline gives somebody's words for is no view of its writer", () => {
  const clues = (title: string) =>
    readClues(signed(evidenceOfSample({ title, body: `Mayor Ida Moe spoke.\n\n${NEWS}` })));
  expect(clues("Nobody should trust the ferry – Moe")).toMatchObject({
    "title attributes": 1,
    "title lectures": 0,
    "title judges": 0,
  });
  expect(clues("Nobody should trust the ferry – ever")).toMatchObject({ "title attributes": 0 });
  expect(clues("Ferry is 'a shameful farce'")["title judges"]).toBe(0);
  expect(clues("Ferry is a shameful farce")["title judges"]).toBe(1);
});

test("a report that speaks like a column is doubted", () => {
  const doubted = (title: string, body: string) =>
    tellKind(evidenceOfSample({ title, body })).isDoubted;
  const column =
    "The duke gave an hour to the channel on Sunday, and one has to ask why.\n\nHe said that he had never been on the boat. He remembers the weather, the soup and the name of the waiter.\n\nIt was a splendid show, and it wasn't over soon enough. The channel's reporter asked four times who paid for the trip, and the duke looked at his shoes.\n\nPolice said on Monday that they had seen the film. They will want to see it twice.\n\nThe duke is 58 and has nothing to do. Perhaps that is what he should have told them. But nobody seems to have asked him, and that's a shame.\n\nIt's a poor show, and it always was.";
  expect([
    kindOf("The duke and the boat", column),
    doubted("The duke and the boat", column),
  ]).toEqual(["report", true]);
  expect(doubted("Council sells boats", `${LECTURE_TOLD}\n\n${NEWS}`)).toBe(false);
  expect(doubted("The boat that we forgot", VIEW)).toBe(false);
});

test("a voice is told where its marks were kept, and from some sentences on", () => {
  const title = "The boat that we forgot";
  const evidence = evidenceOfSample({ title, body: VIEW });
  expect(tellKind(evidence).kind).toBe("opinion");
  expect(tellKind({ ...evidence, isHeard: false }).kind).toBe("report");
  expect(kindOf(title, VIEW.slice(0, VIEW.indexOf("\n")))).toBe("report");
});

test.each([
  [
    "a think tank's essay",
    "The trouble with averages",
    "Debate about wages tends to be dominated by averages. They are tidy, and they mislead.\n\nConsider a street with nine clerks and one banker. On average everybody there is rich. It would be a mistake to tax them so.\n\nPoliticians love an average because it hides a choice. Perhaps that is why so few of them ask who gains.\n\nNone of this is new. But it is time that we stopped pretending otherwise.",
    "opinion",
  ],
  [
    "a sender without his label",
    "Loma Labs Unveils Revolutionary Ring",
    "Loma Labs, a leading innovator in doors, is proud to announce its groundbreaking new ring.\n\nThe ring is poised to transform the way that families enter their homes.\n\nWith its proprietary platform, Loma delivers a seamless solution to customers across the globe.\n\nThe company is committed to excellence and to empowering its community.\n\nVisitors can learn more at loma.example.\n\nLoma is trusted by thousands.",
    "release",
  ],
  [
    "a report that praises",
    "Rovers win again",
    "A superb goal by Ida Moe gave Arden Rovers a 2-1 win over Merton on Sunday.\n\nMoe, who is 19, scored from 30 metres in the last minute.\n\n“It was brilliant, and we should enjoy it,” coach Tom Lee said. “I love this team.”\n\nMerton had led through Ben Solway before the break. Rovers have won four matches in a row.\n\nThey play Velsk on Saturday.",
    "report",
  ],
])("by its voice: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

test("a column says at its end who writes it", () => {
  const end = "Ann Field is a Gazette columnist. The views expressed are her own.";
  expect(kindOf("The last boat", `${VIEW.split("\n\n")[0]}\n\n${end}`)).toBe("opinion");
  expect(kindOf("Ferry to close in June", `${NEWS}\n\nAnn Field is a Gazette reader.`)).toBe(
    "report",
  );
});

const ENTRIES =
  "14:32\n\nThe bridge is closed in both directions, and buses turn at the market.\n\n14:05\n\nPolice have asked everybody to keep away from the river until tonight.\n\n13:40\n\nA barge has struck the second pier of the old bridge in Arden.";

test.each([
  ["entries under their times", "Bridge struck by barge", ENTRIES, "live"],
  ["entries behind their times", "Bridge struck", ENTRIES.replace(/(\d)\n\n/gu, "$1 – "), "live"],
  ["a label", "Live: bridge struck by barge", NEWS, "live"],
  ["a live blog by name", "Bridge struck – as it happened", NEWS, "live"],
  ["live music", "Live music returns to Arden", NEWS, "report"],
  ["a live stream", "Live-streaming firm is fined", NEWS, "report"],
  ["those who live there", "Where the boatmen live", NEWS, "report"],
  [
    "times within a report",
    "Barge strikes bridge",
    "A barge struck the bridge at 13:40 on Monday.\n\n10:30 is when the first call usually comes, the harbour master said, but none came.\n\nThe bridge opened again at 19:15, and the buses ran.",
    "report",
  ],
  [
    "a programme",
    "What is on tonight",
    "19:00 News\n\n19:30 Gardens of the coast\n\n20:15 The long ferry\n\n21:45 Late edition",
    "report",
  ],
])("live: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

test.each([
  [
    "lines of scores",
    "Football scores",
    "Arden 2-1 Merton\n\nVelsk 0-0 Tarn\n\nReyl 3-2 Moor",
    "results",
  ],
  [
    "scores with a comma",
    "Week glance",
    "Arden 6, Merton 5\nVelsk 4, Tarnmouth 3, 10 innings\nReyl 2, Moor 0",
    "results",
  ],
  [
    "sets",
    "Tennis",
    "A. Falk (VEL) bt B. Moor 6-4, 6-3\nC. Quill bt D. Reyl 7-5, 6-1\nE. Solen bt F. Tarn 6-0, 6-0",
    "results",
  ],
  [
    "a report of a match",
    "Arden win",
    "Arden beat Merton 2-1 on Sunday.\n\nIda Moe scored twice in the first half.\n\nThe next match is in May.",
    "report",
  ],
  [
    "votes",
    "Council votes",
    "The motion passed 9-4 on Monday.\n\nThe mayor voted against it.",
    "report",
  ],
])("results: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

const ITEMS =
  "Arden is small but full.\n\n1. The mill\n\nIt stands by the river.\n\n2. The market\n\nIt opens at six.\n\n3. The pier\n\nIt is the longest on the coast.";

test.each([
  ["numbered ways", "5 ways to spend a day in Arden", ITEMS, "list"],
  ["reasons", "Three good reasons to visit the mill", ITEMS, "list"],
  [
    "a number of people in the news",
    "5 people hurt as ways to the port are blocked",
    NEWS,
    "report",
  ],
  ["a number of ways without a list", "10 ways the ferry will change", NEWS, "report"],
  [
    "points of a report",
    "Council votes on rents",
    "The council met.\n\n• Rents rise by 4 per cent.\n\n• The library stays open.\n\nMembers meet in June, the mayor said.",
    "report",
  ],
  [
    "nothing but items",
    "Dates for May",
    "• 3 May: fair\n• 5 May: boats\n• 9 May: choir\n• 12 May: market\n• 20 May: mill",
    "list",
  ],
  ["news in brief", "News in brief", ITEMS.replace(/\d\. /gu, ""), "round-up"],
  ["a sports round-up", "Sports round-up: Arden win again", NEWS, "round-up"],
  ["a weed killer", "Court rules on Roundup weed killer", NEWS, "report"],
])("lists: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

const HOW =
  "Keep the seeds dry. You can store them in paper if your shed is cool.\n\nWater your plants in the evening. Don’t let them stand in the sun.\n\nYou should cut the leaves in May. Pick the first beans while they are small, and you will have more of them. Never leave them until they are dry.";

test.each([
  ["how to", "How to grow beans", HOW, "advice"],
  ["tips", "Ten tips for a dry cellar", HOW, "advice"],
  [
    "a letter to a column",
    "Husband keeps the key",
    "DEAR IDA: My husband keeps the key of the cellar.\n\nDEAR LOCKED OUT: Ask him.",
    "advice",
  ],
  ["a letter in the news", "Dear old ferry is sold", NEWS, "report"],
  [
    "a recipe",
    "Bean soup",
    "A soup for May.\n\nIngredients\n\n200 g beans\n\nMethod\n\nCook the beans for an hour.",
    "advice",
  ],
  ["how something is to be done", "How to fund ferry divides council", NEWS, "report"],
])("advice: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

const SENDER =
  "Loma Labs today announced a ring that opens doors.\n\n“We are proud,” said Ada Osei, its head.\n\nAbout Loma Labs\n\nLoma Labs makes rings and doors in Arden.\n\nMedia contact: press@loma.example";

test.each([
  ["its sign", "Ring opens doors", `FOR IMMEDIATE RELEASE\n\n${NEWS}`, "release"],
  [
    "its label behind the hour",
    "Ring opens doors",
    `Monday, 4 May 2026, 2:10 pm Press Release: Loma Labs\n\n${NEWS}`,
    "release",
  ],
  ["its label behind the day", "Ring", `4 May 2026 | News release\n\n${NEWS}`, "release"],
  [
    "a release of years ago",
    "Ring",
    `In 2019 a press release: Rings will sell.\n\n${NEWS}`,
    "report",
  ],
  [
    "a report on a release",
    "Ring",
    `On 4 May 2026 - Press Release: Rings Sell was the title.\n\n${NEWS}`,
    "report",
  ],
  ["a wire of releases", "Ring", `ARDEN, May 8, 2026 /PRNewswire/ -- ${NEWS}`, "release"],
  ["the sender's own matter below it", "Ring opens doors", SENDER, "release"],
  [
    "a member's letterhead",
    "Ferry",
    `Ann Field MP - Federal Member for Tarn\n\n${NEWS}`,
    "release",
  ],
  [
    "a member in the news",
    "Ferry",
    `Ann Field MP, the Member for Tarn, quit.\n\n${NEWS}`,
    "report",
  ],
  ["where a site keeps it", "Ring", `9 Jul 2008 Posted in Press releases\n\n${NEWS}`, "release"],
  [
    "paragraphs counted from the second on",
    "Ring",
    `${NEWS}\n\n${[2, 3, 4].map((number) => `${number} ${LONG}`).join("\n\n")}`,
    "release",
  ],
  [
    "paragraphs counted from the first on",
    "Ring",
    [1, 2, 3, 4].map((number) => `${number} ${LONG}`).join("\n\n"),
    "report",
  ],
  [
    "items counted below an introduction",
    "Ring",
    `${NEWS}\n\n${[1, 2, 3].map((number) => `${number} ${LONG}`).join("\n\n")}`,
    "report",
  ],
  ["a headline that says so", "Press release: ring opens doors", NEWS, "release"],
  ["when it is released", "Press releases pile up at ministry", NEWS, "report"],
  ["somebody's release", "Release of prisoners delayed", NEWS, "report"],
  ["a sentence about someone", "Ring", `${NEWS}\n\nAbout Loma nobody says a word.`, "report"],
])("release: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));

test.each([
  [
    "Q and A",
    "Ida Moe on boats",
    "Q: How did you begin?\n\nA: My father had a boat.\n\nQ: And now?\n\nA: Now I have two of them.",
    "interview",
  ],
  [
    "names of which one asks",
    "Ida Moe on boats",
    "Gazette: How did you begin?\n\nMoe: My father had a boat.\n\nGazette: And now?\n\nMoe: Now I have two of them.",
    "interview",
  ],
  [
    "questions as paragraphs",
    "“I have two boats”",
    "How did you begin in this trade?\n\nI had a boat from my father. I was nine.\n\nAnd what do you do now?\n\nI have two boats. My son has one.\n\nWhat comes next for you?\n\nI will sell one. I am old.",
    "interview",
  ],
  [
    "questions that a report answers",
    "What the vote means",
    "What was decided on Monday?\n\nThe council closed the ferry.\n\nWho is hit by it?\n\nThe nurses of the hospital are.\n\nWhat comes next?\n\nA bridge opens in May.",
    "report",
  ],
  [
    "a briefing",
    "Briefing on the storm",
    "MR. KRALL: Good morning. It will rain.\n\nQUESTION: Is the bridge open?\n\nMR. KRALL: It is closed. Stay at home.",
    "transcript",
  ],
  [
    "a hearing of many",
    "Hearing",
    "CHAIR: The committee will come to order.\n\nMS. MOE: I saw the crack in March.\n\nMR. REYL: I did not see it.\n\nCHAIR: You may go on.",
    "transcript",
  ],
  [
    "dialogue in a report",
    "Rivals meet",
    "The two met on Sunday.\n\nMoe: “I am right.”\n\nReyl: “You are not.”\n\nMoe: “Ask them.”\n\nThey meet again in May.",
    "report",
  ],
  [
    "a table of facts",
    "Ida Moe",
    "Age: 40\n\nHeight: 1.90 m\n\nClub: Arden Rowing\n\nBorn: Velsk",
    "report",
  ],
])("speech: %s", (_, title, body, expected) => expect(kindOf(title, body)).toBe(expected));
