import { createInterface } from "node:readline/promises";
import type { Writable } from "node:stream";
import { askHidden, type Keyboard } from "./hidden.ts";

/** Whoever was asked gave up, by Ctrl+C or the end of what they type. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
  readonly code = "given-up";
}

/** Asks whoever sits at the terminal; each question throws `GivenUp` where they give up. */
export interface Asking {
  /** @param usual what Enter alone means; it stands in brackets */
  line(question: string, usual?: string): Promise<string>;
  /** Of what is typed nothing is shown. */
  hidden(question: string): Promise<string>;
  yes(question: string, usual: boolean): Promise<boolean>;
}

export function askingAt(keyboard: Keyboard, show: Writable): Asking {
  const line = async (question: string, usual = "") => {
    const reading = createInterface({ input: keyboard, output: show });
    const ended = new Promise<never>((_, reject) => {
      for (const event of ["close", "SIGINT"] as const)
        reading.once(event, () => reject(new GivenUp("No answer")));
    });
    const shown = usual === "" ? question : `${question} [${usual}]`;
    try {
      const given = (await Promise.race([reading.question(`${shown}: `), ended])).trim();
      return given === "" ? usual : given;
    } finally {
      // What closes it now is the answer, and nobody waits for the other end.
      ended.catch(() => undefined);
      reading.close();
    }
  };
  return {
    line,
    async hidden(question) {
      const given = await askHidden(keyboard, show, `${question}: `);
      if (given === null) throw new GivenUp("No answer");
      return given.trim();
    },
    async yes(question, usual) {
      const given = await line(`${question} ${usual ? "[Y/n]" : "[y/N]"}`);
      return given === "" ? usual : /^y(?:es)?$/i.test(given);
    },
  };
}
