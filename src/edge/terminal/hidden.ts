import type { Readable, Writable } from "node:stream";

/** A terminal's keyboard. */
export interface Keyboard extends Readable {
  setRawMode(raw: boolean): unknown;
}

/** What a terminal in raw mode sends for keys that are no characters. */
const ENTER = /[\r\n]/u;
const INTERRUPT = "\u0003";
const END = "\u0004";
const BACKSPACE: readonly string[] = ["\u007f", "\b"];
const CONTROL = /^\p{Cc}$/u;

/**
 * Asks for one line, of which nothing is shown while it is typed.
 * @param show where the question stands: standard error, so that what is printed can be sent on
 * @returns `null` where somebody gave up, by Ctrl+C
 */
export async function askHidden(
  keyboard: Keyboard,
  show: Writable,
  question: string,
): Promise<string | null> {
  show.write(question);
  keyboard.setRawMode(true);
  keyboard.setEncoding("utf8");
  const { promise, resolve } = Promise.withResolvers<string | null>();
  let typed: readonly string[] = [];
  const take = (keys: string) => {
    for (const key of keys) {
      if (ENTER.test(key) || key === END) return resolve(typed.join(""));
      if (key === INTERRUPT) return resolve(null);
      if (BACKSPACE.includes(key)) typed = typed.slice(0, -1);
      else if (!CONTROL.test(key)) typed = [...typed, key];
    }
  };
  keyboard.on("data", take);
  keyboard.resume();
  try {
    return await promise;
  } finally {
    keyboard.off("data", take);
    keyboard.pause();
    keyboard.setRawMode(false);
    show.write("\n");
  }
}

/** The first line of what was piped in. */
export async function readGiven(input: Readable): Promise<string> {
  let text = "";
  for await (const chunk of input.setEncoding("utf8")) text += chunk;
  return text.split(/\r?\n/u)[0] ?? "";
}
