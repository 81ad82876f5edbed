import type { Home } from "#desk/port/shelf.ts";
import type { Register } from "./register.ts";
import type { SourceSettings } from "./settings.ts";

/** An editor that saves, or a program that sends a file again, takes the old one away first. */
const GONE_MS = 5000;
/** Of the files that a place held, so many must be there to prove that it is the same place. */
const PROOF = 0.1;
/** Nobody who waits for a decision waits longer for a file whose handler fails. */
const MOST_LOOKS = 5;
/** No file has this stamp: it is gone, and nobody knows yet. */
const UNTOLD = "gone";

/**
 * Says which files are gone. A wrong answer could withdraw what stands, so it is given only when it is
 * certain:
 *
 * - the place says for sure that nothing lies at its path, now and `goneMs` later: `Home.absentOf`;
 * - the place is the one that it was when the file was seen, by its identity. When a network share
 *   drops, the watched folder is missing, or an empty one shows in its place: then nothing is gone.
 *   Another one takes its place once a tenth of the files are there again;
 * - of the files of an earlier run, a tenth are there. When fewer are, the place is another one or its
 *   share is not mounted, and nothing is gone. A place that cannot prove itself otherwise, a bucket,
 *   must hold a tenth of what is known at each look.
 */
export class Absences {
  readonly #place: Home;
  readonly #settings: SourceSettings;
  readonly #register: Register;
  readonly #isBusy: (path: string) => boolean;
  readonly #suspects = new Map<string, number>();
  readonly #waiting: { readonly resolve: () => void; looks: number }[] = [];
  #home: string | null = null;
  /** It was said that too much is missing to be believed. */
  #doubted = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    place: Home,
    settings: SourceSettings,
    register: Register,
    isBusy: (path: string) => boolean,
  ) {
    this.#place = place;
    this.#settings = settings;
    this.#register = register;
    this.#isBusy = isBusy;
  }

  /** To be called before the first look. */
  async begin(): Promise<void> {
    this.#home = await this.#place.identity();
  }

  /** A file seems to be gone. */
  suspect(path: string): void {
    if (this.#closed || !this.#register.has(path) || this.#suspects.has(path)) return;
    this.#suspects.set(path, performance.now());
    this.#arm();
  }

  /** The first look is over: what it did not find of an earlier run may be gone. */
  suspectKnown(): void {
    const missing: string[] = [];
    let known = 0;
    for (const path of this.#settings.knownPaths()) {
      known += 1;
      if (!this.#register.hasMet(path)) missing.push(path);
    }
    if (known - missing.length < known * PROOF) {
      this.#settings.log.warn("copy.known-files-missing", { known, missing: missing.length });
      return;
    }
    for (const path of missing) this.suspect(path);
  }

  /** A look through all that is there is over: what it did not find may be gone. */
  async suspectUnseen(): Promise<void> {
    const missing: string[] = [];
    let all = 0;
    for (const { path, found } of this.#register.paths()) {
      all += 1;
      if (!found) missing.push(path);
    }
    const identity = await this.#place.identity();
    const isProven = all - missing.length >= all * PROOF;
    if (identity === null) return;
    if (identity !== this.#home) {
      // What is missing from it now is given until the next look to come back.
      if (isProven) this.#home = identity;
      return;
    }
    const isSure = isProven || this.#place.provesItself;
    if (isSure) for (const path of missing) this.suspect(path);
    else if (!this.#doubted)
      this.#settings.log.warn("copy.known-files-missing", { known: all, missing: missing.length });
    this.#doubted = !isSure;
  }

  /** Decides at once about all that seem to be gone. */
  async decide(): Promise<void> {
    for (const path of this.#suspects.keys()) this.#suspects.set(path, Number.NEGATIVE_INFINITY);
    this.#start();
    await this.#running;
  }

  /** Resolves when nothing seems to be gone any more, or a few looks have not settled it. */
  async decided(): Promise<void> {
    if (this.#suspects.size === 0 || this.#closed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ resolve, looks: MOST_LOOKS });
    await promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#noteLook();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  get #goneMs(): number {
    return this.#settings.goneMs ?? GONE_MS;
  }

  #arm(): void {
    const [oldest] = this.#suspects.values();
    if (this.#closed || this.#timer !== null || oldest === undefined) return;
    const left = Math.max(0, oldest + this.#goneMs - performance.now());
    // A timer may ring a moment early.
    this.#timer = setTimeout(() => this.#start(), Math.ceil(left) + 1);
  }

  #start(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running = this.#running
      .then(() => this.#check())
      .finally(() => {
        this.#noteLook();
        this.#arm();
      });
  }

  #noteLook(): void {
    const isOver = this.#suspects.size === 0 || this.#closed;
    for (const waiting of this.#waiting.splice(0)) {
      waiting.looks -= 1;
      if (isOver || waiting.looks === 0) waiting.resolve();
      else this.#waiting.push(waiting);
    }
  }

  async #check(): Promise<void> {
    const due = performance.now() - this.#goneMs;
    const paths = [...this.#suspects].flatMap(([path, since]) => (since <= due ? [path] : []));
    const gone = await this.#place.absentOf(paths);
    const identity = await this.#place.identity();
    for (const path of paths) this.#suspects.delete(path);
    // In another place, nothing can be said: the next look through it may prove that it is the same.
    if (identity !== null && identity === this.#home)
      for (const path of gone) await this.#tell(path);
  }

  async #tell(path: string): Promise<void> {
    if (this.#closed) return;
    if (this.#isBusy(path)) return this.suspect(path);
    // Dropped first: when it comes back while the handler is at work, it is new.
    this.#register.drop(path);
    try {
      await this.#settings.onGone(path);
    } catch (error) {
      this.#settings.log.error("copy.handler-failed", { path, retryIn: this.#goneMs, error });
      if (!this.#register.has(path)) this.#register.note(path, UNTOLD);
      this.suspect(path);
    }
  }
}
