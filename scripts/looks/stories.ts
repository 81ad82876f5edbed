import { createWriteBrief } from "#core/brief/write.ts";
import type { Filed, Item } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import { selectItems } from "#core/digest/select.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { sampleArticle } from "#tests/samples.ts";
import { DUE, HARVEST } from "./copy.ts";

const HOUR = 3_600_000;
const writeBrief = createWriteBrief();

function report(id: string, source: string, hours: number, title: string, body: string): Filed {
  const at = DUE + hours * HOUR;
  const fields = { published: at, takenIn: at, section: "local", urgency: 2 as const };
  const place = { place: "KESH PASS", date: "May 8", agency: null };
  const article = sampleArticle({ id, source, title, body, dateline: place, ...fields });
  return { article, brief: writeBrief(article) };
}

const KNOWN = report(
  "ke51ps",
  "Tarn Wire",
  -6,
  "Shelling on the Kesh pass kills soldiers",
  "Shelling broke out on the Kesh pass on Friday and 12 soldiers were killed, Orvania's defence ministry said.\n\nRoads to the pass were closed.",
);
const LATER = report(
  "ke77lt",
  "Tarn Wire",
  -1,
  "Toll of Kesh shelling rises as envoy asks for a truce",
  "Shelling on the Kesh pass has ended and 21 soldiers were killed, Orvania's defence ministry said on Friday.\n\nThe envoy Amalia Reyes asked both sides to agree to talks in Luma on Monday.\n\nRoads to the pass were closed.",
);
const OTHER = report(
  "ke80ew",
  "Example Wire",
  -1.5,
  "Taresh counts its dead after night on Kesh pass",
  "Nine soldiers were killed in the shelling on the Kesh pass, the army of Taresh said on Friday.\n\nFarmers were told to go home.",
);

/** A story that the channel has carried, told by two sources, and one that is new; as the rules make of them. */
export function storyItems(): readonly Item[] {
  const of = (filed: Filed): Candidate => ({
    filed,
    carried: null,
    story: "ke51ps",
    known: [KNOWN],
  });
  const candidates = [of(LATER), of(OTHER), { filed: HARVEST, carried: null }];
  return selectItems(candidates, PLAIN_TERMS, DUE).items;
}
