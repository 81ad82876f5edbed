// Models put JSON between fences, whatever they are told.
const FENCED = /```(?:json)?\s*(?<json>[\s\S]*?)```/u;
/** In UTF-16 units. */
const LONGEST = 100_000;

/** The JSON that a model has sent; `null` where it is none. */
export function parseAnswer(text: string): unknown {
  if (text.length > LONGEST) return null;
  const json = FENCED.exec(text)?.groups?.json ?? text;
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
