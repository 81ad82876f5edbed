import type { Edition } from "#core/digest/edition.ts";
import { count, dayAndTime } from "#core/message/say.ts";
import { MARKS } from "#core/message/story.ts";
import type { Received } from "#desk/port/replays.ts";
import type { Rehearsed } from "#desk/rehearsal.ts";
import type { Output } from "./output.ts";
import { printable } from "./wrap.ts";

/** `rehearse`: each channel's editions, and the difference to what it had; for programs one object a line. */
export function printRehearsal(out: Output, rehearsed: Rehearsed, json: boolean): void {
  const { channel, editions, more, fewer } = rehearsed;
  if (json) {
    for (const edition of editions) out.line(JSON.stringify(toJson(channel, edition)));
    out.line(JSON.stringify({ channel, more, fewer }));
    return;
  }
  out.line(out.style("bold", channel));
  if (editions.length === 0)
    out.line("  nothing: no digest was due in this time, or nothing that came in was for it");
  for (const edition of editions) printEdition(out, edition);
  if (more.length + fewer.length === 0)
    out.line(editions.length === 0 ? "  It had none." : "  The same articles as it had.");
  printAll(out, "+", "that it did not have", more);
  printAll(out, "-", "that it had and would not have", fewer);
  out.line("");
}

function toJson(channel: string, { slot, kind = "digest", items, told = [], waiting }: Edition) {
  return {
    ...{ channel, at: new Date(slot).toISOString(), kind, waiting },
    articles: items.map(({ filed, update, story, reason = "" }) => ({
      ...{ id: filed.article.id, headline: filed.brief.headline, reason },
      mark: story?.mark ?? (update ? "update" : "new"),
    })),
    told: told.map(({ article, by }) => ({ id: article.id, by })),
  };
}

function printEdition(out: Output, { slot, timeZone, kind, name, items, waiting }: Edition): void {
  const called = kind === "at-once" ? " at once" : name === undefined ? "" : ` “${name}”`;
  const rest = waiting === 0 ? "" : `, ${waiting} waiting`;
  const when = `${dayAndTime(slot, timeZone)}${called}`;
  out.line(`  ${when}: ${count(items.length, "article")}${rest}`);
  for (const { filed, update, story } of items) {
    const mark = update ? `${MARKS[story?.mark ?? "update"]} · ` : "";
    const others = story?.others.map(({ text }) => text).join("") ?? "";
    const beside = others === "" ? "" : out.style("dim", ` · ${printable(others)}`);
    out.line(`    ${mark}${printable(filed.brief.headline)}${beside}`);
  }
}

function printAll(out: Output, sign: "+" | "-", what: string, articles: readonly Received[]): void {
  if (articles.length === 0) return;
  out.line(`  ${count(articles.length, "article")} ${what}:`);
  for (const { headline, id } of articles) {
    out.line(`  ${sign} ${printable(headline)} ${out.style("dim", id)}`);
  }
}
