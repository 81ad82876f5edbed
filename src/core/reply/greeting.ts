import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { paragraph, section } from "#core/message/say.ts";

const WHAT =
  "Copydesk briefs the newsroom’s copy: headline, key facts, and quotes with their speakers, word for word from each article.";
const HOW =
  "Editors order a digest for this channel below; whoever wants to know something asks there, and is answered alone.";

/** What the bot says where it is invited, once: what it is, how one orders a digest, where one asks. */
export function greeting(): Message {
  return {
    summary: "Copydesk is here",
    sections: [
      section(paragraph({ text: WHAT }), paragraph({ text: HOW }), {
        kind: "buttons",
        buttons: [
          { kind: "ask", label: LABELS.orderDigest, ask: "subscribe" },
          { kind: "ask", label: LABELS.search, ask: "search" },
          { kind: "ask", label: LABELS.whatCanIAsk, ask: "help" },
        ],
      }),
    ],
  };
}
