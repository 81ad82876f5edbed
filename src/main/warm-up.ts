import { changesBetween } from "#core/change/changes.ts";
import { disagreements, statedBy } from "#core/change/disagreement.ts";
import { readFiling } from "#core/change/reading.ts";
import type { Filed } from "#core/digest/edition.ts";
import { type Prepare, type RawCopy, STOPPED } from "#desk/prepare.ts";

/** What a thread reads before its first file, so that no file pays for loading and compiling our code. */
export const WARM_UP: RawCopy = {
  path: "warm-up.html",
  bytes:
    new TextEncoder().encode(`<!doctype html><html lang="en"><head><title>Town council agrees budget</title></head>
<body><article><h1>Town council agrees budget</h1><p>By Ann Lee</p>
<p>NORTHWICK, May 8 (Wire) – The council agreed a budget of 12 million pounds on Friday, 3% more than last year.</p>
<p>“We have done what we could,” said Ann Lee, the council's leader. She added that roads come first.</p>
</article></body></html>`),
  takenIn: 0,
};

/** Two reports of one event, as whole as copy is: what they have in common is compared. */
const REPORTS: readonly string[] = [
  `Ferry with 41 aboard runs aground off Northwick, killing two
NORTHWICK, May 8 (Wire) – A ferry with 41 passengers ran aground off Northwick on Friday, killing at least two people and injuring 12, the coastguard said.
“The sea was calm and the lights were on,” said Mira Solen, the coastguard's spokeswoman. She told reporters that the captain, Per Aldis, 58, had been questioned.
The company put the damage at $3.5 million, up 4% from an estimate of £2.7m on Thursday. Shares in Tarn Lines fell 6.2 per cent to 412 pence by 14:30 in London.
“We do not know yet why it happened,” Aldis was quoted as saying by Harbour News. Police said that between 20 and 30 rescuers had worked from 6 a.m. until noon.
Photo: A rescue boat beside the ferry. (Wire/Ann Lee)
Two ferries sank there in 1998, when 14 people were killed, according to the Ministry of Transport.
Read more: How to cross the bay
Copyright 2026 Wire. All rights reserved.`,
  `UPDATE 1: Death toll of Northwick ferry rises to three
NORTHWICK, May 8 (Harbour News) – Three people have died and 15 were hurt after a ferry ran aground near Northwick on Friday, police said.
Captain Per Aldis said the ship with 43 people on board had lost its engine. “I could not turn it,” he told Harbour News.
The number of injured rose to 15 from 12, Mira Solen of the coastguard said at a news conference in Port Tarn. Divers were looking for one more passenger, a woman aged 34.
Tarn Lines said that it would pay $1,200 to each passenger. Its shares lost 8%.`,
];

/**
 * Compiles at the start what the first round would else compile while readers wait: most of it are expressions, which
 * are compiled when they are first held against a text.
 */
export async function warmReading(prepare: Prepare, pause: () => Promise<void>): Promise<void> {
  const read: Filed[] = [];
  for (const [index, text] of REPORTS.entries()) {
    const path = `warm-up-${index}.txt`;
    const prepared = await prepare({ path, bytes: new TextEncoder().encode(text), takenIn: 0 });
    if (prepared === STOPPED || !prepared.ok) return;
    for (const story of prepared.stories) if (story.ok) read.push(story);
  }
  for (const filed of read) {
    readFiling(filed);
    await pause();
    statedBy(filed);
    await pause();
  }
  const [before, after] = read;
  if (before === undefined || after === undefined) return;
  changesBetween([before], after);
  disagreements([before, after]);
}
