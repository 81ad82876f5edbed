import { EN } from "#core/language/en.ts";
import { filled, type Language } from "#core/language/language.ts";
import type { Message, Section, Span } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import type { Refused } from "./form-check.ts";

/**
 * What is said of a form with faults where it cannot stay open: each fault at the name of its field, with what was typed, and the
 * button that opens it again.
 *
 * @param mend what the button asks
 */
export function faultAnswer(
  { form, faults }: Refused,
  mend: string,
  language: Language = EN,
): Message {
  const { toMend, kept, nothing } = language.faults;
  const summary = filled(toMend, { title: form.title });
  const said = new Map(faults.map(({ field, text }) => [field, text]));
  const sections = form.fields.map(({ name, label, value }): Section => {
    const text = said.get(name);
    const typed: Span = { text: value.trim() === "" ? nothing : value.trim(), style: "emphasis" };
    const shown = [{ text: `${label}: `, style: "strong" } as const, typed];
    return text === undefined
      ? section(paragraph(...shown))
      : section(paragraph(...shown), note({ text }));
  });
  const button = { kind: "ask", label: language.labels.mendIt, ask: mend } as const;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...sections,
      section(note({ text: kept }), { kind: "buttons", buttons: [button] }),
    ],
  };
}
