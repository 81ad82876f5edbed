import { LABELS, labelWith } from "#core/language/labels.ts";
import type { Block, Message } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import { commandOf } from "#core/reply/command.ts";
import type { Asked, Question } from "#core/reply/front-desk.ts";
import { mistakeFor } from "#core/reply/help.ts";
import { lineFor } from "#core/reply/line.ts";
import { noQuestion } from "#core/reply/list-answer.ts";
import { noSuchCommand } from "#core/reply/mistake.ts";
import { commandWords, LONGEST_LINE } from "#core/reply/parse.ts";
import { sayPeriod } from "#core/reply/period.ts";
import { phrasesIn, readQuestion } from "#core/reply/question.ts";
import type { Reading } from "#core/reply/reading.ts";
import { smallTalk, smallTalkAnswer, withoutGreeting } from "#core/reply/small-talk.ts";
import { readTyped, type Typed } from "#core/reply/typed.ts";
import { asWords, soughtWords, understood } from "#core/reply/understood.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { namedTo } from "#desk/open-channels.ts";
import { pickArticle } from "./find-article.ts";
import { type Fitting, loosen } from "./loosen.ts";
import { periodOf } from "./options.ts";
import type { Handler, ReplyParts } from "./parts.ts";
import { answerWish } from "./wishes.ts";

/** Answers what someone typed: words of no matter, then wishes, commands, and questions in their own words. */
export async function askTyped(
  parts: ReplyParts,
  ask: Handler,
  text: string,
  asked: Asked,
): Promise<Message> {
  const cut = withoutGreeting(text.trim());
  const talk = smallTalk(cut.slice(0, LONGEST_LINE));
  if (talk !== null) return smallTalkAnswer(talk);
  const channels = namedTo(parts.channels(), asked).map(({ name }) => name);
  const typed = readTyped(cut, asked, channels);
  const wished = await answerWish(parts, ask, cut.slice(0, LONGEST_LINE), asked);
  const answer = wished ?? (await answerTo(parts, ask, typed, asked, cut));
  const rest = cut.length - LONGEST_LINE;
  if (rest <= 0) return answer;
  return headed(
    answer,
    note({ text: `Only the first ${LONGEST_LINE} letters were read, ${rest} were left out.` }),
  );
}

async function answerTo(
  parts: ReplyParts,
  ask: Handler,
  typed: Typed,
  asked: Asked,
  text: string,
): Promise<Message> {
  if (typed.kind === "mistake") return mistakeFor(asked, typed.mistake);
  if (typed.kind === "words") return askQuestion(parts, ask, typed.text, asked);
  const { question, slash } = typed;
  // Reads: brief shutdown at the port
  if (!slash && (await namesNoArticle(parts, question))) {
    const { name, rest } = commandWords(text);
    return askQuestion(parts, ask, `${name} ${rest}`, asked);
  }
  return ask(question);
}

/** Whether a reader's command that is about one article has words that fit none. */
async function namesNoArticle(parts: ReplyParts, { command, options }: Question): Promise<boolean> {
  const spec = commandOf(command);
  const words = options.article?.trim() ?? "";
  if (spec?.permission !== "reader" || command === "why" || !/\s/u.test(words)) return false;
  return (await pickArticle(parts, words)).kind === "none";
}

async function askQuestion(
  parts: ReplyParts,
  ask: Handler,
  text: string,
  asked: Asked,
): Promise<Message> {
  const phrases = phrasesIn(text);
  const known = await parts.archive.named(phrases, parts.clock.now());
  const reading = readQuestion(text, known);
  const answer = (of: Reading) => ask({ ...asked, command: of.command, options: of.options });
  const isSearch = LOOSENED.has(reading.command);
  if (isSearch && Object.keys(reading.options).length === 0) return noQuestion(text);
  const fitting: Fitting | null = isSearch ? await loosen(parts, reading, asked) : { reading };
  if (fitting === null) {
    const meant = meantCommand(text, asked);
    return headed(
      await answer(reading),
      ...said(parts, reading),
      ...plainSearch(reading),
      ...meant,
    );
  }
  if (fitting.isOffer === true) return lessAnswer(reading, fitting);
  const lead = fitting.dropped === undefined ? [] : [note({ text: nothingFits(reading) })];
  return headed(
    await answer(fitting.reading),
    ...lead,
    ...said(parts, fitting.reading),
    ...plainSearch(fitting.reading),
  );
}

/** Commands whose questions are asked with less where nothing fits all of it. */
const LOOSENED: ReadonlySet<string> = new Set(["search", "quotes", "facts", "timeline"]);

function said({ clock, timeZone }: ReplyParts, reading: Reading): readonly Block[] {
  const here = { now: clock.now(), timeZone };
  const time = periodOf(reading, here);
  const text = understood(reading, "unreadable" in time ? null : sayPeriod(time.period, here));
  return text === null ? [] : [note({ text })];
}

function nothingFits(reading: Reading): string {
  const { speaker, place, from } = reading.options;
  const fields = [speaker, place, from].filter((name) => name !== undefined);
  return `Nothing has all of this: ${[...soughtWords(reading), ...fields].join(", ")}.`;
}

/** Most of what was asked for stands nowhere: what is left is offered, since it may be something else. */
function lessAnswer(reading: Reading, { reading: less, dropped = [] }: Fitting): Message {
  const summary = nothingFits(reading);
  const line = lineFor(less.command, less.options);
  const words = soughtWords(less).join(" ");
  const button: Block[] =
    line === null
      ? []
      : [
          {
            kind: "buttons",
            buttons: [{ kind: "ask", label: labelWith(LABELS.searchAlone, words), ask: line }],
          },
        ];
  const rest = `Without ${dropped.map((one) => one.replace(/["“”„]/gu, "")).join(", ")} there is something.`;
  return {
    summary,
    sections: [section(paragraph({ text: summary }), note({ text: rest }), ...button)],
  };
}

/** Where a name was taken for a speaker, a place or a source, the same words can be searched for as words. */
function plainSearch(reading: Reading): readonly Block[] {
  const words = asWords(reading);
  const { about, ...rest } = words?.options ?? {};
  const options = about === undefined ? words?.options : { ...rest, words: about };
  const line = options === undefined ? null : lineFor("search", options);
  if (line === null) return [];
  return [{ kind: "buttons", buttons: [{ kind: "ask", label: LABELS.searchAsWords, ask: line }] }];
}

/** Nothing was found, and the first word is a slip away from a command. */
function meantCommand(text: string, asked: Asked): readonly Block[] {
  const { name, rest } = commandWords(text);
  // "What happened" is no slip of a command.
  const isCommand = commandOf(name.toLowerCase()) !== null;
  if (name.length < SHORTEST_SLIP || isCommand || isFunctionWord(name.toLowerCase())) return [];
  const [first] = mistakeFor(asked, noSuchCommand(name, rest)).sections;
  const { meant } = noSuchCommand(name, rest);
  return meant === null || commandOf(meant)?.permission === "editor" ? [] : (first?.blocks ?? []);
}

const SHORTEST_SLIP = 4;

/** What was understood stands first. */
function headed(message: Message, ...blocks: readonly Block[]): Message {
  if (blocks.length === 0) return message;
  return { ...message, sections: [section(...blocks), ...message.sections] };
}
