import { commandOf } from "./command.ts";
import type { Asked, Manner } from "./front-desk.ts";
import { commandWords, parseLine } from "./parse.ts";

/** Writes a line of the grammar as it is typed where somebody asks: `search flood` → `/desk search flood`. */
export type Naming = (line: string) => string;

/** With a slash alone: on the page, and where nobody knows of a platform. */
export const PLAIN_NAMES: Naming = (line) => `/${line}`;

/** How commands are named where someone asks, so that what an answer names can be typed there. */
export function namingFor({ manner = "line" }: Pick<Asked, "manner">): Naming {
  return NAMINGS[manner];
}

const NOBODY: Asked = {
  ...{ asker: { id: "", name: "", role: "reader" }, place: null, channel: null },
  whereabouts: { kind: "foreign" },
};

const NAMINGS: Readonly<Record<Manner, Naming>> = {
  line: PLAIN_NAMES,
  word: (line) => {
    const { name } = commandWords(line);
    return commandOf(name)?.standsAlone === true ? `/${line}` : `/desk ${line}`;
  },
  options: (line) => {
    const parsed = parseLine(line, NOBODY);
    if ("typed" in parsed) return `/${line}`;
    const options = Object.entries(parsed.options).map(([name, value]) => `${name}:${value}`);
    return [`/${parsed.command}`, ...options].join(" ");
  },
};
