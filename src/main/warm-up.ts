import { statedBy } from "#core/change/disagreement.ts";
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

/** Compiles at the start what the first round would else compile while readers wait. */
export async function warmReading(prepare: Prepare): Promise<void> {
  const prepared = await prepare(WARM_UP);
  if (prepared === STOPPED || !prepared.ok) return;
  for (const story of prepared.stories) if (story.ok) statedBy(story);
}
