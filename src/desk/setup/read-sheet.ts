import type { OptionFault } from "#core/reply/form-check.ts";
import { NAME_TAKEN, slug } from "#desk/editor/order-entry.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { faultOf, scheduleFaults } from "#desk/editor/subscribe-form.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { type ChannelSheet, isAudience, REQUIRED, sheetEntry } from "./channel-sheet.ts";

export type SheetParts = Pick<OrderParts, "live" | "readOrder" | "timeZone" | "chats">;

/** One that is everybody's: what goes to one person is theirs alone. */
export function orderOf({ live }: Pick<SheetParts, "live">, name: string): ChatOrder | null {
  const order = live.orderOf(name);
  return order === null || order.owner !== null ? null : order;
}

export interface ReadSheet {
  readonly name: string;
  readonly entry: ChatOrder["entry"];
  /** Each by the field that it is at. */
  readonly faults: readonly OptionFault[];
}

/**
 * @param before the name of the channel that is changed; `null`: a new one
 * @param seen what is wrong with its places
 */
export function readSheet(
  parts: SheetParts,
  sheet: ChannelSheet,
  before: string | null,
  seen: readonly OptionFault[],
): ReadSheet {
  const order = before === null ? null : orderOf(parts, before);
  const name = before ?? slug(sheet.name);
  const entry = sheetEntry(parts, sheet, name, order);
  const reading = parts.readOrder(entry);
  const said = [...nameFaults(parts, name, before), ...ownFaults(sheet), ...seen];
  const named = new Set(said.map(({ option }) => option));
  const read = reading.ok
    ? []
    : reading.faults
        .map((fault) => atField(faultOf(fault, { zone: sheet.zone }), sheet))
        .filter(({ option }) => !named.has(option));
  return { name, entry, faults: [...said, ...read] };
}

/** What no longer is an order of ours, or never was, is not changed; a name is nobody else's. */
function nameFaults(
  parts: SheetParts,
  name: string,
  before: string | null,
): readonly OptionFault[] {
  const fault = (text: string) => [{ option: "name", text }];
  if (before !== null) {
    return orderOf(parts, before) === null
      ? fault(`“${before}” is not ordered in chat or here any more`)
      : [];
  }
  if (name === "") return fault("Write a name in Latin letters or digits, such as front-page");
  const isTaken =
    parts.live.orderOf(name) !== null || parts.live.list().some((one) => one.name === name);
  return isTaken ? fault(NAME_TAKEN) : [];
}

/** What the config's reader is never shown, since no entry can say it. */
function ownFaults({
  schedule,
  audience,
  approval,
  approvalAfter,
}: ChannelSheet): readonly OptionFault[] {
  const faults = [...scheduleFaults(schedule)];
  if (schedule.trim() === "")
    faults.push({ option: "schedule", text: "Write when an edition is due, such as 08:00" });
  if (audience !== "" && !isAudience(audience))
    faults.push({ option: "audience", text: "Choose public or internal, or leave it out" });
  if (approval === "" && approvalAfter.trim() !== "") {
    const text = "It goes at once: have an editor read each edition first, or leave this out";
    faults.push({ option: "approvalAfter", text });
  }
  return faults;
}

/** The field behind a key of the config. */
function atField(
  { option, text }: OptionFault,
  { approval, approvalAfter }: ChannelSheet,
): OptionFault {
  if (option === "internal" || option === "public") return { option: "audience", text };
  const isAfter = option === "approval" && approval === REQUIRED && approvalAfter.trim() !== "";
  return { option: isAfter ? "approvalAfter" : option, text };
}

/** The keys of the config behind the fields of the form, where they are others. */
const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  zone: ["timeZone"],
  audience: ["public", "internal"],
  approvalAfter: ["approval"],
};
/** A morning's edition stands in where the schedule cannot be read. */
const ANY_SCHEDULE = "0 8 * * *";

/** As much of an entry as can be read, so that what is right can be shown beside what is not yet. */
export function withoutFaults(
  entry: ChatOrder["entry"],
  bad: ReadonlySet<string>,
): ChatOrder["entry"] {
  const keys = new Set([...bad].flatMap((option) => KEYS_OF[option] ?? [option]));
  const right = Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.has(key)));
  return { schedule: ANY_SCHEDULE, name: "draft", ...right };
}
