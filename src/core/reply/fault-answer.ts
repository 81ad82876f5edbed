import type { Message, Section, Span } from "#core/message/message.ts";
import { count, note, paragraph, section } from "#core/message/say.ts";
import type { Refused } from "./form-check.ts";

/**
 * What is said of a form with faults where it cannot stay open: each fault at the name of its field, with what was typed, and the
 * button that opens it again.
 *
 * @param mend what the button asks
 */
export function faultAnswer({ form, faults }: Refused, mend: string): Message {
  const summary = `“${form.title}” has ${count(faults.length, "thing")} to mend.`;
  const said = new Map(faults.map(({ field, text }) => [field, text]));
  const sections = form.fields.map(({ name, label, value }): Section => {
    const text = said.get(name);
    const typed: Span = { text: value.trim() === "" ? "nothing" : value.trim(), style: "emphasis" };
    const shown = [{ text: `${label}: `, style: "strong" } as const, typed];
    return text === undefined
      ? section(paragraph(...shown))
      : section(paragraph(...shown), note({ text }));
  });
  const button = { kind: "ask", label: "Mend it", ask: mend } as const;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...sections,
      section(note({ text: "Everything else is kept as you typed it." }), {
        kind: "buttons",
        buttons: [button],
      }),
    ],
  };
}
