import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Runs what uses pdf.js. On a damaged file pdf.js also rejects promises that it hands to nobody, which
 * would end the process; they make `read` fail instead. Whatever else goes unheard stays fatal.
 * @throws what `read` throws, and the first of the unheard errors
 */
export async function withStrayErrors<T>(read: () => Promise<T>): Promise<T> {
  const strays: Error[] = [];
  const hear = (error: unknown): void => {
    if (!isOfPdfJs(error)) throw error;
    strays.push(error);
  };
  process.on("unhandledRejection", hear);
  try {
    const result = await read();
    await nextTurn();
    const [stray] = strays;
    if (stray !== undefined) throw stray;
    return result;
  } finally {
    // Node tells of an unheard rejection once the turn in which it came is over.
    await nextTurn();
    process.off("unhandledRejection", hear);
  }
}

function isOfPdfJs(error: unknown): error is Error {
  return error instanceof Error && /\bpdfjs\.mjs\b/u.test(error.stack ?? "");
}
