import { audienceAt } from "#core/access/audience.ts";
import { mayGive, type Rights } from "#core/access/may-give.ts";
import { ROLES } from "#core/access/role.ts";
import { type Audience, isFor } from "#core/article/audience.ts";
import { COMMANDS, type CommandSpec } from "#core/reply/command.ts";
import { askedAt, CHANNELS, PLACES } from "#tests/places.ts";
import { sampleChannel } from "#tests/samples.ts";

/** Copy of one audience, as the page calls it. */
export interface Kind {
  readonly audience: Audience;
  readonly says: string;
}

export const KINDS: readonly Kind[] = [
  { audience: "public", says: "for anyone" },
  { audience: null, says: "not for the public" },
  { audience: "internal", says: "internal" },
];

/** The page of the documentation, as the rule has it. */
export function accessPage(): string {
  return [
    "# Who may see and do what",
    "",
    "Made by `tests/core/access/access-page.test.ts` from the rule itself (`src/core/article/audience.ts`,",
    "`src/core/access/audience.ts`), which tries every cell of the first table by every verb: run it with `-u` after a change.",
    "",
    "## What may be seen",
    "",
    "An article is **internal** where its copy says `internal: yes` or its section stands in `internalSections` of the config;",
    "**not for the public** where its usage terms restrict it, or where nobody can read them; else **for anyone**. What is",
    "asked in a place is answered from these alone, by whichever verb, button, form and completion:",
    "",
    ...table(
      ["asked in", "by", ...KINDS.map(({ says }) => says)],
      PLACES.flatMap((place) => {
        const rows = ROLES.map((role) => {
          const { asker, channel, whereabouts } = askedAt(place, role);
          const channels = [sampleChannel("front-page"), ...CHANNELS];
          return audienceAt({ role: asker.role, channel, whereabouts }, channels);
        });
        const [reader = null, ...more] = rows;
        const isAlike = more.every((audience) => audience === reader);
        return isAlike
          ? [[place.place, "anyone", ...cells(reader)]]
          : [
              [place.place, "a reader", ...cells(reader)],
              ["", "an editor, an admin", ...cells(more[0] ?? null)],
            ];
      }),
    ),
    "",
    "Editors' notes are shown where internal copy is. A channel carries what may be seen in it, and its editions, and links to",
    "them, are given wherever all that the channel may carry may be seen. A digest or an alert of one's own is made when nobody",
    "asks, so that no role counts for it. A channel that a reader may not read where they ask is named to them nowhere. What is kept back is as if it were not there: nothing is counted, offered or corrected by it.",
    "",
    "## What may be done",
    "",
    ...table(
      ["command", "reader", "who edits one channel", "editor", "admin"],
      COMMANDS.map((spec) => [
        `\`/${spec.name}\``,
        given(spec, { role: "reader" }),
        given(spec, { role: "reader", edits: [THEIRS] }),
        given(spec, { role: "editor" }),
        given(spec, { role: "admin" }),
      ]),
    ),
    "",
    "`/kill`, `/hold` and `/release` reach every article by its id, wherever they are given; of one that may not be seen there the",
    "answer tells nothing but the id. `/approve` reaches every edition that waits by its number; of one whose channel is not for that",
    "place the answer tells nothing but the channel's name. Who edits one channel gives these orders about theirs alone, and hears of",
    "no other one's editions that wait, nor of what is held in its own. `/why` tells readers, and who edits one channel, of an article that",
    "they may see alone, and where it stands in channels that they may read; what became of files, and who decided, editors.",
    "",
  ].join("\n");
}

const THEIRS = "theirs";

/** Whether somebody may give a command, about which channels. */
function given(spec: CommandSpec, rights: Rights): string {
  if (mayGive(spec, rights, "another")) return YES;
  return mayGive(spec, rights, THEIRS) ? "about theirs" : NO;
}

const YES = "yes";
const NO = "–";

function cells(readers: Audience): readonly string[] {
  return KINDS.map(({ audience }) => (isFor(audience, readers) ? YES : NO));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((cellsOf) => `| ${cellsOf.join(" | ")} |`);
}
