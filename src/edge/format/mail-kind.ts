import { decodeWords, type Email } from "postal-mime";

type Headers = Pick<Email, "headers">;

/** Every header, its words in their own letters: `X-Embargo: =?utf-8?q?bis_9=2E_M=C3=A4rz?=` (RFC 2047). */
export function headersOf({ headers }: Headers): readonly { key: string; value: string }[] {
  return headers.map(({ key, value }) => ({ key, value: decodeWords(value).trim() }));
}

/** Where a header occurs more than once, the last one is the sender's own. */
export function headerOf({ headers }: Headers, name: string): string {
  return decodeWords(headers.findLast(({ key }) => key === name)?.value ?? "").trim();
}

const REPORT_TYPE = /^multipart\/report\b/iu;
const MAIL_SYSTEM = /^(?:mailer-daemon|postmaster)@/iu;
// Reads: Delivery Status Notification (Failure), Undeliverable: …, Mail delivery failed, Returned mail: …
const REPORT_SUBJECT =
  /^(?:delivery status notification|delivery (?:has )?(?:failed|failure|delayed)|undeliver(?:able|ed)\b|mail delivery (?:failed|system|subsystem)|returned mail\b|failure notice|read:|not read:|delivered:)/iu;
// Reads: Automatic reply: …, Out of Office, Auto: …, Abwesenheitsnotiz, Réponse automatique
const AUTO_SUBJECT =
  /^(?:automatic(?:\s|-)?reply|auto(?:matic)?-?(?:reply|response|responder)|out of (?:the )?office(?:\s(?:auto-?)?(?:reply|message))?|autosvar|abwesenheits\p{L}+|automatische antwort|réponse automatique|respuesta automática|risposta automatica|resposta automática)(?=\s*(?:$|[:–—(-]|\sre:))/iu;

/** Why a mail is no copy, whatever it says; `null` for a mail that somebody wrote. */
export function reasonByKind(mail: Email): string | null {
  const subject = mail.subject?.trim() ?? "";
  const sender = mail.from?.address ?? "";
  const isReport =
    REPORT_TYPE.test(headerOf(mail, "content-type")) ||
    (MAIL_SYSTEM.test(sender) && REPORT_SUBJECT.test(subject));
  if (isReport)
    return "This is a mail server's report on another mail, which holds no story; put the story itself into the folder.";
  // RFC 3834, 5: a mail that an alert service sends is "auto-generated", and may be copy.
  const isAuto =
    /^auto-replied\b/iu.test(headerOf(mail, "auto-submitted")) ||
    /^auto_reply$/iu.test(headerOf(mail, "precedence")) ||
    ["x-autoreply", "x-autorespond", "x-auto-response"].some((name) =>
      /^(?!no\b)./iu.test(headerOf(mail, name)),
    ) ||
    AUTO_SUBJECT.test(subject);
  if (isAuto)
    return "This is an automatic reply, which holds no story; put the story itself into the folder.";
  return null;
}

/** The subject without what mail programs put before it, again and again. */
export function bareSubject(subject: string): string {
  return subject
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^(?:(?:re|fwd?|fw|wg|aw|tr|rv|sv|vs)\s?(?:\[\d+\])?\s?:\s*)+/iu, "");
}
