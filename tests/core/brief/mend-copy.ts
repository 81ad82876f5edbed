import type { Mending } from "#core/article/mending.ts";
import type { Brief, Draft } from "#core/brief/brief.ts";
import { wordsAt } from "#core/brief/mendable.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { PROVEN } from "./proof-copy.ts";

export const BRIDGE: Draft = draft(
  "Harbour bridge reopens after six years",
  `TARNMOUTH, Nov 20 (Tarn Wire) – The swing bridge across Tarnmouth harbour reopened to traffic on Friday after six years of repairs that cost 41 million crowns.

“It held from the first hour, and it will hold for the next sixty years,” said Mira Solen, chief engineer of the Northern Harbour Authority, as the first lorries crossed.

About 12,000 vehicles a day are expected to use the bridge, which spares drivers a detour of 34 kilometres by way of Velsk Bay. Ferries that had carried the traffic since 2020 will run until the end of December.

The authority reportedly paid 3.2 million crowns to a contractor that withdrew in 2023. A spokesman for the authority declined to comment on the payment.

Mayor Joss Harrow promised an inquiry into the cost. “People waited long enough for the bridge,” Harrow told reporters. “They should not have to wait for the bill.”

According to the police, two people were slightly hurt on Thursday night when a barrier fell during a test. Neither was taken to hospital.

A second bridge, which would carry trams, is to be voted on in March.`,
);

const COURT = draft(
  "Clerk denies theft from ferry fund",
  `Tom Brekke, 41, was charged on Monday with taking 300,000 crowns from the ferry fund of Arvik. He denies the charge.

Prosecutor Ida Moe said the money was moved in May. “We have every receipt,” Moe told the court.

The town council will meet on Thursday to vote on a new fund. Its chairwoman, Ana Field, said no ferry would be cancelled.

“Nobody here saw it coming,” Field said. Ferries carried 9,000 people in June, according to the port.`,
);

const FLUT = draft(
  "Flut in Tarnmünde",
  `Die Flut hat am Montag in Tarnmünde mehr als 300 Häuser beschädigt. Die Feuerwehr rettete 40 Menschen mit Booten aus ihren Wohnungen.

„Das Wasser stieg in einer Stunde um einen Meter“, sagte Bürgermeisterin Ida Moor. Die Schulen bleiben bis Freitag geschlossen.`,
  "de",
);

const VIEW = {
  ...draft(
    "Opinion: The last ferry should stay",
    `The council should keep the last ferry. I have used it for twenty years, and nobody has ever asked me why.

The boat costs 2 million crowns a year. Mayor Joss Harrow said the money was needed for schools.

“A town without a boat is a town without a door,” said Ana Field, who runs the pier. She is right, and the council knows it.`,
  ),
  byline: "By Ruth Amadi",
  genre: "Opinion",
};

function draft(title: string, body: string, language: string | null = "en"): Draft {
  return { id: "a1b2", title, body, dateline: null, language };
}

/** Articles of several kinds, one of them in another language. */
export const COPY: readonly Draft[] = [
  ...[BRIDGE, COURT, FLUT, VIEW],
  ...PROVEN.map(({ title, body }) => draft(title, body)),
];

export const write = createWriteBrief();

/** The mending of some kind about words that stand once in a text. */
export function about(
  kind: "strike-fact" | "strike-quote" | "use",
  { body }: Pick<Draft, "body">,
  text: string,
): Mending {
  const start = body.indexOf(text);
  return { kind, at: wordsAt(body, { start, end: start + text.length }) };
}

/** The mending that strikes a fact of a brief. */
export function striking({ body, facts }: Brief, index: number): Mending {
  const fact = facts[index];
  if (fact === undefined) throw new RangeError(`no fact ${index}`);
  return { kind: "strike-fact", at: wordsAt(body, fact) };
}
