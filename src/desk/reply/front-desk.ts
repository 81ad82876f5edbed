import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import { dayAndTime, plainMessage } from "#core/message/say.ts";
import {
  briefAnswer,
  choiceAnswer,
  factsAnswer,
  nothingFound,
  quotesAnswer,
  searchAnswer,
  textAnswer,
} from "#core/reply/answer.ts";
import { COMMANDS, type CommandName } from "#core/reply/command.ts";
import type { FrontDesk, Question, Suggestion } from "#core/reply/front-desk.ts";
import { helpAnswer, mistakeAnswer } from "#core/reply/help.ts";
import { parseLine } from "#core/reply/parse.ts";
import type { Archive, Clock } from "./port.ts";

/** Both platforms take at most this many choices while someone types. */
const MOST_SUGGESTIONS = 25;
const MOST_FOUND = 8;
const MOST_CHOICES = 5;

/** A channel as `/digest` knows it. */
export interface DigestSource {
  readonly name: string;
  readonly nextSlot: () => Instant | null;
  /** The latest edition as one message; `null` before the first. */
  readonly latest: () => Promise<Message | null>;
}

export interface ReplyParts {
  readonly archive: Archive;
  readonly clock: Clock;
  /** Of the newsroom: answers show times in it. */
  readonly timeZone: string;
  readonly channels: readonly DigestSource[];
}

/** Answers readers, the same on every front end. */
export function createFrontDesk(parts: ReplyParts): FrontDesk {
  return {
    ask: (question) => answerQuestion(parts, question),
    askLine: async (line, channel) => {
      const parsed = parseLine(line, channel);
      return "typed" in parsed ? mistakeAnswer(parsed) : answerQuestion(parts, parsed);
    },
    suggest: (command, option, typed) => suggestFor(parts, command, option, typed),
  };
}

async function answerQuestion(parts: ReplyParts, question: Question): Promise<Message> {
  const { options } = question;
  switch (question.command) {
    case "brief":
      return aboutArticle(parts, options.article, briefAnswer);
    case "quotes":
      return aboutArticle(parts, options.article, quotesAnswer);
    case "facts":
      return aboutArticle(parts, options.article, factsAnswer);
    case "text":
      return aboutArticle(parts, options.article, textAnswer);
    case "search":
      return search(parts, options.words ?? "");
    case "digest":
      return latestDigest(parts, options.channel ?? null, question.channel);
    case "help":
      return helpAnswer(options.command ?? null);
  }
}

async function aboutArticle(
  { archive, clock, timeZone }: ReplyParts,
  wanted: string | undefined,
  answer: (filed: Filed, timeZone: string) => Message,
): Promise<Message> {
  const now = clock.now();
  const words = wanted?.trim() ?? "";
  if (words === "") {
    const [newest] = await archive.latest(now, 1);
    return newest === undefined
      ? plainMessage("No article has been taken in yet: drop one into the watched folder.")
      : answer(newest, timeZone);
  }
  const named = /^[a-z0-9]{1,16}$/.test(words) ? await archive.get(words, now) : null;
  if (named !== null) return answer(named, timeZone);
  const found = await archive.search(words, now, MOST_CHOICES);
  const meant = theOneMeant(words, found);
  if (meant !== null) return answer(meant, timeZone);
  return found.length === 0 ? nothingFound(words) : choiceAnswer(words, found, timeZone);
}

/** One article alone fits, or it alone has the words in its headline. */
function theOneMeant(words: string, found: readonly Filed[]): Filed | null {
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const parts = words.toLowerCase().split(/\s+/u);
  const titled = found.filter(({ brief }) =>
    parts.every((part) => brief.headline.toLowerCase().includes(part)),
  );
  return titled.length === 1 ? (titled[0] ?? null) : null;
}

async function search({ archive, clock, timeZone }: ReplyParts, words: string): Promise<Message> {
  if (words.trim() === "") return helpAnswer("search");
  return searchAnswer(words, await archive.search(words, clock.now(), MOST_FOUND), timeZone);
}

async function latestDigest(
  { channels, timeZone }: ReplyParts,
  wanted: string | null,
  askedIn: string | null,
): Promise<Message> {
  const name = wanted ?? askedIn ?? channels[0]?.name ?? "";
  const channel = channels.find((one) => one.name === name.trim().replace(/^#/, "").toLowerCase());
  if (channel === undefined) {
    const names = channels.map((one) => one.name).join(", ");
    return plainMessage(`There is no channel “${name}” in this newsroom. There are: ${names}.`);
  }
  const latest = await channel.latest();
  if (latest !== null) return latest;
  const next = channel.nextSlot();
  const when = next === null ? "" : ` The next one is due ${dayAndTime(next, timeZone)}.`;
  return plainMessage(`No edition of ${channel.name} has been posted yet.${when}`);
}

async function suggestFor(
  { archive, clock, channels }: ReplyParts,
  command: CommandName,
  option: string,
  typed: string,
): Promise<readonly Suggestion[]> {
  const spec = COMMANDS.find(({ name }) => name === command);
  if (spec?.options.find(({ name }) => name === option)?.suggests !== true) return [];
  if (option === "channel")
    return begun(
      typed,
      channels.map(({ name }) => name),
    );
  if (option === "command")
    return begun(
      typed,
      COMMANDS.map(({ name }) => name),
    );
  const listed = await archive.headlines(typed, clock.now(), MOST_SUGGESTIONS);
  return listed.map(({ id, headline }) => ({ label: headline, value: id }));
}

function begun(typed: string, names: readonly string[]): readonly Suggestion[] {
  const start = typed.trim().replace(/^[/#]/, "").toLowerCase();
  return names
    .filter((name) => name.startsWith(start))
    .slice(0, MOST_SUGGESTIONS)
    .map((name) => ({ label: name, value: name }));
}
