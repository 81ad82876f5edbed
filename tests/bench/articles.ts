/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PLACES = ["Tarnmouth", "Velsk Bay", "Port Arden", "Osterhald", "Quillhaven", "Merrow"];
const FIRST = ["Mira", "Joss", "Anselm", "Ruta", "Dario", "Ines", "Pavel", "Oona"];
const LAST = ["Solen", "Harrow", "Vance", "Okafor-Lind", "Tesar", "Brandvold", "Quist"];
const ROLES = ["harbour master", "finance minister", "chief engineer", "head coach", "coroner"];
const THINGS = ["the bridge", "the ferry line", "the water board", "the stadium", "the archive"];
const VERBS = ["reopened", "was closed", "lost its funding", "passed inspection", "was sold"];

/** One article of about `words` words in the manner of a wire report; fictional throughout. */
export function generateArticle(next: () => number, words = 600): string {
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  const name = `${pick(FIRST)} ${pick(LAST)}`;
  const place = pick(PLACES);
  const number = () => String(2 + Math.floor(next() * 900));
  const sentences = [
    () => `${pick(THINGS)} ${pick(VERBS)} after ${number()} days, the council reportedly said.`,
    () =>
      `“We counted ${number()} cases and we will count them again,” said ${name}, the ${pick(ROLES)}.`,
    () => `According to the ${pick(ROLES)}, ${number()} people in ${pick(PLACES)} were affected.`,
    () => `The work cost $${number()} million, or ${number()} per cent more than was planned.`,
    () =>
      `${name.split(" ").at(-1)} told reporters that ${pick(THINGS)} would not be ready before May.`,
    () =>
      `Residents of ${pick(PLACES)} waited from ${number()} a.m., while U.S. inspectors looked on.`,
  ];
  const paragraphs: string[] = [];
  let written = 0;
  while (written < words) {
    const paragraph = [0, 1, 2].map(
      () => sentences[Math.floor(next() * sentences.length)]?.() ?? "",
    );
    const text = paragraph.map((line) => line.charAt(0).toUpperCase() + line.slice(1)).join(" ");
    paragraphs.push(text);
    written += text.split(" ").length;
  }
  const lede = paragraphs[0] ?? "";
  const headline = `${place} counts the cost of ${pick(THINGS)}, report ${number()}`;
  return [
    headline,
    "",
    `${place.toUpperCase()}, May 8 (Tarn Wire) – ${lede}`,
    ...paragraphs.slice(1),
  ].join("\n\n");
}
