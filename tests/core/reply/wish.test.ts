import { expect, test } from "vitest";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { digestLine } from "#core/reply/keep-posted.ts";
import { parseLine } from "#core/reply/parse.ts";
import { readSchedule } from "#core/reply/schedule-words.ts";
import { smallTalk, withoutGreeting } from "#core/reply/small-talk.ts";
import { readWish } from "#core/reply/wish.ts";
import { asked } from "#tests/asked.ts";

/** What a line is read as before any question, in short; `null`: it is a command or a question. */
function readAs(line: string): string | null {
  const talk = smallTalk(line);
  if (talk !== null) return `talk: ${talk}`;
  const wish = readWish(withoutGreeting(line));
  switch (wish?.kind) {
    case undefined:
      return null;
    case "digest":
      return `digest: ${wish.about.text || "everything"}${wish.at === null ? "" : `, ${wish.at}`}`;
    case "alert":
    case "less":
      return `${wish.kind}: ${wish.about.text}`;
    case "report":
      return `report: [${wish.article}] ${wish.what}`.trim();
    case "unread-when":
      return `unread-when: ${wish.typed}`;
    case "stop":
      return `stop: ${wish.of}`;
    case "forget":
      return "forget";
  }
}

type Row = readonly [line: string, read: string];

/** Invented before any pattern was written, and left as they were: two of these and those below failed at first. */
const UNSEEN: readonly Row[] = [
  [
    "Could you send me a summary about wheat prices every weekday at noon?",
    "digest: wheat prices, every weekday at noon",
  ],
  ["i'd like a daily digest about the ferry at 6:45 pm", "digest: ferry, daily at 6:45 pm"],
  ["digest on mondays at 9 about rugby", "digest: rugby, on mondays at 9"],
  ["a digest of the budget talks each morning please", "digest: budget talks, every day at 08:00"],
  ["set up a digest for me, weekdays at 8, on housing", "digest: housing, weekdays at 8"],
  ["every day at 7 send me the headlines about Marna", "digest: Marna, every day at 7"],
  ["I want a digest of everything every evening at 6", "digest: everything, every day at 6 pm"],
  ["please keep me up to date on the dock strike", "digest: dock strike"],
  ["Keep me informed about vaccines", "digest: vaccines"],
  ["sign me up for news about the Olympics", "digest: Olympics"],
  ["I would like to follow the Velsk inquiry", "digest: Velsk inquiry"],
  ["notify me if anything happens in Tarnmouth", "alert: Tarnmouth"],
  ["let me know as soon as there's something new on the hostage talks", "alert: hostage talks"],
  ["can you alert me about earthquakes?", "alert: earthquakes"],
  ["tell me immediately when Solen resigns", "alert: Solen resigns"],
  ["I don't want to see any more football", "less: football"],
  ["please don't send me celebrity news", "less: celebrity"],
  ["fewer stories about crypto please", "less: crypto"],
  ["I am not interested in the royals", "less: royals"],
  ["leave out horoscopes", "less: horoscopes"],
  ["that's not right, the mayor is called Petra Holm", "report: [] the mayor is called Petra Holm"],
  ["you've got it wrong: the bridge closed on Tuesday", "report: [] the bridge closed on Tuesday"],
  ["there's an error in the article about the ferry", "report: [ferry]"],
  ["The story on grain prices has a typo", "report: [grain prices]"],
  ["I'd like to report a mistake", "report: []"],
  ["please erase all my data", "forget"],
  ["remove my account", "forget"],
  ["cancel my digest", "stop: digest"],
  ["turn off my alerts please", "stop: alert"],
  ["stop messaging me", "stop: all"],
  ["you are useless", "talk: insult"],
  ["shut up, stupid machine", "talk: insult"],
  ["are you human?", "talk: self"],
  ["and then?", "talk: follow-up"],
  ["show me more", "talk: follow-up"],
  ["what else did the minister say?", "talk: follow-up"],
];

const HITS: readonly Row[] = [
  [
    "send me a digest every day at half past seven about cricket",
    "digest: cricket, every day at half past seven",
  ],
  ["digest every day at 7:30 about cricket", "digest: cricket, every day at 7:30"],
  ["keep me posted on the Hormuz crisis", "digest: Hormuz crisis"],
  ["alert me when there is news about hormuz", "alert: hormuz"],
  ["subscribe me to grain prices", "digest: grain prices"],
  ["let me know when the ferry reopens", "alert: ferry reopens"],
  ["not interested in sport", "less: sport"],
  ["no more sport please", "less: sport"],
  ["less of the stock market stuff please", "less: stock market"],
  ["enough of this football please", "less: football"],
  ["send me the grain business news every morning at 7", "digest: grain business, every day at 7"],
  ["mail us port prices on mondays", "digest: port prices, on mondays at 08:00"],
  ["thanks mate, that's brilliant", "talk: thanks"],
  ["thank you, this is really helpful", "talk: thanks"],
  ["cheers, you're a star", "talk: thanks"],
  ["less about cricket", "less: cricket"],
  [
    "this is wrong: the kharkiv strike killed ten not five",
    "report: [] the kharkiv strike killed ten not five",
  ],
  ["i want to report an error", "report: []"],
  ["there is a mistake in the bridge story", "report: [bridge]"],
  ["delete my data", "forget"],
  ["forget me", "forget"],
  ["stop sending me digests", "stop: digest"],
  ["unsubscribe", "stop: all"],
  ["stop", "stop: all"],
  ["you stupid bot", "talk: insult"],
  ["fuck off", "talk: insult"],
  ["what is wrong with you", "talk: insult"],
  ["who are you", "talk: self"],
  ["are you a bot", "talk: self"],
  ["more", "talk: follow-up"],
  ["next", "talk: follow-up"],
  ["tell me more about the first one", "talk: follow-up"],
  ["and what did the opposition say?", "talk: follow-up"],
  [
    "good morning! send me a digest on weekdays at 8 about grain",
    "digest: grain, on weekdays at 8",
  ],
  ["keep me posted on cricket and rugby", "digest: cricket OR rugby"],
  ["keep us updated about floods, storms or fires", "digest: floods OR storms OR fires"],
  ["keep me posted on the talks between Russia and Ukraine", "digest: talks Russia Ukraine"],
  ["keep me posted on tag:weather OR flood", "digest: tag:weather OR flood"],
  ['keep me posted on "harbour bridge" -ferry', 'digest: "harbour bridge" NOT ferry'],
  [
    "digest me twice a day about the strike, please",
    "digest: strike, every day at 08:00 and 18:00",
  ],
  [
    "send me a digest twice a day about the strike, please",
    "digest: strike, every day at 08:00 and 18:00",
  ],
  ["send me a weekly summary of the war", "digest: war, mondays at 08:00"],
  ["send me the news every friday evening", "digest: everything, every friday at 18:00"],
  [
    "i want a digest every fortnight about cricket",
    "unread-when: a digest every fortnight about cricket",
  ],
  ["mail me the headlines at 6pm on weekdays", "digest: everything, at 6pm on weekdays"],
  ["Please follow the Velsk inquiry for me", "digest: Velsk inquiry"],
  ["the date in the ferry story is wrong", "report: [ferry] the date in the ferry story is wrong"],
  ["Your digest is wrong", "report: []"],
  [
    "please correct the story about the ferry: it sank on Monday",
    "report: [ferry] it sank on Monday",
  ],
  ["this is not true", "report: []"],
  ["please forget everything you know about me", "forget"],
  ["no more alerts please", "stop: alert"],
  ["stop alerting me", "stop: alert"],
  ["unsubscribe me", "stop: all"],
  ["don't send me any more digests", "stop: digest"],
  ["stop sending me cricket", "less: cricket"],
  ["unsubscribe me from cricket", "less: cricket"],
  ["warn me about floods in Velsk Bay", "alert: floods Velsk Bay"],
  ["what's wrong with you?", "talk: insult"],
  ["this bot is useless", "talk: insult"],
  ["anything else?", "talk: follow-up"],
  ["and why?", "talk: follow-up"],
  ["what did he say", "talk: follow-up"],
  ["is this a bot", "talk: self"],
  ["desk keep me posted on grain", "digest: grain"],
  ["/desk alert me about grain", "alert: grain"],
  ["hey copydesk, alert me as soon as there is anything new on US tariffs", "alert: US tariffs"],
  ["alert me about US tariffs", "alert: US tariffs"],
];

test.each([...UNSEEN, ...HITS])("%s", (line, expected) => expect(readAs(line)).toBe(expected));

/** Near misses, of the same two kinds. */
const UNSEEN_MISSES = [
  "digest of the budget",
  "daily mail editor resigns",
  "every day at sea is a risk, say fishermen",
  "subscribers leave the streaming service",
  "keep calm and carry on exhibition",
  "keep the peace in Velsk",
  "follow the money",
  "alert level raised in Marna",
  "flood alert",
  "notify the police",
  "let me know about the ferry",
  "what is new on the strike",
  "let them eat cake",
  "no more war",
  "less snow in the Alps",
  "fewer ferries this winter",
  "not guilty plea in the bridge trial",
  "interest rates fall",
  "is this the wrong man",
  "wrong man convicted",
  "mistake in surgery costs a life",
  "error in vote count",
  "the minister is wrong about grain",
  "report on police errors",
  "delete the app, says the regulator",
  "data deleted at the ministry",
  "forgotten victims of the flood",
  "stop and search powers",
  "stop the war march",
  "non-stop flights",
  "cancel culture debate",
  "turn off the lights campaign",
  "stupid mistake cost the match",
  "robots in hospitals",
  "more jobs lost at the port",
  "next generation of ferries",
  "and what did Starmer say about Hormuz",
  "good morning Vietnam",
];

const MISSES = [
  "keep the bridge open",
  "stop the boats",
  "alert in Velsk Bay",
  "more rain in Tarnmouth",
  "next week's election",
  "wrong numbers on the ferry",
  "send troops",
  "report on errors in the count",
  "digestive biscuits",
  "forget the treaty",
  "unsubscribe rates rise",
  "digest",
  "digest grain",
  "digest now grain",
  "digest me at:07:30 topic:grain",
  "digest off",
  "digest about grain",
  "alert storm velsk",
  "alert off",
  "wrong a1 what:It closed",
  "/alert me when it rains",
  "/digest every day at 7",
  "what's new?",
  "any news?",
  "tell me about Velsk Bay",
  "let me know if you have anything about the flood",
  "let me know when the vote is",
  "send me the news about grain",
  "give me the stories on Monday's vote",
  "what did May say about grain",
  "and what did Starmer say about Hormuz",
  "what did the mayor say about the bridge",
  "who said the bridge is safe",
  "stop smoking campaign",
  "no more",
  "less is more",
  "no more deaths in Marna",
  "send me the ferry story from Monday",
  "thanks to the minister",
  "less of the harvest came in",
  "fewer stories told in Velsk",
  "not interested in talks with rebels, says general",
  "mute swans",
  "hide and seek champion",
  "daily mail editor resigns",
  "weekly wages rise",
  "morning briefing by Solen",
  "daily briefing by the ministry",
  "the report on the ferry",
  "this is the story of the bridge",
  "that was the week",
  "it was wrong to close the bridge, mayor says",
  "you made it happen",
  "useless masks bought by ministry",
  "stupid cupid musical",
  "bot army spreads lies",
  "next of kin informed",
  "digest me grain weekdays at noon",
  "the first one to fall",
  "second story collapse",
  "who is it",
  "are you being served",
  "is there a strike",
  "what else did Solen say about grain",
  "error in the signal box",
  "a mistake in the count",
  "correct answer",
  "file a complaint",
  "remove the statue",
  "delete emails inquiry",
  "end the war",
  "cancel the regatta",
  "turn off the gas",
  "hi Marna",
  "hello kitty",
  "subscribe to win",
];

test.each([...UNSEEN_MISSES, ...MISSES])("is none: %s", (line) => expect(readAs(line)).toBeNull());

test("what a wish orders is read by the command as it was understood", () => {
  let orders = 0;
  for (const [line] of [...UNSEEN, ...HITS]) {
    const wish = readWish(withoutGreeting(line));
    if (smallTalk(line) !== null || wish?.kind !== "digest") continue;
    orders += 1;
    const { about, at } = wish;
    const question = parseLine(digestLine(about.text, at), asked());
    const plus = about.text === "" ? {} : { plus: about.text };
    const options = { edition: "me", ...plus, ...(at !== null && { at }) };
    expect(question).toMatchObject({ command: "digest", options });
    if (at !== null) expect(readSchedule(at).ok, at).toBe(true);
    if (about.text !== "") expect(parseTopic(about.text).ok, about.text).toBe(true);
  }
  expect(orders).toBeGreaterThan(20);
});

test.each([
  ["keep me posted on the talks in the Hormuz Strait", ["the", "in", "the"]],
  ["keep me posted on cricket and rugby", []],
])("what is left out of a topic is kept: %s", (line, leftOut) => {
  expect(readWish(line)).toMatchObject({ about: { leftOut } });
});

test.each([
  ["good morning! what's the news?", "what's the news?"],
  ["Hi there, show me grain", "show me grain"],
  ["hello what happened in Marna", "what happened in Marna"],
  ["good morning Vietnam", "good morning Vietnam"],
  ["hello kitty", "hello kitty"],
  ["good morning!", "good morning!"],
  ["Good morning, Copydesk!", "Good morning, Copydesk!"],
  ["hey jude", "hey jude"],
])("a greeting before a question is none of it: %s", (line, rest) => {
  expect(withoutGreeting(line)).toBe(rest);
});

test.each([
  "you stupid bot ",
  "so very ",
  "keep me posted on at 7 ",
  "a mistake in the ",
  "hi, ",
])("a line that repeats itself is read to its end: %s", (piece) => {
  const line = `${piece.repeat(250).slice(0, 498)} x`;
  expect([smallTalk(line), withoutGreeting(line).length > 0]).toEqual([null, true]);
  expect(() => readWish(line)).not.toThrow();
});
