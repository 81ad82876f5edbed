import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { paragraph, plainMessage, section } from "#core/message/say.ts";
import { type Asker, directPlatform, type Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { namingFor } from "#core/reply/naming.ts";
import { readReport } from "#core/reply/report.ts";
import type { AdminPlace } from "#desk/port/notices.ts";
import { aboutArticle } from "#desk/reply/find-article.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import { MOST_REPORTS } from "#desk/report.ts";
import type { AskerParts } from "./parts.ts";

/** Longer reports are cut: a form takes no more either. */
const LONGEST = 500;

/** `/wrong`: tells the editors what is wrong in an article that the asker may see. */
export async function wrong(parts: AskerParts, question: Question): Promise<Message> {
  const { article, what } = readReport(question.options);
  if (article === "") return helpFor(question, "wrong");
  return aboutArticle(
    partsAt(parts.reader, question),
    { ...question, options: { article } },
    (filed) =>
      what === ""
        ? askWhat(filed, question)
        : report(parts, question, filed, what.slice(0, LONGEST)),
  );
}

function askWhat({ article: { id }, brief: { headline } }: Filed, question: Question): Message {
  const summary = `Say what is wrong in “${headline}”.`;
  const example = namingFor(question)(
    `wrong ${id} what:The bridge closed on Tuesday, not on Monday`,
  );
  // Where a form can be opened, the button does.
  const button = { kind: "ask", label: LABELS.thisIsWrong, ask: `wrong ${id}` } as const;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary }), paragraph({ text: `For example: ${example}` }), {
        kind: "buttons",
        buttons: [button],
      }),
    ],
  };
}

async function report(
  parts: AskerParts,
  question: Question,
  filed: Filed,
  what: string,
): Promise<Message> {
  const { asker } = question;
  const { clock, reports, places } = parts;
  const direct = await directOf(parts, asker);
  const { id, revision } = filed.article;
  const taken = await reports.take({
    ...{ article: id, revision, by: asker.id, byName: asker.name },
    ...{ what, at: clock.now(), direct },
  });
  if (taken === "gone")
    return plainMessage("It may not be shown any more: the editors have dealt with it.");
  if (taken === "too-many") {
    return plainMessage(
      `You have reported ${MOST_REPORTS} things within an hour: this one was not taken.`,
      "Report it later, or tell the editors yourself.",
    );
  }
  parts.carry();
  return plainMessage(...thanks(places.length > 0, question), whatBecomes(direct !== null));
}

function thanks(hasEditors: boolean, question: Question): readonly string[] {
  return hasEditors
    ? ["Thank you: the editors have been told."]
    : [
        `Thank you: your report is taken. It stands in the editors' list, ${namingFor(question)("reports")}, until they settle it.`,
        "They look it up there: this newsroom has named no channel in which they would be told at once.",
      ];
}

function whatBecomes(canBeTold: boolean): string {
  return canBeTold
    ? "You hear by direct message what became of it."
    : "What becomes of it shows in the article: once it is corrected or withdrawn, you see that there and wherever it was posted.";
}

/** The page has no direct messages; and a report counts also where its reader cannot be written to. */
async function directOf(
  { openDirect }: AskerParts,
  asker: Asker,
): Promise<Pick<AdminPlace, "platform" | "address"> | null> {
  const platform = directPlatform(asker);
  if (platform === null) return null;
  try {
    return { platform, address: await openDirect(asker) };
  } catch {
    return null;
  }
}
