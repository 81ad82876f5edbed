import type { CommandName } from "#core/reply/command.ts";
import type { Handler } from "#desk/reply/parts.ts";
import { type ApproveParts, approve } from "./approve.ts";
import { type EditorialParts, hold, kill } from "./editorial.ts";
import { mend } from "./mend.ts";
import { type NowParts, post, preview } from "./now.ts";
import { digestMe, digestOff } from "./own-digest.ts";
import { release } from "./release.ts";
import { type ReportsParts, reports } from "./reports.ts";
import { type RetryParts, retry } from "./retry.ts";
import { audit, pause, resume, schedule } from "./schedule.ts";
import { type StatusParts, status } from "./status.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";

/** What editors' commands are made of. */
export type EditorParts = EditorialParts &
  NowParts &
  StatusParts &
  ReportsParts &
  RetryParts &
  ApproveParts;

type EditorCommand = Extract<
  CommandName,
  | "subscribe"
  | "unsubscribe"
  | "schedule"
  | "pause"
  | "resume"
  | "preview"
  | "post"
  | "approve"
  | "kill"
  | "hold"
  | "release"
  | "mend"
  | "status"
  | "audit"
  | "retry"
  | "reports"
>;

/** What editors may ask, and `schedule`, which anyone may. */
export function editorHandlers(parts: EditorParts): Readonly<Record<EditorCommand, Handler>> {
  return {
    subscribe: (question) => subscribe(parts, question),
    unsubscribe: (question) => unsubscribe(parts, question),
    schedule: (question) => schedule(parts, question),
    pause: (question) => pause(parts, question),
    resume: (question) => resume(parts, question),
    preview: (question) => preview(parts, question),
    post: (question) => post(parts, question),
    approve: (question) => approve(parts, question),
    kill: (question) => kill(parts, question),
    hold: (question) => hold(parts, question),
    release: (question) => release(parts, question),
    mend: (question) => mend(parts, question),
    status: (question) => status(parts, question),
    audit: (question) => audit(parts, question),
    retry: (question) => retry(parts, question),
    reports: (question) => reports(parts, question),
  };
}

/** `/digest me` and `/digest off` are orders; every other digest is answered by `digest`. */
export function withOwnDigest(parts: EditorParts, digest: Handler): Handler {
  return (question) => {
    const asked = question.options.edition?.trim().toLowerCase();
    if (asked === "me") return digestMe(parts, question);
    return asked === "off" ? digestOff(parts, question) : digest(question);
  };
}
