import { expect, test } from "vitest";
import { withoutLabel, withoutTornEnd } from "#core/brief/headline-label.ts";
import { storyHeadline } from "#core/brief/story-headline.ts";
import { findPassages } from "#core/text/passages.ts";

const STORY =
  "The ferry line to Tarn will close in June, because its two boats are older than the law allows and nobody has offered to pay for new ones, the harbour board said on Monday. Islanders who work on the coast were told to move.\n\nThe board has looked for a buyer since March.";

function headline(title: string | null, above: string, source: string | null = null) {
  const body = `${above}${above === "" ? "" : "\n\n"}${STORY}`;
  return storyHeadline({ title, source, body, passages: findPassages(body) });
}

const OWN = "Ferry line to Tarn closes in June";

test.each([
  // A page's name gives way to the heading that the story speaks of.
  ["News Headlines", OWN, OWN],
  ["News from The Associated Press", `Jun 3, 4:03 PM\n\n${OWN}`, OWN],
  ["Latest stories", `Local News\n\n${OWN}\n\nTarnpost.example | June 3, 2026 | 02:22 PM`, OWN],
  ["Orvania news of the day and headlines", OWN, OWN],
  ["Home page", "", null],
  // What a system calls its pages; one word with a capital may tell something.
  ["tarnpress", OWN, OWN],
  ["Stranded", OWN, "Stranded"],
  // A section or a newsletter of which the story has no word.
  ["Tomorrow’s Tides", OWN, OWN],
  ["Weekly Tide Notes", "", null],
  ["Tarn Tide Notes", "", "Tarn Tide Notes"],
  // A masthead before or behind, also where the page asks its readers to subscribe to it.
  ["TarnWire | Ferry line to Tarn closes in June", "", OWN],
  ["Ferries cost too much - TarnNOW", "", "Ferries cost too much"],
  [
    "Ferry line to Tarn closes in June — Quay Orvania",
    `${OWN} so soon, it seems.\n\nSign up to the Quay Orvania newsletter for more from the coast in your inbox, and for all that moves.`,
    OWN,
  ],
  // One that tells something stays, also where it plays with words.
  ["Crossing lost", OWN, "Crossing lost"],
  ["News of ferry's end angers Tarn", OWN, "News of ferry's end angers Tarn"],
  ["Press stands still", OWN, "Press stands still"],
  // What stands behind the story's own first line is the site's.
  [`${OWN} - The Bench: all that floats and some of it that sinks`, OWN, OWN],
  [`${OWN} a year early`, OWN, `${OWN} a year early`],
])("the title %s above %s gives %s", (title, above, expected) => {
  expect(headline(title, above)).toBe(expected);
});

test("a table keeps the title that explains it, though none of its words stands there", () => {
  const body = "Tarn 12 4 .750 -\n\nVelsk 10 6 .625 2\n\nLund 9 7 .562 3\n\nOrva 2 14 .125 10";
  const given = { title: "Final Week Glance", source: null, body, passages: findPassages(body) };
  expect(storyHeadline(given)).toBe("Final Week Glance");
});

test.each([
  [
    `MEDIA RELEASE MINISTER FOR PORTS THE HON ANN FIELD MP\n\nAF 05 010 3 March 2005\n\n${OWN}`,
    OWN,
  ],
  [`From the Minister for Ports. .. THE HON ANN FIELD,\n\n${OWN}`, OWN],
  [`OFFICE OF THE GOVERNOR\n\n${OWN}`, OWN],
  [`Ann Field The Tarn Post Jan. 9, 2005 12:00 AM\n\n${OWN}`, OWN],
  [`ec1onomy1 ferries1\n\n${OWN}`, OWN],
  [`Ann Field AO MP\n\n${OWN}`, OWN],
  // A page's ways to its other pages, and who sends a release.
  [`TFN FULL STORY Return to TFN Home Go to TFN Sports News Home\n\n${OWN}`, OWN],
  [`Home News Sport Weather\n\n${OWN}`, OWN],
  [`Skip to content\n\n${OWN}`, OWN],
  [
    `Campaign Media Release\n\nAttorney-General Ann Field\n\nMember for Tarn Tom Lee\n\n${OWN}`,
    OWN,
  ],
  // Whom the press may call; a line of the story may stand below the headline.
  [
    `For Immediate Release\n\nContacts:\n\nAnn Field, Director Ports Programme, (555) 010-7400\n\nTom Lee, tom.lee@tarn.example\n\n${OWN}\n\nHarbour board found no buyer for ferry`,
    OWN,
  ],
  [
    `Media release\n\nAnn Field MP\n\nShadow Minister for Harbours, Ferries and Islands\n\n${OWN}`,
    OWN,
  ],
  ["Ferries return to home port in Tarn", "Ferries return to home port in Tarn"],
  ["Governor Ann Field closes ferry", "Governor Ann Field closes ferry"],
  ["Ann Field The Tarn Post Jan. 9, 2005 12:00 AM", null],
  // A headline may name an office or end in a date.
  ["Office of ferries to close in Tarn", "Office of ferries to close in Tarn"],
  ["Ferry to close on June 1, 2026", "Ferry to close on June 1, 2026"],
  [`${OWN}\n\nA line with no future`, OWN],
])("above a story without a title, %s gives %s", (above, expected) => {
  expect(headline(null, above)).toBe(expected);
});

test("a byline or a letter's head that came as the title is none", () => {
  expect(headline("Ann Field The Tarn Post Jan. 9, 2005 12:00 AM", OWN)).toBe(OWN);
  expect(headline("MINISTER FOR PORTS THE HON ANN FIELD MP", OWN)).toBe(OWN);
  expect(headline("Campaign Media Release", `Member for Tarn Tom Lee\n\n${OWN}`)).toBe(OWN);
});

test.each([
  ["Ferry line closes in June - TarnTimes", "Ferry line closes in June"],
  ["Ferry line closes in June - TheHarbour", "Ferry line closes in June"],
  ["Tarn Rovers sign keeper from Lund - SHL Football", "Tarn Rovers sign keeper from Lund"],
  [
    "Ferry line to Tarn closes early - The Bench: Rowing News from the Coast",
    "Ferry line to Tarn closes early",
  ],
  ["Ferry line closes in June - Tarn and Lund Newsday", "Ferry line closes in June"],
  // A station's name holds separators itself, or stands before; so does a blog's.
  [
    "Ferry line closes in June - WTRN Channel 4 - Tarn, OV News, Weather & Sports",
    "Ferry line closes in June",
  ],
  ["KTRN 5 - Ferry line closes in June", "Ferry line closes in June"],
  ["Quayside | Ferry line to Tarn closes early", "Ferry line to Tarn closes early"],
  // The page speaks of itself below.
  ["Ferry line closes in June - TARN25", "Ferry line closes in June"],
  ["Ferry line to Tarn closes early: Maritime Orvanian", "Ferry line to Tarn closes early"],
  // Behind a bar a topic, where a headline is whole before it.
  [
    "Islanders protest as ferry line closes | Tarn crossing",
    "Islanders protest as ferry line closes",
  ],
  ["Tarn | The lost crossing", "Tarn | The lost crossing"],
  // What the article speaks of, or who says it, stays.
  ["Ferry line closes in June - McHarbour", "Ferry line closes in June - McHarbour"],
  ["Best sport for islanders - Football", "Best sport for islanders - Football"],
  ["Ferry line to Tarn closes early: Harbour Board", null],
  ["Ferry line to Tarn closes early: Ida Dar", null],
  ["Ferry line to Tarn closes early - Treasury Spokesman", null],
  ["Ferry line to Tarn closes early – Harbour News 5 boss", null],
])("the suffix of %s", (title, own) => {
  const expected = own ?? title;
  const body = `${STORY} McHarbour is the board's new name, Ida Dar said, and its boats will be sold abroad for what their steel is worth.\n\nSign up for TARN25 here.`;
  expect(storyHeadline({ title, source: null, body, passages: findPassages(body) })).toBe(expected);
});

const LONG = STORY.repeat(2);

test.each([
  ["Daily Splash: Ferry line to Tarn will close in June", "Ferry line to Tarn will close in June"],
  ["EXCLUSIVE: Ferry line to Tarn closes in June", "Ferry line to Tarn closes in June"],
  ["WATCH - Ferry line to Tarn closes in June", "Ferry line to Tarn closes in June"],
  // The article speaks of the board; an opinion is told as one; "Watch out" is no cry.
  ["Harbour Board: Ferry line to Tarn closes in June", null],
  ["Opinion Column: Ferry line to Tarn closes in June", null],
  ["Watch sales rise for a third year: why boards buy", null],
  ["EXCLUSIVE: Ferry closes", null],
])("the label of %s", (title, expected) => {
  expect(withoutLabel(title, LONG)).toBe(expected ?? title);
});

test.each([
  [
    "Islanders are told to move as the line to the coast closes while both of its boats are ol",
    "Islanders are told to move as the line to the coast closes",
  ],
  [
    "The harbour board of Tarn says that nobody at all has offered to pay for new on",
    "The harbour board of Tarn says that nobody at all has offered to pay for new…",
  ],
  // A word that the article has, too short a title, and one whose end goes on nowhere.
  ["Islanders told to move as the line to the coast closes because nobody offered to", null],
  ["Two boats are ol", null],
  ["Islanders are told to move as the line to the coast closes for good, say ma", null],
])("the end of %s", (title, expected) => {
  const body =
    "Its boats are older than the law allows and nobody has offered to pay for new ones.";
  expect(withoutTornEnd(title, body)).toBe(expected ?? title);
});

test.each([
  ["Ida Moe", null],
  ["Breaking Tarn Staff", null],
  ["TARN, Texas -", null],
  ["You have chosen to see the letters with black colour", null],
  [OWN, OWN],
])("a line above the story that tells nothing of it is no headline: %s", (above, expected) =>
  expect(headline(null, above)).toBe(expected));

test("who wrote a page and how long ago is no headline", () => {
  expect(headline("Ida Moe | Contributing Writer | 5 days ago", OWN)).toBe(OWN);
  expect(headline(`× ${OWN}`, "")).toBe(OWN);
});
