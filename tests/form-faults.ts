import type { Form } from "#core/reply/form.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { HOUSE } from "#tests/samples.ts";
import { editorsNewsroom } from "./desk/editor/newsroom.ts";

/** A newsroom with two bridges to be told apart, one story that is held and one that was killed, and the config's own reader. */
export async function formsNewsroom() {
  const room = await editorsNewsroom({
    readOrder: (entry) => readEntry(entry, HOUSE, REGISTRY.shape),
  });
  await room.file({ id: "b1r", path: "b1r.txt", title: "Harbour bridge reopens", body: "It did." });
  await room.file({ id: "b2r", path: "b2r.txt", title: "Harbour bridge bill", body: "It grew." });
  await room.file({ id: "f1y", path: "f1y.txt", title: "Ferry strike ends", body: "It ended." });
  await room.file({ id: "zq9", path: "z.txt", title: "Secret plans", status: "withheld" });
  return room;
}

/** The same desk for somebody who may give editors' commands, whatever a platform says of them. */
export function asEditors(desk: FrontDesk): FrontDesk {
  return {
    ...desk,
    check: (form, values, { asker, ...asked }) =>
      desk.check(form, values, { ...asked, asker: { ...asker, role: "editor" } }),
  };
}

export interface Filled {
  readonly form: Pick<Form, "name" | "along">;
  readonly values: Readonly<Record<string, string>>;
}

const subscribe = (values: Readonly<Record<string, string>>): Filled => ({
  form: { name: "subscribe" },
  values: {
    ...{ topics: "flood", schedule: "08:00", zone: "Europe/London", layout: "full", name: "tide" },
    ...values,
  },
});
const search = (words: string): Filled => ({ form: { name: "search" }, values: { words } });
const wrong = (article: string, what = "The toll is 15 crowns"): Filled => ({
  form: { name: "wrong" },
  values: { article, what },
});
const wrongWith = (article: string, what: string): Filled => ({
  form: { name: "wrong", along: { article } },
  values: { what },
});

/** Forms as somebody fills them in wrongly, and what is said at which field. */
export const FAULTY: readonly (readonly [string, Filled, Readonly<Record<string, RegExp>>])[] = [
  [
    "a schedule in no words of ours",
    subscribe({ schedule: "nonsense" }),
    { schedule: /“nonsense” is no day and no time of day.*weekdays at noon/u },
  ],
  [
    "a cron line with an hour that there is not",
    subscribe({ schedule: "0 99 * * *" }),
    { schedule: /hour: “99” is not within 0 to 23.*08:00/u },
  ],
  ["no schedule", subscribe({ schedule: "  " }), { schedule: /must be filled in: 08:00/u }],
  [
    "topics that break off",
    subscribe({ topics: "flood OR" }),
    { topics: /At column 9: expected a word.*flood OR tag:weather/u },
  ],
  [
    "a zone with a slip in it",
    subscribe({ zone: "Europe/Londn" }),
    { zone: /no time zone “Europe\/Londn”.*Europe\/London/u },
  ],
  [
    "a zone by its city",
    subscribe({ zone: "new york" }),
    { zone: /no time zone “new york”.*Did you mean America\/New_York\?/u },
  ],
  [
    "a layout that there is not",
    subscribe({ layout: "huge" }),
    { layout: /full, compact, headlines/u },
  ],
  [
    "three things at once",
    subscribe({ schedule: "soon", zone: "Mars", topics: "(flood" }),
    { schedule: /“soon”/u, zone: /“Mars”/u, topics: /At column/u },
  ],
  [
    "an option typed into the topics with a slip",
    subscribe({ topics: "flood schedul:08:00" }),
    { topics: /no “schedul:” here: schedule:/u },
  ],
  ["a search of signs alone", search("-"), { words: /“-” has no word to search for.*harbour/u }],
  ["a search of blanks", search("   "), { words: /must be filled in/u }],
  [
    "a search since no moment",
    search("bridge since:never"),
    { words: /“since:never” is no moment/u },
  ],
  ["a search for no page", search("bridge page:zero"), { words: /“page:zero” is no page/u }],
  ["a search by an option with a slip", search("bridge speakr:x"), { words: /speaker:/u }],
  ["a report without words", wrong("ferry", " "), { what: /must be filled in/u }],
  [
    "a report about the form's own article without words",
    wrongWith("f1y", ""),
    { what: /must be/u },
  ],
  [
    "a report about nothing that there is",
    wrong("volcano"),
    { article: /Nothing found for “volcano”/u },
  ],
  [
    "a report about one of two",
    wrong("harbour bridge"),
    { article: /Several articles fit.*b[12]r for “Harbour bridge/u },
  ],
  [
    "a report about what is held",
    wrong("secret plans"),
    { article: /Nothing found for “secret plans”/u },
  ],
  ["a report about what is held, by its id", wrong("zq9"), { article: /Nothing found for “zq9”/u }],
  [
    "a report about an article that is gone since",
    wrongWith("x9x", "No"),
    { what: /Nothing found for “x9x”/u },
  ],
];

/** Forms as somebody fills them in rightly. */
export const RIGHT: readonly (readonly [string, Filled])[] = [
  ["an order", subscribe({})],
  ["an order for everything", subscribe({ topics: "" })],
  ["an order in words", subscribe({ schedule: "weekdays at noon and half past six" })],
  ["an order by two cron lines", subscribe({ schedule: "0 8 * * *; 0 18 * * 1-5" })],
  ["an order whose zone and layout are left out", subscribe({ zone: "", layout: "" })],
  ["an order by a name that is none yet", subscribe({ name: "Storm Desk!" })],
  ["a search", search('"harbour bridge" -ferry since:3d')],
  ["a search by a field alone", search("speaker:solen")],
  ["a report", wrong("ferry strike")],
  ["a report by a word with a slip", wrong("ferry strke")],
  ["a report about the form's own article", wrongWith("f1y", "It went on")],
];
