import type { CommandName } from "#core/reply/command.ts";

/** What must come back of a line: a command with its options, a plain word, or what is wrong with it. */
export type Expected =
  | readonly [command: CommandName, options?: Readonly<Record<string, string>>]
  /** A part of what is said instead of any search. */
  | string;

const WELCOME = "You are welcome.";
const HELLO = "Hello. What do you want to know?";
const RIGHT = "All right.";
const NOTHING = "names nothing that could be looked for";

/** Lines as people type them, on every front end alike; who asks is no editor. */
export const QUESTIONS: readonly (readonly [line: string, expected: Expected])[] = [
  // Words alone
  ["storm velsk", ["search", { words: "storm velsk" }]],
  ["harbour bridge", ["search", { words: "harbour bridge" }]],
  ['"harbour bridge" -ferry', ["search", { words: '"harbour bridge" -ferry' }]],
  ["killed in the quake", ["search", { words: "killed quake" }]],
  ["seven killed in Marna", ["search", { words: "seven killed", place: "Marna" }]],
  ["how many people died in the quake?", ["search", { words: "people died quake" }]],
  ["why did the bridge close?", ["search", { words: "bridge close" }]],
  ["why the bridge closed", ["search", { words: "bridge closed" }]],
  ["where is the ferry", ["search", { words: "ferry" }]],
  ["storm: what we know", ["search", { words: "storm" }]],
  ["10:30 train to Velsk Bay", ["search", { words: "10:30 train", place: "Velsk Bay" }]],
  // Questions
  [
    "what happened with the storm in Velsk Bay?",
    ["search", { words: "storm", place: "Velsk Bay" }],
  ],
  ["what's going on in velsk bay", ["search", { place: "velsk bay" }]],
  ["What happened to the ferry?", ["search", { words: "ferry" }]],
  ["hello, do you have anything about the flood?", ["search", { words: "flood" }]],
  ["please show me everything on the harbour bridge", ["search", { words: "harbour bridge" }]],
  ["can you find me the story about grain prices", ["search", { words: "story grain prices" }]],
  ["search for the storm", ["search", { words: "storm" }]],
  ["I am looking for articles about the strike", ["search", { words: "strike" }]],
  ["is there anything about Mira Solen?", ["search", { words: '"Mira Solen"' }]],
  ["tell me about Velsk Bay", ["search", { words: '"Velsk Bay"' }]],
  ["Velsk Bay", ["search", { place: "Velsk Bay" }]],
  [
    "news from Reuters on the strike",
    ["search", { words: "strike", from: "Reuters", order: "newest" }],
  ],
  ["from Reuters", ["search", { from: "Reuters" }]],
  // Of somebody who is named most want what is written about them.
  ["Solen bridge", ["search", { words: "Solen bridge" }]],
  ["who is Mira Solen?", ["search", { words: '"Mira Solen"' }]],
  ["WHO IS MIRA SOLEN IN VELSK BAY", ["search", { words: '"MIRA SOLEN"', place: "VELSK BAY" }]],
  ["did Mira Solen resign?", ["search", { words: '"Mira Solen" resign' }]],
  ["Reuters stories on grain", ["search", { words: "grain", from: "Reuters" }]],
  ["the storm surge near Velsk Bay", ["search", { words: '"storm surge"', place: "Velsk Bay" }]],
  // Who said what
  ["who said the bridge is safe", ["quotes", { about: "bridge safe" }]],
  ["what did Solen say about the bridge?", ["quotes", { speaker: "Solen", about: "bridge" }]],
  ["what did Mira Solen say", ["quotes", { speaker: "Mira Solen" }]],
  ["did solen say anything about grain?", ["quotes", { speaker: "solen", about: "grain" }]],
  ["quotes by Solen about the bridge", ["quotes", { speaker: "Solen", about: "bridge" }]],
  ["quotes about the flood", ["quotes", { about: "flood" }]],
  ["quotes solen about the bridge", ["quotes", { speaker: "solen", about: "the bridge" }]],
  [
    "quotes solen abt bridge since:3d",
    ["quotes", { speaker: "solen", about: "bridge", since: "3d" }],
  ],
  ["/quotes by Mira Solen", ["quotes", { speaker: "Mira Solen" }]],
  ["/quotes about flood damage", ["quotes", { about: "flood damage" }]],
  ["/quotes Brandon", ["quotes", { speaker: "Brandon" }]],
  ["quotes from Reuters about the storm", ["quotes", { from: "Reuters", about: "storm" }]],
  ["/facts about the flood", ["facts", { about: "the flood" }]],
  ["what did solen say abt the bridge", ["quotes", { speaker: "solen", about: "bridge" }]],
  ["what did the pope say about the war", ["quotes", { speaker: "pope", about: "war" }]],
  ["what did May say about grain", ["quotes", { speaker: "May", about: "grain" }]],
  ["quotes solen", ["quotes", { speaker: "solen" }]],
  ["quotes about:bridge solen", ["quotes", { about: "bridge", speaker: "solen" }]],
  // Facts, timelines, digests
  ["key facts about the flood", ["facts", { about: "flood" }]],
  ["facts flood", ["facts", { about: "flood" }]],
  ["timeline of the bridge", ["timeline", { about: "bridge" }]],
  ["timeline bridge", ["timeline", { about: "bridge" }]],
  ["digest", ["digest"]],
  ["digest grain", ["digest", { topic: "grain" }]],
  ["digest now grain", ["digest", { edition: "now", topic: "grain" }]],
  ["digest about grain", ["digest", { edition: "now", topic: "grain" }]],
  ["latest", ["digest", { edition: "latest" }]],
  ["the latest edition", ["digest", { edition: "latest" }]],
  ["what's new?", ["digest", { edition: "now" }]],
  ["any news?", ["digest", { edition: "now" }]],
  ["when is the next edition?", ["schedule"]],
  ["help", ["help"]],
  ["help me", ["help"]],
  ["what can I ask?", ["help"]],
  ["how does this work?", ["help"]],
  // Times
  [
    "anything new on grain since yesterday?",
    ["search", { words: "grain", since: "yesterday", order: "newest" }],
  ],
  ["latest on the strike", ["search", { words: "strike", order: "newest" }]],
  ["storm last week", ["search", { words: "storm", since: "last week" }]],
  ["the flood in the last 3 days", ["search", { words: "flood", since: "the last 3 days" }]],
  ["ferry two days ago", ["search", { words: "ferry", since: "two days ago" }]],
  ["what happened today", ["digest", { edition: "now", since: "today" }]],
  ["storm on 8 May", ["search", { words: "storm", since: "8 may" }]],
  ["storm in May", ["search", { words: "storm", since: "may" }]],
  ["3 days strike", ["search", { words: "3 days strike" }]],
  ["a week of storms", ["search", { words: "week storms" }]],
  // Options, wherever they stand
  ["bridge speaker:solen since:3d", ["search", { words: "bridge", speaker: "solen", since: "3d" }]],
  ["search bridge speaker:solen", ["search", { words: "bridge", speaker: "solen" }]],
  ["search flood in:tarnmouth", ["search", { words: "flood", place: "tarnmouth" }]],
  ["source:reuters strike", ["search", { words: "strike", from: "reuters" }]],
  // Words that look like commands
  ["text of the treaty", ["search", { words: "text treaty" }]],
  ["status of the ferry", ["search", { words: "status ferry" }]],
  ["brief shutdown at the port", ["brief", { article: "shutdown at the port" }]], // one article has these words
  ["hold on", ["search", { words: "hold" }]],
  ["kill switch", ["search", { words: "kill switch" }]],
  ["release of the hostages", ["search", { words: "release hostages" }]],
  ["post office robbery", ["search", { words: "post office robbery" }]],
  ["pause in fighting", ["search", { words: "pause fighting" }]],
  ["schedule for the talks", ["search", { words: "schedule talks" }]],
  ["help for flood victims", ["search", { words: "help flood victims" }]],
  ["preview of the regatta", ["search", { words: "preview regatta" }]],
  ["audit of the hospital", ["search", { words: "audit hospital" }]],
  ["desk lamp fire", ["search", { words: "lamp fire" }]],
  // Names that are words, words that are names
  ["May resigns", ["search", { words: "May resigns" }]],
  ["Will the strike end?", ["search", { words: "strike end" }]],
  ["reading festival", ["search", { words: "reading festival" }]],
  ["floods in Reading", ["search", { words: "floods", place: "Reading" }]],
  // Commands
  ["/search flood", ["search", { words: "flood" }]],
  ["/brief harbour bridge", ["brief", { article: "harbour bridge" }]],
  ["/text a1", ["text", { article: "a1" }]],
  ["brief", ["brief"]],
  ["brief a1", ["brief", { article: "a1" }]],
  ["/kill a1", "is for editors."],
  ["/strom velsk", "There is no command “strom”."],
  ["quotes speakr:solen", "/quotes has no option “speakr:”."],
  // Other scripts
  ["шторм в Вельске", ["search", { words: "шторм в Вельске" }]],
  ["台风 登陆", ["search", { words: "台风 登陆" }]],
  ["عاصفة في الميناء", ["search", { words: "عاصفة في الميناء" }]],
  ["was ist mit der Brücke?", ["search", { words: "ist mit der Brücke" }]],
  // No question
  ["thanks!", WELCOME],
  ["Thank you so much 🙏", WELCOME],
  ["ok thanks", WELCOME],
  ["danke!", WELCOME],
  ["hello", HELLO],
  ["Good morning, Copydesk!", HELLO],
  ["ok", RIGHT],
  ["👍", "Write what you want to know."],
  ["???", "Write what you want to know."],
  ["bye", "Goodbye."],
  ["who is it", NOTHING],
  ["-", NOTHING],
  // Hostile, and long
  ["'; drop table article; --", ["search", { words: "drop table article" }]],
  ["<script>alert(1)</script> bridge", ["search", { words: "<script>alert(1)</script> bridge" }]],
  ["@everyone bridge", ["search", { words: "@everyone bridge" }]],
  ["headline:x NEAR(bridge)", ["search", { words: "headline x NEAR(bridge" }]],
  [`bridge ${"x".repeat(5_000)}`, ["search", { words: `bridge ${"x".repeat(493)}` }]],
];
