import { isEditor, type Role } from "#core/access/role.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { paragraph, plainMessage, section } from "#core/message/say.ts";
import { directPlatform, type Question } from "#core/reply/front-desk.ts";
import type { AskerParts } from "./parts.ts";

/**
 * `/signin`: a link to the page that signs the asker in.
 *
 * It stands in the answer, which on every platform is for the asker's eyes alone and in a direct message is one
 * itself. What goes through the outbox is stored, and of a key nothing but its hash may be.
 */
export async function signIn(
  { page }: Pick<AskerParts, "page">,
  { asker, whereabouts }: Question,
): Promise<Message> {
  if (directPlatform(asker) === null) return plainMessage("You are on the page already.");
  if (page === null) {
    return plainMessage(
      "The page of this newsroom is on its own machine alone: nobody signs in from elsewhere.",
      "Whoever runs Copydesk opens it to others by COPYDESK_URL, as docs/page.md says.",
    );
  }
  // On the page everybody counts as one of the newsroom's people: who is not known to be one here gets no link.
  if (whereabouts.kind !== "own" && !isEditor(asker)) {
    return plainMessage(
      "The page is for the people of the newsroom: ask in a server or workspace of its own.",
    );
  }
  const key = await page.signIn.offer(asker);
  // Behind a # it reaches no server, no log and no preview of links: the page itself reads it.
  const href = `${page.url}/sign-in#${key}`;
  const summary = `Sign in on the page as ${asker.name}, ${IN_WORDS[asker.role]}.`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary }),
        paragraph({ text: "The link is for you alone: it works once, within ten minutes." }),
        { kind: "buttons", buttons: [{ kind: "link", label: LABELS.signIn, href }] },
      ),
    ],
  };
}

const IN_WORDS: Readonly<Record<Role, string>> = {
  reader: "a reader",
  editor: "an editor",
  admin: "an admin",
};
