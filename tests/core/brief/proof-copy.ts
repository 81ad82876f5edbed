import type { Brief, Fact } from "#core/brief/brief.ts";
import type { Quote, Speaker } from "#core/speech/quote.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";

/** An article with a brief that keeps every promise; faults are planted into it. */
export interface Proven {
  readonly title: string;
  readonly body: string;
  /** In the article's words; the owner and the hedge where there are any. */
  readonly facts: readonly (readonly [text: string, owner?: string | null, hedge?: string])[];
  readonly quote: readonly [text: string, speaker: string, mention: string];
  /** A line of the page. */
  readonly furniture: string;
}

export const PROVEN: readonly Proven[] = [
  {
    title: "Harbour bridge shut after crack is found",
    body: "The harbour bridge will not open before March after divers found a crack, engineers said.\n\nUp to 40 lorries a day may have to take the coast road, according to the port.\n\n“We saw it on the second dive,” said Ines Falk, the chief engineer. “It was wider than my hand.”\n\nThe town reportedly plans a ferry. However, the mayor has not answered questions.\n\nRead more: The bridge in pictures",
    facts: [
      ["The harbour bridge will not open before March after divers found a crack.", "engineers"],
      ["Up to 40 lorries a day may have to take the coast road.", "the port", "may"],
      ["The town reportedly plans a ferry.", null, "reportedly"],
      ["The mayor has not answered questions."],
    ],
    quote: ["We saw it on the second dive,", "Ines Falk", "Ines Falk"],
    furniture: "Read more: The bridge in pictures",
  },
  {
    title: "Court clears baker of arson",
    body: "ARVIK, May 3 (Fjord Wire) – A court cleared a baker of arson on Friday, and said no witness had seen her near the mill.\n\nThe fire destroyed about 300 tonnes of flour unless the insurer is wrong, its lawyer said.\n\nProsecutor Tom Brekke told reporters: “We shall not appeal.”\n\nTwo men are allegedly still sought.\n\nPhoto: Mill in flames / Fjord Wire",
    facts: [
      [
        "A court cleared a baker of arson on Friday, and said no witness had seen her near the mill.",
      ],
      [
        "The fire destroyed about 300 tonnes of flour unless the insurer is wrong, its lawyer said.",
      ],
      ["Two men are allegedly still sought.", null, "allegedly"],
    ],
    quote: ["We shall not appeal.", "Tom Brekke", "Tom Brekke"],
    furniture: "Photo: Mill in flames / Fjord Wire",
  },
  {
    title: "Rovers win cup after 31 years",
    body: "Rovers beat Lorne Town 3-1 on Saturday to win the cup for the first time in 31 years.\n\nAt least 20,000 people watched, police said. Captain Dele Osho could miss the next match.\n\n“Nobody believed in us,” Osho said. “I never doubted it.”\n\nBut the club has never paid the stadium's rent, Lorne council claimed.\n\nSign up for our newsletter",
    facts: [
      ["Rovers beat Lorne Town 3-1 on Saturday to win the cup for the first time in 31 years."],
      ["At least 20,000 people watched.", "police"],
      ["Captain Dele Osho could miss the next match.", null, "could"],
      ["The club has never paid the stadium's rent.", "Lorne council"],
    ],
    quote: ["Nobody believed in us,", "Dele Osho", "Osho"],
    furniture: "Sign up for our newsletter",
  },
  {
    title: "Rail firm cuts 900 jobs",
    body: "Transvale said on Monday that it would cut 900 jobs, most of them in Pelling.\n\nUnion leader Ruth Amadi warned that trains would probably stop in winter. “They never asked us,” Amadi said.\n\nMeanwhile, shares fell by less than 2 per cent.\n\nNo stations will close, the firm insisted, unless the state ends its grant.\n\nAdvertisement",
    facts: [
      [
        "Transvale said on Monday that it would cut 900 jobs, most of them in Pelling.",
        "Transvale",
      ],
      [
        "Union leader Ruth Amadi warned that trains would probably stop in winter.",
        "Ruth Amadi",
        "probably",
      ],
      ["Shares fell by less than 2 per cent."],
      ["No stations will close, the firm insisted, unless the state ends its grant."],
    ],
    quote: ["They never asked us,", "Ruth Amadi", "Amadi"],
    furniture: "Advertisement",
  },
  {
    title: "Two hurt as storm crosses the gulf",
    body: "Two fishermen were hurt as a storm crossed the gulf on Sunday, the coast guard said.\n\nThe storm might turn north, forecasters said. Not more than 5cm of rain is expected.\n\n“Stay at home if you can,” said Governor Luz Arroyo in a broadcast.\n\nAccording to the ministry, nearly 700 houses have no power.\n\nCopyright 2031 Gulf Post",
    facts: [
      ["Two fishermen were hurt as a storm crossed the gulf on Sunday.", "the coast guard"],
      ["The storm might turn north.", "forecasters", "might"],
      ["Not more than 5cm of rain is expected."],
      ["Nearly 700 houses have no power.", "the ministry"],
    ],
    quote: ["Stay at home if you can,", "Luz Arroyo", "Luz Arroyo"],
    furniture: "Copyright 2031 Gulf Post",
  },
  {
    title: "Museum returns bronze to island",
    body: "The museum of Hale will return a bronze bird to the island of Sorra, its trustees said on Tuesday.\n\nSoldiers allegedly took it in 1902. It has not been seen on Sorra since, except on stamps.\n\n“It is coming home without a bill,” said Keeper of Arts Mona Teuila.\n\nThe island's parliament thanked about a dozen donors.\n\nClick here for opening hours",
    facts: [
      ["The museum of Hale will return a bronze bird to the island of Sorra.", "its trustees"],
      ["Soldiers allegedly took it in 1902.", null, "allegedly"],
      ["It has not been seen on Sorra since, except on stamps."],
      ["The island's parliament thanked about a dozen donors."],
    ],
    quote: ["It is coming home without a bill,", "Mona Teuila", "Mona Teuila"],
    furniture: "Click here for opening hours",
  },
  {
    title: "Vaccine works in 9 of 10 calves",
    body: "A vaccine kept nine of ten calves from fever, Dr Ewa Lis of the Plain Institute said.\n\nHowever, it does not help cows older than six years. It may cost as many as 4 crowns a dose.\n\n“I would give it to my own herd,” Lis told the Farm Hour.\n\nThe state seems to want it by spring, but never before a second trial.\n\nShare this article",
    facts: [
      [
        "A vaccine kept nine of ten calves from fever, Dr Ewa Lis of the Plain Institute said.",
        "Ewa Lis",
      ],
      ["It does not help cows older than six years."],
      ["It may cost as many as 4 crowns a dose.", null, "may"],
      ["The state seems to want it by spring, but never before a second trial.", null, "seems to"],
    ],
    quote: ["I would give it to my own herd,", "Ewa Lis", "Lis"],
    furniture: "Share this article",
  },
  {
    title: "Ferry line bought by rival",
    body: "Northline has bought Coast Ferries for 12 million crowns, both firms said.\n\nNobody will lose a job until 2033, chief executive Per Vang promised. “I gave my word and I keep it,” Vang said.\n\nRegulators appear to be content. Fares will rise by up to 3 per cent, a trade body warned.\n\nFollow us on Facebook",
    facts: [
      ["Northline has bought Coast Ferries for 12 million crowns.", "both firms"],
      ["Nobody will lose a job until 2033, chief executive Per Vang promised."],
      ["Regulators appear to be content.", null, "appear to"],
      ["Fares will rise by up to 3 per cent.", "a trade body"],
    ],
    quote: ["I gave my word and I keep it,", "Per Vang", "Vang"],
    furniture: "Follow us on Facebook",
  },
  {
    title: "School meals to be free in Dorrin",
    body: "School meals will be free in Dorrin from autumn, councillor Asha Rane said on Thursday.\n\nSome 6,000 pupils qualify, unless their parents refuse. The plan could cost 8 crowns a child.\n\n“No child learns without breakfast,” Rane said.\n\nHowever, the opposition has not agreed, its leader told Radio Dorrin.\n\nSubscribe to our channel",
    facts: [
      ["School meals will be free in Dorrin from autumn.", "Asha Rane"],
      ["Some 6,000 pupils qualify, unless their parents refuse."],
      ["The plan could cost 8 crowns a child.", null, "could"],
      ["The opposition has not agreed, its leader told Radio Dorrin."],
    ],
    quote: ["No child learns without breakfast,", "Asha Rane", "Rane"],
    furniture: "Subscribe to our channel",
  },
  {
    title: "Minister resigns over land deal",
    body: "Land minister Piet Oosten resigned on Wednesday over a deal that cost the state at least 50 million crowns.\n\nHe had reportedly not read the contract. The president never asked him to go, a spokeswoman said.\n\n“I should have asked if it was lawful,” Oosten told parliament.\n\nMeanwhile, police have searched fewer than ten offices.\n\nWatch: The resignation speech",
    facts: [
      [
        "Land minister Piet Oosten resigned on Wednesday over a deal that cost the state at least 50 million crowns.",
      ],
      ["He had reportedly not read the contract.", null, "reportedly"],
      ["The president never asked him to go.", "a spokeswoman"],
      ["Police have searched fewer than ten offices."],
    ],
    quote: ["I should have asked if it was lawful,", "Piet Oosten", "Oosten"],
    furniture: "Watch: The resignation speech",
  },
];

/** The range of the sentence that a fact was made of. */
function sentenceOf(body: string, text: string): Pick<Fact, "start" | "end"> {
  const own = text.replace(/\.$/u, "").slice(1);
  const found = findSentences(body, findPassages(body)).find(({ start, end }) =>
    body.slice(start, end).includes(own),
  );
  if (found === undefined) throw new RangeError(`no sentence of the article: ${text}`);
  return { start: found.start, end: found.end };
}

export function provenBrief({ title, body, facts, quote: [text, name, mention] }: Proven): Brief {
  const start = body.indexOf(text);
  const at = body.indexOf(mention, start);
  const mentioned = at < 0 ? body.indexOf(mention) : at;
  const speaker: Speaker = {
    ...{ name, role: null, start: mentioned, end: mentioned + mention.length },
  };
  const quote: Quote = {
    ...{ text, start, end: start + text.length, cue: "said", hedge: null, through: null, speaker },
  };
  return {
    ...{
      id: "a",
      headline: title,
      body,
      dateline: null,
      language: "en",
      kind: "report",
      speakersRead: true,
    },
    facts: facts.map(([fact, attribution = null, hedge = null]) => ({
      ...{ text: fact, ...sentenceOf(body, fact), attribution, hedge },
    })),
    quotes: [quote],
  };
}
