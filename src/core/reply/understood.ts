import { commandOf } from "./command.ts";
import { lineTokens } from "./line-token.ts";
import { phrase, type Reading } from "./reading.ts";

const TITLES: Readonly<Record<string, string>> = {
  ...{ search: "Searched", quotes: "Quotes", facts: "Key facts", timeline: "Timeline" },
  digest: "Digest",
};

/**
 * What was understood of a question, in one line, with what was left out:
 * `Searched: storm · place: Velsk Bay · left out: what happened with the`.
 *
 * @param when its time in words; `null` for any time
 * @returns `null` where nothing has to be said: the answer shows it
 */
export function understood(
  { command, options, topics, leftOut }: Reading,
  when: string | null,
): string | null {
  const title = TITLES[command];
  if (title === undefined && leftOut.length === 0) return null;
  const { words, about, topic, speaker, place, from, order, edition } = options;
  const said = (label: string, text: string | undefined) =>
    text === undefined || text === "" ? [] : [`${label}${text}`];
  const parts = [
    ...said("", withoutTopics(words ?? about ?? topic ?? "", topics)),
    ...topics.map((name) => `topic: ${name}`),
    ...said("speaker: ", speaker),
    ...said("place: ", place),
    ...said("source: ", from),
    ...said("", when ?? undefined),
    ...(order === "newest" ? ["newest first"] : []),
    ...(edition === undefined ? [] : [edition === "latest" ? "the latest edition" : "made now"]),
    ...said("left out: ", leftOut.join(", ")),
  ];
  return `${title ?? `/${command}`}: ${parts.length === 0 ? "everything" : parts.join(" · ")}`;
}

function withoutTopics(words: string, topics: readonly string[]): string {
  const own = new Set(topics.map(phrase));
  return lineTokens(words)
    .map(({ raw }) => raw)
    .filter((raw) => !own.has(raw))
    .join(" ");
}

/** The words that a reading looks for, each as it would be typed alone; what is excluded is none. */
export function soughtWords({ command, options }: Reading): readonly string[] {
  const name = wordsOptionOf(command);
  return lineTokens(name === null ? "" : (options[name] ?? "")).flatMap(({ raw, minus }) =>
    minus ? [] : [raw],
  );
}

/** Readings with fewer words, or with names as words: what they find fits less of what was typed. */
export function asWords(reading: Reading): Reading | null {
  const { command, options } = reading;
  const { speaker, place, from, ...rest } = options;
  const name = wordsOptionOf(command);
  const fields = [speaker, place, from].flatMap((text) =>
    text === undefined ? [] : [phrase(text)],
  );
  if (name === null || fields.length === 0) return null;
  const words = [...(rest[name] === undefined ? [] : [rest[name]]), ...fields].join(" ");
  return { ...reading, options: { ...rest, [name]: words } };
}

/** The same without some of its words, which are left out. */
export function without(reading: Reading, dropped: readonly string[]): Reading {
  const { command, options, topics, leftOut } = reading;
  const name = wordsOptionOf(command) ?? "words";
  const kept = lineTokens(options[name] ?? "").flatMap(({ raw }) =>
    dropped.includes(raw) ? [] : [raw],
  );
  const bare = dropped.map((raw) => raw.replace(/["“”„]/gu, ""));
  return {
    command,
    options: { ...options, [name]: kept.join(" ") },
    topics: topics.filter((topic) => !bare.includes(topic)),
    leftOut: [...leftOut, ...bare],
  };
}

function wordsOptionOf(command: Reading["command"]): string | null {
  const spec = commandOf(command)?.options.find(
    ({ kind }) => kind === "words" || kind === "subject",
  );
  return spec?.name ?? null;
}
