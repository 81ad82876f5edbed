import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import { isUnsettled, type Outcome } from "#core/reply/report.ts";
import { reporterName, reportsAnswer, settledLine } from "#core/reply/report-answer.ts";
import type { Report, Reports } from "#desk/port/reports.ts";
import { pageOf } from "#desk/reply/options.ts";
import { readersAt } from "#desk/reply/parts-at.ts";
import type { ReportDesk } from "#desk/report.ts";
import type { EditorialParts } from "./editorial.ts";
import type { OrderParts } from "./parts.ts";

export interface ReportsParts
  extends OrderParts,
    Pick<EditorialParts, "archive" | "internalSections"> {
  readonly reports: Pick<Reports, "open" | "get" | "countOpen">;
  readonly reportDesk: Pick<ReportDesk, "answer">;
  /** Has what is in the outbox carried now. */
  readonly carry: () => void;
}

const PAGE_SIZE = 5;

/** `/reports`: what readers say is wrong; and what becomes of one of them. */
export async function reports(parts: ReportsParts, question: Question): Promise<Message> {
  const { report: named = "", answer = "" } = question.options;
  if (named.trim() === "") return listed(parts, question);
  const number = /^#?(\d{1,9})$/u.exec(named.trim())?.[1];
  if (number === undefined) return noReport(question, named);
  const verdict = answer.trim().toLowerCase();
  if (verdict === "correct" || verdict === "dismiss") {
    return answered(parts, question, Number(number), verdict);
  }
  const found = await parts.reports.get(Number(number));
  if (found === null) return noReport(question, named);
  return isUnsettled(found.state)
    ? reportsAnswer(
        [await rowOf(parts, question, found)],
        pageFor(question, 1, false),
        parts.timeZone,
      )
    : plainMessage(saySettled(found, found.state));
}

async function listed(parts: ReportsParts, question: Question): Promise<Message> {
  const number = pageOf(question) ?? 1;
  const found = await parts.reports.open((number - 1) * PAGE_SIZE, PAGE_SIZE + 1);
  const rows = await Promise.all(
    found.slice(0, PAGE_SIZE).map((one) => rowOf(parts, question, one)),
  );
  return reportsAnswer(rows, pageFor(question, number, found.length > PAGE_SIZE), parts.timeZone);
}

function pageFor({ command, options }: Question, number: number, more: boolean) {
  return { command, options, number, more };
}

/** What somebody says of an article that is not for this place may tell what stands in it. */
async function rowOf(parts: ReportsParts, question: Question, report: Report) {
  const { archive, clock, live } = parts;
  const readers = readersAt({ ...parts, channels: live.list }, question);
  const filed = await archive.forReaders(readers).get(report.article, clock.now());
  const isKept = (await archive.keptFrom([report.article], readers)).length > 0;
  const what = isKept ? ELSEWHERE : report.what;
  return { ...report, what, who: reporterName(report.byName, report.by), filed };
}

const ELSEWHERE = "What it says is not for this place: ask in a channel of the desk's own";

async function answered(
  parts: ReportsParts,
  question: Question,
  number: number,
  verdict: "correct" | "dismiss",
): Promise<Message> {
  const before = await parts.reports.get(number);
  const report = await parts.reportDesk.answer(number, verdict, question.asker);
  if (before === null || report === null) return noReport(question, `${number}`);
  if (!isUnsettled(before.state)) return plainMessage(saySettled(before, before.state));
  parts.carry();
  return isUnsettled(report.state)
    ? plainMessage(
        `Report ${number} waits for the corrected copy.`,
        "Put it where its first version lies, under the same name: its reader is told once it is read.",
      )
    : plainMessage(saySettled(report, report.state));
}

function saySettled({ number, settledBy }: Report, outcome: Outcome): string {
  return settledLine(number, outcome, settledBy);
}

function noReport(question: Question, named: string): Message {
  return plainMessage(
    `There is no report “${named.trim()}”.`,
    `All that are open: ${namingFor(question)("reports")}`,
  );
}
