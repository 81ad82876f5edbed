import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { filesOf } from "#desk/source/beginning.ts";
import { dismiss, takeBack } from "./dismiss.ts";
import { auditOf } from "./parts.ts";

export interface RetryParts {
  readonly ledger: Pick<Ledger, "quarantined" | "lastSeen">;
  readonly store: UnitOfWork;
  readonly clock: Clock;
}

/** Paths that are named where several fit. */
const MOST_NAMED = 5;

/** `/retry`: has a file that is in quarantine read once more, within a minute; of a story in a file, the file. Or says that it is not for us. */
export async function retry(parts: RetryParts, question: Question): Promise<Message> {
  const words = question.options.file?.trim() ?? "";
  if (words === "") return helpFor(question, "retry");
  const { answer = "" } = question.options;
  if (answer === "back") return takeBack(parts, question, words);
  const fitting = fittingOf(await parts.ledger.quarantined(), words);
  const [only] = fitting;
  if (only === undefined) {
    return plainMessage(`Nothing in quarantine is called “${words}”.`);
  }
  if (fitting.length > 1) {
    const named = fitting.slice(0, MOST_NAMED).join(", ");
    return plainMessage(`Several files in quarantine fit “${words}”: ${named}.`);
  }
  if (answer === "dismiss") return dismiss(parts, question, only);
  const file = await fileWith(parts, only);
  const now = parts.clock.now();
  await parts.store.transaction(async ({ retries, orders }) => {
    await retries.plan({ path: file, contentHash: "", attempt: 0, due: now });
    await orders.note(auditOf(question, now, `asked to read ${file} once more`));
  });
  return plainMessage(
    `${file} is read once more within a minute.`,
    "If it still cannot be read, it stays in quarantine with the reason.",
  );
}

/** The path itself, else those that end so, else those in which it stands. */
function fittingOf(paths: readonly string[], words: string): readonly string[] {
  const wanted = words.toLowerCase();
  const rules: readonly ((path: string) => boolean)[] = [
    (path) => path === words,
    (path) => path.toLowerCase().endsWith(wanted),
    (path) => path.toLowerCase().includes(wanted),
  ];
  return rules.map((fits) => paths.filter(fits)).find(({ length }) => length > 0) ?? [];
}

/** `news.zip#flood.txt` lies in `news.zip`, which was opened; a file's own name may have a `#` too. */
async function fileWith({ ledger }: RetryParts, path: string): Promise<string> {
  for (const file of filesOf(path)) {
    if (file !== path && (await ledger.lastSeen(file))?.stage === "opened") return file;
  }
  return path;
}
