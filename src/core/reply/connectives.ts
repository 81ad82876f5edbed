import { type CommandName, commandOf } from "./command.ts";
import { CHANNEL } from "./option.ts";

type Options = Readonly<Record<string, string>>;

const OF_SUBJECT = "(?:about|abt|on|regarding|concerning)";
// Reads: starmer about hormuz · by starmer · about hormuz
const SPEAKER_ABOUT = new RegExp(
  `^(?:(?:by|from|of)\\s+)?(?<who>.*?)(?:(?:^|\\s+)${OF_SUBJECT}\\s+(?<what>\\S.*))?$`,
  "isu",
);
// Reads: facts about the flood · timeline of the bridge
const SUBJECT = new RegExp(`^(?:${OF_SUBJECT}|of|for)\\s+(?<what>\\S.*)$`, "isu");
// Reads: now · now front-page · front-page now · to front-page · now in #front-page
const CHANNEL_WORDS = /^(?:now(?=\s|$)\s*)?(?:(?:to|in|for)\s+)?(?<what>.*?)(?:(?:^|\s+)now)?$/isu;

/** Takes the words that join the parts of a sentence for what they are, where they stand in a command's first words. */
export function readConnectives(command: CommandName, options: Options): Options {
  if (command === "quotes") return quotesOf(options);
  if (commandOf(command)?.options[0] === CHANNEL) return ofChannel(options);
  if (command !== "facts" && command !== "timeline") return options;
  const what = SUBJECT.exec(options.about?.trim() ?? "")?.groups?.what;
  return what === undefined ? options : { ...options, about: what };
}

function quotesOf(options: Options): Options {
  const { speaker, about, ...others } = options;
  if (speaker === undefined) {
    const what = SUBJECT.exec(about?.trim() ?? "")?.groups?.what;
    return what === undefined ? options : { ...options, about: what };
  }
  const { who = "", what } = SPEAKER_ABOUT.exec(speaker.trim())?.groups ?? {};
  const subject = [what, about].filter((text) => text !== undefined).join(" ");
  return {
    ...others,
    ...(who.trim() !== "" && { speaker: who.trim() }),
    ...(subject !== "" && { about: subject }),
  };
}

/** "Now" is no channel: what is ordered of one is done at once. */
function ofChannel(options: Options): Options {
  const { channel, ...others } = options;
  if (channel === undefined) return options;
  const { what = "" } = CHANNEL_WORDS.exec(channel.trim())?.groups ?? {};
  return { ...others, ...(what !== "" && { channel: what }) };
}
