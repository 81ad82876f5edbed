import { describe } from "vitest";
import { archiveContract } from "./store/archive.ts";
import { correctionsContract } from "./store/corrections.ts";
import { decisionsContract } from "./store/decisions.ts";
import { editionsContract } from "./store/editions.ts";
import { findContract } from "./store/find.ts";
import { heldContract } from "./store/held.ts";
import { installationsContract } from "./store/installations.ts";
import { ledgerContract } from "./store/ledger.ts";
import { namesContract } from "./store/names.ts";
import { noticesContract } from "./store/notices.ts";
import { ordersContract } from "./store/orders.ts";
import { outboxContract } from "./store/outbox.ts";
import { progressContract } from "./store/progress.ts";
import { retriesContract } from "./store/retries.ts";
import type { Place } from "./store/samples.ts";
import { searchContract } from "./store/search.ts";
import { shownContract } from "./store/shown.ts";
import { standingContract } from "./store/standing.ts";
import { storiesContract } from "./store/stories.ts";
import { unitContract } from "./store/unit.ts";
import { unreadContract } from "./store/unread.ts";
import { verbsContract } from "./store/verbs.ts";

/** What every store promises, whatever database stands behind it. */
export function storeContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`the archive on ${name}`, () => archiveContract(newPlace));
  describe(`the search on ${name}`, () => searchContract(newPlace));
  describe(`what is found on ${name}`, () => findContract(newPlace));
  describe(`names on ${name}`, () => namesContract(newPlace));
  describe(`what is shown on ${name}`, () => shownContract(newPlace));
  describe(`units of work on ${name}`, () => unitContract(newPlace));
  describe(`every verb on ${name}`, () => verbsContract(newPlace));
  describe(`embargoes on ${name}`, () => heldContract(newPlace));
  describe(`files that cannot be read on ${name}`, () => unreadContract(newPlace));
  describe(`the ledger on ${name}`, () => ledgerContract(newPlace));
  describe(`editions on ${name}`, () => editionsContract(newPlace));
  describe(`progress on ${name}`, () => progressContract(newPlace));
  describe(`where files stand on ${name}`, () => standingContract(newPlace));
  describe(`notices on ${name}`, () => noticesContract(newPlace));
  describe(`corrections on ${name}`, () => correctionsContract(newPlace));
  describe(`orders of the chat on ${name}`, () => ordersContract(newPlace));
  describe(`editors' decisions on ${name}`, () => decisionsContract(newPlace));
  describe(`installations on ${name}`, () => installationsContract(newPlace));
  describe(`stories on ${name}`, () => storiesContract(newPlace));
  describe(`files to read again on ${name}`, () => retriesContract(newPlace));
  describe(`the outbox on ${name}`, () => outboxContract(newPlace));
}
