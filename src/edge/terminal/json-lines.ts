import type { Readable } from "node:stream";

/**
 * The lines of a stream of JSON lines, without their line feed. Only that ends one: Node's readline also
 * parts a line at U+2028 and U+2029, which JSON may hold as they are.
 */
export async function* readJsonLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let open = "";
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [first = "", ...others] = text.split("\n");
    const lines = [`${open}${first}`, ...others];
    open = lines.pop() ?? "";
    yield* lines.map((line) => line.replace(/\r$/u, ""));
  }
  open += decoder.decode();
  if (open !== "") yield open;
}
