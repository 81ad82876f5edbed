import type { Message, Span } from "./message.ts";
import { count, note, paragraph, section } from "./say.ts";

/** A file that needs a hand, and why. */
export interface FileTrouble {
  readonly path: string;
  readonly rule: string;
}

/** A post that was given up, and why. */
export interface PostTrouble {
  readonly subscription: string;
  readonly error: string;
}

/** More are counted, not listed: a folder full of pictures is one trouble, and not a thousand. */
const MOST_LISTED = 12;
const LONGEST_REASON = 200;

/** What the admins are told: at least one trouble of either kind. */
export function noticeMessage(
  files: readonly FileTrouble[],
  posts: readonly PostTrouble[],
): Message {
  const parts = [
    ...(files.length > 0 ? [`${count(files.length, "file")} in need of a hand`] : []),
    ...(posts.length > 0 ? [`${count(posts.length, "post")} given up`] : []),
  ];
  const summary = `Copydesk: ${parts.join(", ")}`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...listed(files.map(({ path, rule }) => [path, rule])),
      ...listed(posts.map(({ subscription, error }) => [subscription, error])),
      section(
        note({
          text: "copydesk ledger lists them all; a file is read again when it changes, or by copydesk retry.",
        }),
      ),
    ],
  };
}

function listed(troubles: readonly (readonly [name: string, reason: string])[]) {
  if (troubles.length === 0) return [];
  const items = troubles
    .slice(0, MOST_LISTED)
    .map(([name, reason]): readonly Span[] => [
      { text: name, style: "strong" },
      { text: `: ${reason.slice(0, LONGEST_REASON)}` },
    ]);
  const left = troubles.length - items.length;
  const more: readonly (readonly Span[])[] = left > 0 ? [[{ text: `and ${left} more` }]] : [];
  return [section({ kind: "list", items: [...items, ...more] })];
}
