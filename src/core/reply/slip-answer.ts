import type { Filed } from "#core/digest/edition.ts";
import { foldedWords } from "#core/digest/fold.ts";
import { LABELS, labelWith } from "#core/language/labels.ts";
import type { Block, Message } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import type { CommandName } from "./command.ts";
import { lineFor } from "./line.ts";

/** A word that was typed, and the one of copy that is shown for it. */
export interface Slip {
  readonly typed: string;
  /** As the copy writes it. */
  readonly meant: string;
}

/** A question, as its button asks it again. */
interface Asked {
  readonly command: CommandName;
  readonly options: Readonly<Record<string, string>>;
}

/** An answer to what was meant, under the line that says so, with the way to what was typed. */
export function withSlips(answer: Message, slips: readonly Slip[], asked: Asked): Message {
  if (slips.length === 0) return answer;
  const joined = (side: keyof Slip) => slips.map((slip) => slip[side]).join(" ");
  const [typed, meant] = [joined("typed"), joined("meant")];
  const showing = paragraph({ text: "Showing " }, { text: meant, style: "strong" });
  return {
    ...answer,
    summary: `Showing ${meant}. ${answer.summary}`,
    sections: [section(showing, instead(typed, asked)), ...answer.sections],
  };
}

function instead(typed: string, { command, options }: Asked): Block {
  const ask = lineFor(command, { ...options, page: "", exact: "yes" });
  // The question is too long for a button.
  if (ask === null) return note({ text: `For ${typed} itself, write exact:yes behind it.` });
  return {
    kind: "buttons",
    buttons: [{ kind: "ask", label: labelWith(LABELS.searchInstead, typed), ask }],
  };
}

const WORD = /[\p{L}\p{M}]+/gu;

/** A folded word as the copy writes it most often; as it is where it stands there in no such way. */
export function asWritten(word: string, { article, brief }: Filed): string {
  const { title, body, tags, byline, source, places, located, dateline } = article;
  const texts = [
    ...brief.quotes.map(({ speaker }) => speaker?.name),
    ...[...places, located, dateline?.place, source, dateline?.agency, byline],
    ...[body, brief.headline, title, ...tags],
  ];
  const written = texts.flatMap((text) => (text ?? "").match(WORD) ?? []);
  const counts = new Map<string, number>();
  for (const one of written.filter((found) => isSame(found, word))) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? word;
}

function isSame(written: string, folded: string): boolean {
  const [word, ...more] = foldedWords(written);
  return word === folded && more.length === 0;
}
