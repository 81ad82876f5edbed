// "From the desk of Ada Voss", "A message from Ada Voss, head of the school"
const SENT =
  /^(?:from the (?:desk|office|pen|notebook) of|(?:an? )?(?:open )?(?:message|letter|note|word|words|statement|remarks|comments|thoughts|reflections|reply) (?:from|by|of)|in the words of|(?:fore)?words? by|as told by)(?= |$)/i;

/** How many words open a line that only says whose words follow it; 0 where a line does not open so. */
export function creditOpening(line: string): number {
  return SENT.exec(line.replace(/\s+/gu, " "))?.[0].split(" ").length ?? 0;
}
