import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { FirstRun, ShownGuide } from "#desk/setup/first-run.ts";
import type { Asking } from "./ask.ts";
import { findingLine } from "./doctor.ts";
import type { Output } from "./output.ts";

/** The config, as it is being written. */
export interface ConfigDraft {
  /** As people know it. */
  readonly file: string;
  /** `null`: it names none. */
  readonly timeZone: string | null;
  /** Those that stand in it. */
  readonly channels: readonly string[];
  /** Begins anew, with none of them; what stood there is kept beside it. */
  anew(): ConfigDraft;
  /** With one more channel. */
  draft(channel: DraftedChannel): Drafted;
}

export interface DraftedChannel {
  readonly name: string;
  readonly schedule: string;
  readonly places: Readonly<Record<Platform, string>>;
  readonly timeZone: string | null;
}

export interface Drafted {
  /** Sentences that name the mend; none: it can be written. */
  readonly faults: readonly string[];
  /** @returns where what stood there before is kept; `null`: all of it still stands */
  write(): Promise<string | null>;
}

export interface InitParts {
  readonly ask: Asking;
  readonly out: Output;
  readonly config: ConfigDraft;
  readonly firstRun: Pick<FirstRun, "guides" | "handIn" | "tryPost">;
  readonly asker: Asker;
  /** Of this machine. */
  readonly timeZone: string;
}

const HELLO =
  "This asks what Copydesk needs, and writes it down. Enter takes what stands in [brackets]; Ctrl+C ends it, and writes nothing more.";

/** `init`: asks what is needed, has it checked, writes it, and posts a test message. */
export async function runInit(parts: InitParts): Promise<void> {
  const { out, ask } = parts;
  out.line(HELLO);
  const ready: Platform[] = [];
  for (const guide of await parts.firstRun.guides()) {
    out.line();
    if (await setUp(parts, guide)) ready.push(guide.name);
  }
  out.line();
  const config = await keepOrBegin(parts);
  const channel = await askChannel(parts, config, ready);
  const { name, schedule } = channel;
  const places = Object.entries(channel.places).map(
    ([platform, id]) => `${platformLabel(platform)} ${id}`,
  );
  const where = [...places, "the page"].join(", ");
  out.line(`  ${name}: ${schedule} (minute, hour, day, month, weekday), on ${where}`);
  if (!(await ask.yes(`Write this into ${config.file}?`, true))) {
    out.line(`Nothing was written into ${config.file}.`);
    return;
  }
  const kept = await config.draft(channel).write();
  out.line(
    `Written into ${config.file}.${kept === null ? "" : ` What stood there is kept in ${kept}.`}`,
  );
  await tryPosts(parts, channel.places);
  out.line();
  out.line(
    "Done. `npm start` starts Copydesk, and `npm run copydesk -- doctor` looks at all of it again.",
  );
}

/** @returns whether it can be posted to */
async function setUp(parts: InitParts, guide: ShownGuide): Promise<boolean> {
  const { ask, out } = parts;
  if (guide.state !== "not-set") {
    out.line(`${guide.label}: its token is set.`);
    return true;
  }
  if (!(await ask.yes(`Connect ${guide.label}?`, false))) return false;
  for (const [index, { text, href, paste }] of guide.steps.entries()) {
    out.line(`  ${index + 1}. ${text}${href === undefined ? "" : ` ${href}`}`);
    // As it is copied, without blanks before it.
    if (paste !== undefined)
      for (const line of ["", ...paste.trimEnd().split("\n"), ""]) out.line(line);
  }
  for (;;) {
    if (await handIn(parts, guide)) return true;
    if (!(await ask.yes(`Try ${guide.label} once more?`, true))) return false;
  }
}

async function handIn(
  { ask, out, firstRun, asker }: InitParts,
  guide: ShownGuide,
): Promise<boolean> {
  const values: Record<string, string> = {};
  for (const { variable, label, hint, required } of guide.asks) {
    const may = required ? "" : ", or Enter for none";
    values[variable] = await ask.hidden(`${label} (${hint}${may})`);
  }
  const handed = await firstRun.handIn(asker, guide.name, values);
  if (handed.kind === "faults") {
    for (const { option, text } of handed.faults)
      out.complain(out.style("red", `${option}: ${text}`));
    return false;
  }
  for (const finding of handed.findings) out.line(findingLine(out, finding));
  out.line(handed.says);
  if (handed.invite !== null) {
    out.line(`Bring the bot into your server: ${handed.invite}`);
    await ask.line("Press Enter when it is there");
  }
  return handed.written;
}

/** What stands in the config stays, unless somebody says otherwise. */
async function keepOrBegin({ ask, config }: InitParts): Promise<ConfigDraft> {
  if (config.channels.length === 0) return config;
  const question = `${config.file} has ${config.channels.join(", ")}. Keep that, and add a channel?`;
  return (await ask.yes(question, true)) ? config : config.anew();
}

const WEEKDAYS = "1-5";
const FIRST: DraftedChannel = { name: "news", schedule: "0 8 * * *", places: {}, timeZone: null };

/** Each answer is looked at as the config would be, and asked for anew where it is at fault. */
async function askChannel(
  { ask, out, timeZone: here }: InitParts,
  config: ConfigDraft,
  platforms: readonly Platform[],
): Promise<DraftedChannel> {
  let channel = FIRST;
  const askFor = async (
    question: string,
    usual: string,
    put: (given: string) => Partial<DraftedChannel>,
  ) => {
    for (;;) {
      const given = await ask.line(question, usual);
      const drafted = { ...channel, ...put(given) };
      const { faults } = config.draft(drafted);
      if (faults.length === 0) {
        channel = drafted;
        return;
      }
      for (const fault of faults) out.complain(out.style("red", fault));
    }
  };
  const free = ["news", "digest", "desk-digest"].find((name) => !config.channels.includes(name));
  await askFor("Name of the channel, as it is called here", free ?? "", (name) => ({ name }));
  if (config.timeZone === null)
    await askFor("Time zone of the newsroom", here, (timeZone) => ({ timeZone }));
  const daily = await ask.yes("An edition on Saturdays and Sundays, too?", true);
  await askFor("At which hours", "8,13,18", (hours) => ({
    schedule: `0 ${hours.replaceAll(/\s+/g, "")} * * ${daily ? "*" : WEEKDAYS}`,
  }));
  for (const platform of platforms)
    await askFor(
      `Id of the ${platformLabel(platform)} channel that gets it (Enter: none)`,
      "",
      (id) => ({ places: id === "" ? channel.places : { ...channel.places, [platform]: id } }),
    );
  return channel;
}

async function tryPosts(
  { ask, out, firstRun, asker }: InitParts,
  places: DraftedChannel["places"],
): Promise<void> {
  for (const [platform, address] of Object.entries(places)) {
    if (!(await ask.yes(`Post a test message to ${platformLabel(platform)} ${address}?`, true)))
      continue;
    for (const finding of (await firstRun.tryPost(asker, platform, address)) ?? [])
      out.line(findingLine(out, finding));
  }
}
