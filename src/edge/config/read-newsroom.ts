import { readFileSync } from "node:fs";
import { z } from "zod";
import type { NamedRoles } from "#core/access/role.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { EN } from "#core/language/en.ts";
import type { Language } from "#core/language/language.ts";
import { languageOf } from "#core/language/languages.ts";
import type { FeedOrder } from "#desk/port/feed.ts";
import type { PlaceShape } from "#edge/chat/platform.ts";
import { ConfigError, type Fault } from "./error.ts";
import { feedOrders } from "./feeds.ts";
import { type ModelOrders, modelOrders } from "./model.ts";
import { type Newsroom, type NewsroomShape, placesIn } from "./newsroom.ts";
import { type House, readChannel } from "./read-channel.ts";
import { namedRoles } from "./roles.ts";
import { shapeFaults } from "./shape-fault.ts";
import { type YamlSource, yamlSource } from "./yaml-source.ts";

/** The ids of the channels for the desk alone, by platform. */
export type AdminChannel = Readonly<Record<Platform, string>>;

/** The newsroom's standing orders, ready for the desks. */
export interface Orders extends House {
  /** In which buttons of what is posted are said, and help to whom nobody knows another one of. */
  readonly language: Language;
  readonly channels: readonly Channel[];
  /** Where the desk is told of what needs its hand; `null` for nowhere. */
  readonly adminChannel: AdminChannel | null;
  /** To whom the config gives a role, on the platforms on which it names somebody. */
  readonly roles: Readonly<Record<Platform, NamedRoles>>;
  /** Which gives a second opinion; `null`: none. */
  readonly model: ModelOrders | null;
  /** What brings copy by itself. */
  readonly feeds: readonly FeedOrder[];
  /** Deleting an article's file kills the article. */
  readonly deleteMeansKill: boolean;
  /** What works, but perhaps not as meant. */
  readonly warnings: readonly Fault[];
  /** As it is written: of each channel by its name, and of the rest by an empty one, the values by their keys. */
  readonly settings: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/**
 * Reads the newsroom's config file.
 * @throws {ConfigError} with every fault, each with its line
 */
export function readNewsroom(file: string, shape: NewsroomShape): Orders {
  return newsroomIn(file, readSource(file), shape);
}

/**
 * Reads its text.
 * @throws {ConfigError} with every fault, each with its line
 */
export function newsroomIn(file: string, text: string, shape: NewsroomShape): Orders {
  const source = yamlSource(file, text);
  if (source.faults.length > 0) throw new ConfigError(source.faults);
  const parsed = shape.Newsroom.safeParse(source.value);
  const ofShape = parsed.error?.issues.flatMap((issue) => shapeFaults(source, issue, shape)) ?? [];
  const faults = [...ofShape, ...repeatedNames(source)];
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  }
  return readOrders(source, parsed.data, shape.platforms);
}

function readSource(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const says = "this file cannot be read; restore it, or name another one in COPYDESK_CONFIG";
    throw new ConfigError([{ where: file, line: null, says }], { cause });
  }
}

function readOrders(
  source: YamlSource,
  newsroom: Newsroom,
  platforms: readonly PlaceShape[],
): Orders {
  const timeZone = newsroom.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { deleteMeansKill, internalSections } = newsroom;
  const house = { timeZone, internalSections };
  const readings = newsroom.channels.map((config) => readChannel(config, house, platforms));
  const remarks = (of: "faults" | "warnings") =>
    readings.flatMap((reading, index) =>
      reading[of].map(({ path, says }) =>
        source.fault(["channels", index, ...path], `${String(path[0])}: ${says}`),
      ),
    );
  const channels = readings.map(({ channel }) => channel);
  const named = newsroom.adminChannel;
  const adminChannel = named === undefined ? null : placesIn(named, platforms);
  const faults = [...remarks("faults"), ...publicAdminFaults(source, adminChannel, channels)];
  if (faults.length > 0) throw new ConfigError(faults);
  const language = languageOf(newsroom.language ?? null) ?? EN;
  return {
    ...house,
    language,
    channels,
    adminChannel,
    roles: namedRoles(newsroom.roles, platforms),
    deleteMeansKill,
    model: modelOrders(newsroom.model),
    feeds: feedOrders(newsroom.feeds),
    warnings: [
      ...remarks("warnings"),
      ...(adminChannel === null ? unheardApprovals(source, channels) : []),
    ],
    settings: settingsIn(source.value),
  };
}

const Written = z.looseObject({ channels: z.array(z.looseObject({ name: z.string() })) });

function settingsIn(value: unknown): Orders["settings"] {
  const { channels, ...rest } = Written.parse(value);
  const each = channels.map(({ name, ...settings }) => [name, settings] as const);
  return new Map<string, Readonly<Record<string, unknown>>>([["", rest], ...each]);
}

/** Notices name files and say why they could not be read: they are for the desk alone. */
function publicAdminFaults(
  source: YamlSource,
  adminChannel: AdminChannel | null,
  channels: readonly Channel[],
): readonly Fault[] {
  return Object.entries(adminChannel ?? {}).flatMap(([platform, address]) => {
    const open = channels.find(
      ({ audience, places }) => audience === "public" && places[platform] === address,
    );
    if (open === undefined) return [];
    const says = `${platform}: this is the public channel “${open.name}”, and notices are for the desk alone`;
    return [source.fault(["adminChannel", platform], says)];
  });
}

/** Whoever is to let editions go would hear of none. */
function unheardApprovals(source: YamlSource, channels: readonly Channel[]): readonly Fault[] {
  return channels.flatMap(({ approval }, index) => {
    if (approval === null) return [];
    const says = "approval: nobody is told that an edition waits: name an adminChannel";
    return [source.fault(["channels", index, "approval"], says)];
  });
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
