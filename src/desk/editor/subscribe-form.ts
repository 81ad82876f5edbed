import { PAGE } from "#core/digest/subscription.ts";
import { EN } from "#core/language/en.ts";
import type { Language } from "#core/language/language.ts";
import type { Form } from "#core/reply/form.ts";
import { inQuotes, type OptionFault } from "#core/reply/form-check.ts";
import { subscribeForm } from "#core/reply/forms.ts";
import type { Asked, Question } from "#core/reply/front-desk.ts";
import { sayLines } from "#core/reply/schedule-said.ts";
import { readSchedule, SCHEDULES, USUAL_TIME } from "#core/reply/schedule-words.ts";
import { zonesLike } from "#core/reply/zone.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { linesIn, lineText } from "./entry-lines.ts";
import { entryMeant, NAME_TAKEN, nameMeant, orderedFor, slug } from "./order-entry.ts";
import type { OrderParts } from "./parts.ts";

/** What an order says of a value as somebody would type it, or what is usual. */
export function saidIn(order: ChatOrder | null, key: string, usual: string): string {
  const lines = linesIn(order?.entry[key])
    .map(lineText)
    .filter((text) => text !== "");
  if (lines.length === 0) return usual;
  return key === "schedule" ? sayLines(lines) : lines.join("; ");
}

/** What the form asks at first: what is ordered for the channel already, else what is usual. */
export function openSubscribeForm(
  { live, timeZone }: OrderParts,
  { place, language }: Asked,
): Form | null {
  if (place === null || place.platform === PAGE) return null;
  const ordered = orderedFor({ live }, place);
  const order = ordered === null ? null : live.orderOf(ordered);
  if (ordered !== null && order === null) return null;
  const said = (key: string, usual: string) => saidIn(order, key, usual);
  const values = {
    topics: said("topics", ""),
    schedule: said("schedule", USUAL_TIME),
    zone: said("timeZone", timeZone),
    layout: said("layout", "full"),
    name: ordered ?? slug(place.name ?? ""),
  };
  return subscribeForm(values, language ?? EN);
}

/** The form where no order can be made any more: it says so when it is handed in. */
export function blankSubscribeForm(
  { timeZone: zone }: Pick<OrderParts, "timeZone">,
  language: Language,
): Form {
  const values = { topics: "", schedule: USUAL_TIME, zone, layout: "full", name: "" };
  return subscribeForm(values, language);
}

/** The field of the form that a value of the config comes from. */
const FIELD_OF: Readonly<Record<string, string>> = { timeZone: "zone" };

/**
 * What `/subscribe` would refuse of an order, as it is read when it is given. Where no order can be made here at all, the
 * command says so: that is at no field.
 */
export async function orderFaults(
  parts: OrderParts,
  question: Question,
): Promise<readonly OptionFault[]> {
  const { place, options } = question;
  if (place === null || place.platform === PAGE) return [];
  const ordered = orderedFor(parts, place);
  if (ordered !== null && parts.live.orderOf(ordered) === null) return [];
  const said = scheduleFaults(options.schedule ?? "");
  const name = nameMeant(parts, question, place);
  if (name === null) return [...said, { option: "name", text: NAME_TAKEN }];
  const meant = await entryMeant(parts, question, place, name);
  if (meant === null) return said;
  const reading = parts.readOrder(meant.entry);
  return reading.ok ? said : [...said, ...reading.faults.map((fault) => faultOf(fault, options))];
}

/** What is wrong with words for a schedule; blank ones stand for what is usual. */
export function scheduleFaults(when: string): readonly OptionFault[] {
  const words = when.trim() === "" ? null : readSchedule(when);
  if (words === null || words.ok) return [];
  return [{ option: "schedule", text: `${inQuotes(when)} cannot be read: ${words.says}. ${WHEN}` }];
}

const WHEN = `Write one of: ${SCHEDULES.join(" · ")}`;
const WHAT = "Write for example: flood OR tag:weather, NOT sport";
const ZONES = 3;

/** A fault of the config's reader, `schedule: “0 99 * * *” is no cron line`, with how to write it right. */
export function faultOf(fault: string, { zone = "" }: Question["options"]): OptionFault {
  const { key = "", says = fault } = /^(?<key>\w+): (?<says>[\s\S]*)$/u.exec(fault)?.groups ?? {};
  const option = FIELD_OF[key] ?? key;
  const near = option === "zone" && zone !== "" ? zonesLike(zone).slice(0, ZONES) : [];
  const right =
    option === "schedule"
      ? `. ${WHEN}`
      : option === "topics"
        ? `. ${WHAT}`
        : near.length > 0
          ? `. Did you mean ${near.join(", ")}?`
          : "";
  return { option, text: `${says.charAt(0).toUpperCase()}${says.slice(1)}${right}` };
}
