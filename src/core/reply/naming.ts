import type { Platform } from "#core/digest/subscription.ts";
import { commandOf } from "./command.ts";
import type { Asked } from "./front-desk.ts";
import { commandWords, parseLine } from "./parse.ts";

/** Writes a line of the grammar as it is typed where somebody asks: `search flood` → `/desk search flood`. */
export type Naming = (line: string) => string;

/** With a slash alone: on the page, and where nobody knows of a platform. */
export const PLAIN_NAMES: Naming = (line) => `/${line}`;

/**
 * How commands are named where someone asks. Slack keeps some of their names for itself, so that there they are
 * words of `/desk`; Discord takes options by their names; the page has the line as it is.
 */
export function namingFor({ asker, place }: Pick<Asked, "asker" | "place">): Naming {
  const platform = place?.platform ?? asker.id.split(":", 1)[0];
  const naming = isNamed(platform) ? NAMINGS[platform] : plain;
  return (line) => naming(line, { asker, place, channel: null });
}

type Named = (line: string, asked: Asked) => string;

const plain: Named = PLAIN_NAMES;

const NAMINGS: Readonly<Record<Platform, Named>> = {
  preview: plain,
  slack: (line) => {
    const { name } = commandWords(line);
    return commandOf(name)?.aloneOnSlack === true ? `/${line}` : `/desk ${line}`;
  },
  discord: (line, asked) => {
    const parsed = parseLine(line, asked);
    if ("typed" in parsed) return `/${line}`;
    const options = Object.entries(parsed.options).map(([name, value]) => `${name}:${value}`);
    return [`/${parsed.command}`, ...options].join(" ");
  },
};

function isNamed(platform: string | undefined): platform is Platform {
  return platform !== undefined && platform in NAMINGS;
}
