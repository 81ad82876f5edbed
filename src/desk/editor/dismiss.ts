import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { paragraph, plainMessage, section } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { auditOf } from "./parts.ts";

interface DismissParts {
  readonly store: UnitOfWork;
  readonly clock: Clock;
}

/**
 * Takes a file, or a story in one, out of quarantine without its having been read: it is not for this newsroom. It stays
 * known, and is asked about again once other bytes lie there. What is held because of it stays held.
 */
export async function dismiss(
  { store, clock }: DismissParts,
  question: Question,
  path: string,
): Promise<Message> {
  const at = clock.now();
  const isDone = await store.transaction(async ({ ledger, retries, orders }) => {
    const seen = await ledger.lastSeen(path);
    // Somebody has dealt with it meanwhile, or it is being read.
    if (seen?.stage !== "quarantined") return false;
    const rule = `${seen.rule} ${BY}${question.asker.name}.`;
    await ledger.record({ ...seen, stage: "dismissed", rule, at });
    await retries.drop(path);
    await orders.note(auditOf(question, at, `dismissed ${path} from quarantine: not for us`));
    return true;
  });
  if (!isDone) return plainMessage(`${path} is in quarantine no more.`);
  const summary = `${path} is out of the list.`;
  const text = "It stays known, and is not read again unless its bytes change.";
  const line = `retry "${path}" answer:back`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" }), paragraph({ text }), {
        kind: "buttons",
        buttons: [{ kind: "ask", label: LABELS.takeItBack, ask: line }],
      }),
    ],
  };
}

/** Puts what was dismissed back into quarantine, as it was. */
export async function takeBack(
  { store, clock }: DismissParts,
  question: Question,
  path: string,
): Promise<Message> {
  const at = clock.now();
  const isDone = await store.transaction(async ({ ledger, orders }) => {
    const seen = await ledger.lastSeen(path);
    if (seen?.stage !== "dismissed") return false;
    const rule = seen.rule.slice(0, seen.rule.lastIndexOf(` ${BY}`));
    await ledger.record({ ...seen, stage: "quarantined", rule, at });
    await orders.note(auditOf(question, at, `took ${path} back into quarantine`));
    return true;
  });
  return plainMessage(
    isDone ? `${path} is in quarantine again.` : `Nobody has dismissed “${path}”.`,
  );
}

const BY = "Not for us, says ";
