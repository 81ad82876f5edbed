import type { Tx } from "#desk/port/unit-of-work.ts";
import type { Store } from "#edge/store/store.ts";

/** The process ends here. */
export class Died extends Error {}

/** A store whose process can be ended at any step of its units of work. */
export interface DyingStore {
  readonly store: Store;
  /**
   * Ends the process before that verb of its units of work, counted from now on: behind the last verb of a unit, before it
   * is committed, is a step too. Of what it does after that nothing is done, until this is asked again; `null`: it lives.
   */
  dieAt(step: number | null): void;
  /** Ends it right behind the next commit: what was done stands, and nobody has heard of it. */
  dieBehindCommit(): void;
}

export function dyingStore(real: Store): DyingStore {
  let left: number | null = null;
  let behindCommit = false;
  const step = () => {
    if (left !== null && left > 0) left -= 1;
    if (left === 0) throw new Died("The process has ended.");
  };
  const counted = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const verb: unknown = Reflect.get(target, name, target);
        if (typeof verb !== "function") return verb;
        return async (...given: readonly unknown[]) => {
          step();
          return Reflect.apply(verb, target, given);
        };
      },
    });
  const transaction: Store["transaction"] = async (work) => {
    const done = await real.transaction(async (tx) => {
      const ports = Object.entries(tx).map(([name, port]) => [name, counted(port)]);
      const value = await work(Object.fromEntries(ports) as Tx);
      step();
      return value;
    });
    if (behindCommit) left = 0;
    if (left === 0) throw new Died("The process has ended.");
    return done;
  };
  return {
    store: { ...real, transaction },
    dieAt: (at) => {
      [left, behindCommit] = [at, false];
    },
    dieBehindCommit: () => {
      [left, behindCommit] = [null, true];
    },
  };
}
