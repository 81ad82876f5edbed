import type { Entity, Gender } from "./mention.ts";

/** How much a mention weighs: whose words are given, whom its sentence is about, any other. */
export const SPEAKS = 5;
export const LEADS = 4;
export const STANDS = 1;
/** "Clinton's campaign" speaks of the campaign. */
export const OWNS = 0;

/** How many sentences back a pronoun may reach. */
const REACH = 3;
const REACH_OF_THINGS = 2;
const LONGEST = 16;
/** Two candidates nearer to each other than this fit equally well. */
const MARGIN = 2;
/** What one sentence more between them takes from a candidate. */
const DISTANCE = 3;

interface Seen {
  readonly entity: number;
  readonly clock: number;
  readonly weight: number;
}

/** Remembers who was spoken of last, as a reader does. */
export class Memory {
  readonly #entities: readonly Entity[];
  /** What a pronoun that meant someone has shown: whom the article called "she" is not "he" later. */
  readonly #shown = new Map<number, Gender>();
  readonly #met = new Set<number>();
  #recent: Seen[] = [];
  #clock = 0;

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
  }

  /** Begins a sentence of the writer's own. */
  tick(): void {
    this.#clock += 1;
  }

  /** Says whether the reader has met someone, however long ago. */
  met(entity: number): boolean {
    return this.#met.has(entity);
  }

  see(entity: number, weight: number): void {
    this.#met.add(entity);
    this.#recent.push({ entity, clock: this.#clock, weight });
    if (this.#recent.length > LONGEST) this.#recent.shift();
  }

  /** Everyone remembered, without repeats. */
  all(): ReadonlySet<number> {
    return new Set(this.#recent.map(({ entity }) => entity));
  }

  /**
   * The one whom "he" or "she" means here; `null` where two fit equally, or none does.
   * @param firm the pronoun speaks, and so shows the gender of the one it means
   */
  person(gender: Gender, firm = false): number | null {
    const scores = new Map<number, number>();
    for (const seen of this.#recent) {
      const score = this.#score(seen, gender);
      if (score !== null && score > (scores.get(seen.entity) ?? -Infinity)) {
        scores.set(seen.entity, score);
      }
    }
    const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
    if (best === undefined) return null;
    if (second !== undefined && best[1] - second[1] < MARGIN) return null;
    const [entity] = best;
    if (firm && !this.#shown.has(entity)) this.#shown.set(entity, gender);
    return entity;
  }

  /** The group that "they" or the organisation that "it" means here. */
  thing(plural: boolean): number | null {
    for (const { entity, clock, weight } of this.#recent.toReversed()) {
      const who = this.#entities[entity];
      if (who === undefined || weight < LEADS || this.#clock - clock > REACH_OF_THINGS) continue;
      if (plural ? who.plural : who.kind === "organisation") return entity;
    }
    return null;
  }

  #score({ entity, clock, weight }: Seen, gender: Gender): number | null {
    const who = this.#entities[entity];
    const distance = this.#clock - clock;
    if (who === undefined || distance > REACH) return null;
    const known = who.gender === "unknown" ? (this.#shown.get(entity) ?? "unknown") : who.gender;
    if (known !== "unknown" && known !== gender) return null;
    // A single word that no title or role shows to be a person's is one only where it speaks.
    const named = /^\p{Lu}\S*$/u.test(who.name) && who.kind === "unknown" && weight === SPEAKS;
    if (who.kind !== "person" && !named) return null;
    const near = distance === 0 && weight >= LEADS ? MARGIN : 0;
    return weight + near - DISTANCE * distance + (who.gender === gender ? MARGIN : 0);
  }
}
