import type { Email } from "postal-mime";
import type { Aside } from "#core/article/copy.ts";
import { asideOf, fieldAside } from "./aside.ts";
import { nameOfAttachment } from "./mail-attachment.ts";
import { headersOf } from "./mail-kind.ts";

// How a mail came, who sent it and how it is packed: read elsewhere, or words of machines.
const ROUTING =
  /^(?:received(?:-spf)?|return-path|delivered-to|envelope-to|to|cc|bcc|from|sender|reply-to|errors-to|date|subject|message-id|in-reply-to|references|mime-version|content-(?!description|language)[\w-]+|dkim-[\w-]+|domainkey-[\w-]+|arc-[\w-]+|authentication-results|autocrypt|user-agent|list-[\w-]+|feedback-id|thread-[\w-]+|x-(?:received|google|gm|ms-(?:exchange|has|tnef|office|traffic|public)|microsoft|forefront|spam|virus|amavis|mailer|originating|original-|envelope|sender|sg-|ses-|mailgun|proofpoint|mimecast|antiabuse|authenticated|source|barracuda|ironport|csa|df-|mimeole|priority-id|uid|message-id|return|msmail|thread|beenthere|mailman|cloudmark|rspamd|report)[\w-]*)$/iu;

/** What a mail says around its text, which speaks for all that is attached: subject, headers, names of files. */
export function mailAsides(mail: Email): readonly Aside[] {
  const headers = headersOf(mail)
    .filter(({ key }) => !ROUTING.test(key))
    .flatMap(({ key, value }) => fieldAside("the header of the mail", key, value));
  const names = mail.attachments.map((attachment, index) => nameOfAttachment(attachment, index));
  return [
    ...asideOf("the subject of the mail", mail.subject ?? ""),
    ...headers,
    ...asideOf("the name of an attachment", names.join("\n")),
  ];
}
