import type { Edition } from "#core/digest/edition.ts";
import { PAGE, type Platform, platformLabel } from "#core/digest/subscription.ts";
import { placeName } from "#core/message/notice.ts";
import { count, dayAndTime } from "#core/message/say.ts";
import type { Announcer, Carriers } from "#desk/announcer.ts";
import type { Delivered } from "#desk/delivery.ts";
import type { Outcome } from "#desk/outcome.ts";
import type { ServiceState } from "#desk/port/chat-service.ts";
import type { Output } from "./output.ts";
import { HANDFUL, type Progress, progressBar } from "./progress.ts";
import { renderTerminal } from "./render.ts";
import { printable } from "./wrap.ts";

/** Says on the terminal what the bot does, and is told of deliveries too. */
export interface TerminalAnnouncer extends Announcer {
  delivered(outcome: Delivered): void;
  /** Somebody, or time, has decided something. */
  decided(name: string, did: string): void;
}

/** @param showEditions print whole editions, for a bot without a platform */
export function terminalAnnouncer(out: Output, showEditions: boolean): TerminalAnnouncer {
  const say = (text: string) => out.line(text);
  const tally: Tally = new Map();
  let bar: Progress | null = null;
  // Before the first editions are made nobody can say which one carries what.
  let starting = true;
  return {
    found(files, created) {
      if (created) say(out.style("yellow", "  Note      the folder was missing and has been made"));
      if (files < HANDFUL) return;
      say(`Reading ${count(files, "file")} …`);
      bar = progressBar(files, "Briefing", out.interactive);
    },
    tookIn(outcome, carriers) {
      const counted = countedAs(outcome);
      tally.set(counted, (tally.get(counted) ?? 0) + 1);
      bar?.step();
      const quiet = outcome.kind === "unchanged" || (bar !== null && outcome.kind === "filed");
      if (!quiet) say(outcomeLine(out, outcome, starting ? null : carriers));
    },
    ready(next, known, quarantined) {
      bar?.done();
      bar = null;
      starting = false;
      say(readyLine(tally, known));
      if (quarantined > 0) say(out.style("yellow", quarantineLine(quarantined)));
      for (const { channel, at, timeZone } of next.named) {
        say(`  ${out.style("bold", channel)}: ${nextLine(at, timeZone)}`);
      }
      if (next.more > 0) say(`  and ${count(next.more, "more channel")}`);
      say("");
    },
    made: (edition) => {
      if (!edition.subscription.includes(`@${PAGE}:`)) return;
      say(out.style("green", madeLine(edition)));
    },
    decided: (name, did) => say(`${out.style("yellow", "*")} ${nameOf(name)}: ${nameOf(did)}`),
    delivered: (outcome) => sayDelivered(out, outcome, showEditions),
    service: (platform, state) => say(serviceLine(out, platform, state)),
    trouble: (what, error) => {
      const reason = error instanceof Error ? error.message : String(error);
      out.complain(out.style("red", `${nameOf(what)} failed: ${printable(reason)} (see the log)`));
    },
  };
}

/** A new version of what is known is no new article. */
type Counted = Outcome["kind"] | "revised";
type Tally = Map<Counted, number>;

function countedAs(outcome: Outcome): Counted {
  return outcome.kind === "filed" && outcome.article.revision > 1 ? "revised" : outcome.kind;
}

/** A file's name is data too: it may hold control characters and line ends. */
function nameOf(path: string): string {
  return printable(path).replaceAll("\n", " ");
}

function outcomeLine(out: Output, outcome: Outcome, carriers: Carriers | null): string {
  switch (outcome.kind) {
    case "filed": {
      const { article, brief } = outcome;
      const size = `${count(brief.facts.length, "fact")}, ${count(brief.quotes.length, "quote")}`;
      const isNew = countedAs(outcome) === "filed";
      const sign = out.style("green", isNew ? "+" : "~");
      const what = isNew ? "" : `version ${article.revision} of `;
      const head = `${sign} ${nameOf(article.path)}: ${what}“${printable(brief.headline)}” (${size})`;
      return carriers === null ? head : `${head}\n    ${out.style("dim", carrierLine(carriers))}`;
    }
    case "held": {
      const head = `${out.style("yellow", "=")} ${nameOf(outcome.path)}: held. ${printable(outcome.rule)}`;
      if (outcome.until !== null) return head;
      return `${head}\n    ${out.style("dim", `an editor lets it go: /release ${outcome.id}`)}`;
    }
    case "killed":
      return `${out.style("red", "x")} ${nameOf(outcome.path)}: killed. ${printable(outcome.rule)}`;
    case "merged":
      return `${out.style("dim", "=")} ${nameOf(outcome.path)}: merged. ${nameOf(outcome.rule)}`;
    case "quarantined":
      return `${out.style("red", "!")} ${nameOf(outcome.path)}: quarantined. ${printable(outcome.reason)}`;
    case "unchanged":
      return `${nameOf(outcome.path)}: unchanged`;
  }
}

function carrierLine({ named, more }: Carriers): string {
  if (named.length === 0) return "no channel orders it";
  const lines = named.map(({ channel, at, timeZone }) => `${channel}, ${nextLine(at, timeZone)}`);
  return [...lines, ...(more > 0 ? [`and ${count(more, "more channel")}`] : [])].join(" · ");
}

function nextLine(at: number | null, timeZone: string): string {
  return at === null
    ? "no edition is due"
    : `next edition ${dayAndTime(at, timeZone)} (${timeZone})`;
}

function readyLine(tally: Tally, known: number): string {
  const of = (kind: Counted) => tally.get(kind) ?? 0;
  const parts = [
    `${count(of("filed"), "new article")} taken in`,
    of("revised") > 0 ? count(of("revised"), "new version") : null,
    known + of("unchanged") > 0 ? `${known + of("unchanged")} known` : null,
    of("merged") > 0 ? `${of("merged")} merged` : null,
    of("held") > 0 ? `${of("held")} held` : null,
    of("killed") > 0 ? `${of("killed")} killed` : null,
    of("quarantined") > 0 ? `${of("quarantined")} quarantined` : null,
  ];
  return `${parts.filter((part) => part !== null).join(", ")}.`;
}

function quarantineLine(quarantined: number): string {
  const are = quarantined === 1 ? "1 file or story is" : `${quarantined} files or stories are`;
  return `${are} in quarantine (npm run copydesk -- ledger names them, retry reads them again).`;
}

function madeLine({ channel, items, waiting, awaits = false }: Edition): string {
  const more = waiting > 0 ? `, ${waiting} more wait for the next` : "";
  const word = awaits ? ", waits for an editor (/approve)" : "";
  return `Edition of ${channel}: ${count(items.length, "article")}${more}${word}`;
}

function sayDelivered(out: Output, outcome: Delivered, showEditions: boolean): void {
  const { parcel } = outcome;
  const place = platformLabel(parcel.platform);
  // Of thousands that wait in line nobody need be told: each is told when it is posted.
  if (outcome.kind === "put-off") return;
  if (outcome.kind === "failed") {
    const next =
      outcome.retryIn === null
        ? "given up"
        : `tried again in ${Math.ceil(outcome.retryIn / 1000)} s`;
    const reason = printable(outcome.error.message);
    out.complain(out.style("red", `${placeName(parcel)}: ${reason} (${next})`));
    return;
  }
  if (outcome.mended) out.line(out.style("green", `${placeName(parcel)}: it works again`));
  const { shortfall = null } = outcome.receipt;
  if (parcel.platform !== PAGE) out.line(`Posted to ${place}: ${parcel.message.summary}`);
  if (shortfall !== null) {
    out.complain(out.style("red", `${placeName(parcel)}: ${printable(shortfall)}`));
  }
  if (parcel.platform === PAGE && showEditions) {
    out.line();
    for (const line of renderTerminal(parcel.message, out)) out.line(line);
    out.line();
  }
}

function serviceLine(out: Output, platform: Platform, state: ServiceState): string {
  const name = platformLabel(platform);
  switch (state.kind) {
    case "connecting":
      return `${name}: connecting …`;
    case "ready":
      return out.style("green", `${name}: connected as ${printable(state.as)}`);
    case "failed": {
      const seconds = Math.ceil(state.retryIn / 1000);
      return out.style("red", `${name}: ${printable(state.reason)} (tried again in ${seconds} s)`);
    }
  }
}
