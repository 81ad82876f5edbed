import { isEditor } from "#core/access/role.ts";
import { knownTo } from "#core/digest/channel.ts";
import { reportsOf } from "#core/digest/kept.ts";
import type { Message } from "#core/message/message.ts";
import { count, plainMessage, timeOfDay } from "#core/message/say.ts";
import {
  type AwaitingShown,
  awaitingAnswer,
  awaitingElsewhere,
  awaitingList,
  barelyNamed,
  decidedAlready,
  dropQuestion,
  editionName,
  leaveOutQuestion,
  leftOutAnswer,
  storyName,
} from "#core/reply/approve-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import type { ApprovalDesk, Deciding } from "#desk/approval.ts";
import type { WaitingEdition } from "#desk/approval-group.ts";
import { shownOf } from "#desk/approval-shown.ts";
import type { Archive } from "#desk/port/archive.ts";
import { editionsElsewhere } from "#desk/reply/elsewhere.ts";
import { readersAt } from "#desk/reply/parts-at.ts";
import { refused } from "#desk/reply/refused.ts";
import { type ForHereParts, isForHere } from "./for-here.ts";
import type { OrderParts } from "./parts.ts";
import { channelMeant, mayOrder, noChannel } from "./parts.ts";

export interface ApproveParts extends OrderParts, Pick<ForHereParts, "internalSections"> {
  readonly approvals: ApprovalDesk;
  readonly archive: Archive;
  /** Has what is in the outbox carried now. */
  readonly carry: () => void;
}

/**
 * `/approve`: what waits for an editor's word; and that word. By its number it reaches every edition, wherever it is given, as
 * the buttons of the notices do; what may not be shown there is told of by its channel's name alone. Who edits single channels
 * is told of those alone.
 */
export async function approve(parts: ApproveParts, question: Question): Promise<Message> {
  const { edition: named = "", channel = "" } = question.options;
  if (named.trim() !== "") return byNumber(parts, question, named.trim());
  const meant = channel.trim() === "" ? null : channelMeant(parts, question);
  if (meant === null && channel.trim() !== "") return noChannel(parts, question);
  if (meant !== null && !mayOrder(question, meant.name)) return refused(parts, question);
  if (meant !== null && !isForHere(parts, question, meant.name)) {
    return editionsElsewhere(meant.name, question);
  }
  const known = new Set(knownTo(parts.live.list(), question.asker.id).map(({ name }) => name));
  const open = await parts.approvals.open(meant?.name);
  const waiting = open.filter(
    (one) => (meant !== null || known.has(one.channel)) && mayOrder(question, one.channel),
  );
  const [only] = waiting;
  if (only === undefined) {
    const where = meant === null ? "" : ` of ${meant.name}`;
    return plainMessage(`No edition${where} waits for an editor.`);
  }
  // A word is for one edition: whichever came since nobody has read.
  return waiting.length === 1 && isForHere(parts, question, only.channel)
    ? decide(parts, question, only)
    : list(parts, question, waiting);
}

async function list(
  parts: ApproveParts,
  question: Question,
  waiting: readonly WaitingEdition[],
): Promise<Message> {
  const isHere = ({ channel }: WaitingEdition) => isForHere(parts, question, channel);
  const here = waiting.filter(isHere);
  const elsewhere = waiting.filter((one) => !isHere(one)).map(({ channel }) => channel);
  return awaitingList(await Promise.all(here.map((one) => shownHere(parts, question, one))), [
    ...new Set(elsewhere),
  ]);
}

function shownHere(
  parts: ApproveParts,
  question: Question,
  edition: WaitingEdition,
): Promise<AwaitingShown> {
  const { live, internalSections } = parts;
  const readers = readersAt({ channels: live.list, internalSections }, question);
  return shownOf(parts, edition, { ...readers, seesHeld: isEditor(question.asker) });
}

async function byNumber(parts: ApproveParts, question: Question, named: string): Promise<Message> {
  const number = /^#?(\d{1,9})$/u.exec(named)?.[1];
  const found = number === undefined ? null : await parts.approvals.find(Number(number));
  const isTheirs = found === null ? isEditor(question.asker) : mayOrder(question, found.channel);
  // That there is one of that number is told to nobody else either.
  if (!isTheirs) return refused(parts, question);
  if (found === null) {
    return plainMessage(
      `There is no edition “${named}” that waits.`,
      `All that do: ${namingFor(question)("approve")}`,
    );
  }
  return "how" in found ? decidedAlready(found, parts.timeZone) : decide(parts, question, found);
}

async function decide(
  parts: ApproveParts,
  question: Question,
  edition: WaitingEdition,
): Promise<Message> {
  const { approvals } = parts;
  const { asker, options } = question;
  const isHere = isForHere(parts, question, edition.channel);
  const name = isHere ? editionName(edition) : barelyNamed(edition);
  const [without, back] = [options.without?.trim() ?? "", options.back?.trim() ?? ""];
  const answer = options.answer?.trim().toLowerCase() ?? (options.sure === "yes" ? "go" : "");
  if (without !== "") {
    // As it is before: afterwards nothing of it tells the story's headline.
    const shown = isHere ? await shownHere(parts, question, edition) : barely(edition);
    if (options.sure !== "yes") {
      const isIn = edition.places.some(
        ({ awaiting }) => reportsOf(awaiting.kept, without).length > 0,
      );
      return isIn
        ? leaveOutQuestion(shown, without)
        : refusal(parts, question, { kind: "unknown" });
    }
    const outcome = await approvals.leaveOut(edition.number, without, asker);
    return outcome.kind === "done"
      ? afterLeaving(parts, question, shown, without)
      : refusal(parts, question, outcome);
  }
  if (back !== "") {
    const outcome = await approvals.putBack(edition.number, back, asker);
    return outcome.kind === "done"
      ? afterPuttingBack(parts, question, edition, back)
      : refusal(parts, question, outcome);
  }
  if (answer === "drop") {
    if (options.sure !== "yes") {
      return dropQuestion(isHere ? await shownHere(parts, question, edition) : edition);
    }
    const outcome = await approvals.drop(edition.number, asker);
    if (outcome.kind !== "done") return refusal(parts, question, outcome);
    parts.carry();
    return plainMessage(`Dropped: ${name}. It is posted nowhere.`);
  }
  if (answer !== "go") {
    return isHere
      ? awaitingAnswer(await shownHere(parts, question, edition))
      : awaitingElsewhere(edition);
  }
  const outcome = await approvals.letGo(edition.number, asker);
  if (outcome.kind !== "done") return refusal(parts, question, outcome);
  parts.carry();
  return wentAnswer(isHere ? outcome : { ...outcome, out: [] }, name);
}

/** What is left of it; where nothing is, it is dropped. */
async function afterLeaving(
  parts: ApproveParts,
  question: Question,
  before: AwaitingShown | Pick<AwaitingShown, "number" | "channel">,
  id: string,
): Promise<Message> {
  const rest = await parts.approvals.find(before.number);
  const answer = leftOutAnswer(before, id);
  if (rest === null || "how" in rest) {
    return plainMessage(answer.summary, "Nothing is left of the edition: it is posted nowhere.");
  }
  return withTheRest(parts, question, answer, rest);
}

/** The edition, in which the story stands again. */
async function afterPuttingBack(
  parts: ApproveParts,
  question: Question,
  { number, channel }: WaitingEdition,
  id: string,
): Promise<Message> {
  const rest = await parts.approvals.find(number);
  if (rest === null || "how" in rest || !isForHere(parts, question, channel)) {
    return plainMessage(`Put back: ${id}.`);
  }
  const shown = await shownHere(parts, question, rest);
  return withTheRest(parts, question, plainMessage(`Put back: ${storyName(shown, id)}.`), rest);
}

/** An answer, and the edition as it is then, where that may be shown. */
async function withTheRest(
  parts: ApproveParts,
  question: Question,
  answer: Message,
  rest: WaitingEdition,
): Promise<Message> {
  if (!isForHere(parts, question, rest.channel)) return answer;
  const { sections } = awaitingAnswer(await shownHere(parts, question, rest));
  return { ...answer, sections: [...answer.sections, ...sections] };
}

function barely({ number, channel }: WaitingEdition): Pick<AwaitingShown, "number" | "channel"> {
  return { number, channel };
}

function wentAnswer({ out, waits }: Extract<Deciding, { kind: "done" }>, name: string): Message {
  const fell =
    out.length === 0
      ? []
      : [
          `Without ${count(out.length, "article")} that may not be shown now, or stood behind one: ${out.join(", ")}.`,
        ];
  const rest =
    waits.length === 0 ? [] : [`It goes on waiting where nothing is set up: ${waits.join(", ")}.`];
  return plainMessage(`On its way: ${name}.`, ...fell, ...rest);
}

function refusal(
  { timeZone, clock }: ApproveParts,
  question: Question,
  outcome: Exclude<Deciding, { kind: "done" }>,
): Message {
  switch (outcome.kind) {
    case "decided":
      return decidedAlready(outcome.decided, timeZone);
    case "empty":
      return plainMessage(
        "Nothing of it may be shown now: every article of it is held, killed or ordered no more.",
        "It goes on waiting; to drop it, answer:drop.",
      );
    case "early":
      return plainMessage(
        "The clock was put back behind an embargo of an article in it: let it go once that has ended.",
        "Or leave that article out of it.",
      );
    case "nowhere":
      return plainMessage(
        "None of the places that it is for is set up now: it goes on waiting.",
        `Who knows more: ${namingFor(question)("status")}`,
      );
    case "unknown":
      return plainMessage(
        `It has no such article, or is not there any more (${timeOfDay(clock.now(), timeZone)}).`,
        `All that wait: ${namingFor(question)("approve")}`,
      );
  }
}
