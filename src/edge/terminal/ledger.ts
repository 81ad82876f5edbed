import type { Balance, Stood } from "#desk/balance.ts";
import type { Output } from "./output.ts";
import { printable } from "./wrap.ts";

/** What the ledger says of the files first seen since a moment. */
export interface Account {
  readonly since: number;
  readonly stood: readonly Stood[];
  readonly balance: Balance;
}

/** Kinds that somebody may have to do something about: their files are named. */
const NAMED: readonly Stood["kind"][] = ["quarantined", "held", "filtered"];

/** `ledger`: the balance, and the files that are not on their way; for programs one object a line. */
export function printLedger(out: Output, { since, stood, balance }: Account, json: boolean): void {
  const from = new Date(since).toISOString();
  if (json) {
    out.line(JSON.stringify({ since: from, ...balance }));
    for (const { at, ...one } of stood) {
      out.line(JSON.stringify({ ...one, at: new Date(at).toISOString() }));
    }
    return;
  }
  const { in: files, ...kinds } = balance;
  const sum = Object.entries(kinds).map(([kind, number]) => `${number} ${kind}`);
  out.line(`Since ${from.replace("T", " ").slice(0, 16)} UTC`);
  out.line(`${out.style("bold", `${files} in`)} = ${sum.join(" + ")}`);
  for (const kind of NAMED) {
    for (const one of stood.filter((each) => each.kind === kind)) {
      out.line(
        `  ${out.style("yellow", kind.padEnd(11))}  ${printable(one.path)}: ${printable(one.rule)}`,
      );
    }
  }
}
