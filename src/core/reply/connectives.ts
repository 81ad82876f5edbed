import type { CommandName } from "./command.ts";

type Options = Readonly<Record<string, string>>;

const OF_SUBJECT = "(?:about|abt|on|regarding|concerning)";
// Reads: starmer about hormuz · by starmer · about hormuz
const SPEAKER_ABOUT = new RegExp(
  `^(?:(?:by|from|of)\\s+)?(?<who>.*?)(?:(?:^|\\s+)${OF_SUBJECT}\\s+(?<what>\\S.*))?$`,
  "isu",
);
// Reads: facts about the flood · timeline of the bridge
const SUBJECT = new RegExp(`^(?:${OF_SUBJECT}|of|for)\\s+(?<what>\\S.*)$`, "isu");

/** Takes the words that join the parts of a sentence for what they are, where they stand in a command's first words. */
export function readConnectives(command: CommandName, options: Options): Options {
  if (command === "quotes") return quotesOf(options);
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
