import type { RawCopy } from "#desk/prepare.ts";

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
