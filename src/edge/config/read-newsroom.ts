import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Channel } from "#core/digest/channel.ts";
import { readCron } from "./cron.ts";
import { ConfigError, type Fault } from "./error.ts";
import { Newsroom } from "./newsroom.ts";
import { type YamlSource, yamlSource } from "./yaml-source.ts";

/** The newsroom's standing orders, ready for the desks. */
export interface Orders {
  readonly timeZone: string;
  readonly channels: readonly Channel[];
  /** What works, but perhaps not as meant. */
  readonly warnings: readonly Fault[];
}

/**
 * Reads the newsroom's config file.
 * @throws {ConfigError} with every fault, each with its line
 */
export function readNewsroom(file: string): Orders {
  const source = yamlSource(file, readSource(file));
  if (source.faults.length > 0) throw new ConfigError(source.faults);
  const parsed = Newsroom.safeParse(source.value);
  const shape = parsed.error?.issues.flatMap((issue) => shapeFaults(source, issue)) ?? [];
  const faults = [...shape, ...repeatedNames(source)];
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  }
  return readOrders(source, parsed.data);
}

function readSource(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const says = "this file cannot be read; restore it, or name another one in COPYDESK_CONFIG";
    throw new ConfigError([{ where: file, line: null, says }], { cause });
  }
}

/** An unknown key is named one by one, each at its own line; so is a missing one, at its channel's. */
function shapeFaults(source: YamlSource, issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      source.fault([...issue.path, key], `unknown key “${key}”: ${nearby(issue.path, key)}`),
    );
  }
  const name = issue.path.at(-1);
  const isMissing = issue.code === "invalid_type" && source.isMissing(issue.path);
  const says = isMissing ? "it is missing" : issue.message;
  return [source.fault(issue.path, `${typeof name === "string" ? `${name}: ` : ""}${says}`)];
}

/** The keys that exist there, so that a slip of the finger is seen at once. */
function nearby(path: readonly PropertyKey[], key: string): string {
  const shape = path.length === 0 ? Newsroom.shape : Newsroom.shape.channels.element.shape;
  const known = Object.keys(shape).filter((name) => name !== key);
  return `known here are ${known.join(", ")}`;
}

function readOrders(source: YamlSource, newsroom: Newsroom): Orders {
  const timeZone = newsroom.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const warnings: Fault[] = [];
  const channels = newsroom.channels.map((channel, index): Channel => {
    const path = ["channels", index, "schedule"];
    const reading = readCron(channel.schedule, channel.timeZone ?? timeZone);
    if (!reading.ok) throw new ConfigError([source.fault(path, reading.says)]);
    if (reading.warning !== null) warnings.push(source.fault(path, reading.warning));
    const { name, sections, tags, most, slack = null, discord = null } = channel;
    return { name, cadence: reading.cadence, sections, tags, most, slack, discord };
  });
  return { timeZone, channels, warnings };
}

const Names = z.object({ channels: z.array(z.object({ name: z.string() }).catch({ name: "" })) });

/** Looked for beside the schema, so that another fault in the list does not hide a repeated name. */
function repeatedNames(source: YamlSource): readonly Fault[] {
  const names = Names.safeParse(source.value).data?.channels.map(({ name }) => name) ?? [];
  return names.flatMap((name, index) =>
    name !== "" && names.indexOf(name) < index
      ? [
          source.fault(
            ["channels", index, "name"],
            `name: there is a channel “${name}” already: give this one another name`,
          ),
        ]
      : [],
  );
}
