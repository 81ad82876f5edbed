import { expect, test } from "vitest";
import { amendMessage } from "#core/message/amend.ts";
import { provenanceBlock } from "#core/message/brief.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Message, Span } from "#core/message/message.ts";
import { withdrawMessage, withdrawnReply } from "#core/message/withdraw.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const AT = Date.UTC(2026, 4, 8, 7);
const LONDON = "Europe/London";
const ROOM = { fits: () => true };
const LATER = { at: AT + 5 * 3_600_000, timeZone: LONDON };
const BRIDGE = sampleFiled({ id: "a1", source: "Tarn Wire" });
const POSTED = composeEdition({
  ...{ subscription: "s", channel: "front", slot: AT, timeZone: LONDON, waiting: 0 },
  items: [{ filed: BRIDGE, update: false }],
});

/** `short 2026-05-08T06:00Z “8 May, 07:00”`, in their order. */
function momentsIn({ sections }: Message): readonly string[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => ("spans" in block ? block.spans : []))
    .flatMap(({ text, moment }: Span) =>
      moment === undefined
        ? []
        : [`${moment.form} ${new Date(moment.at).toISOString().slice(0, 16)}Z “${text}”`],
    );
}

test("an edition's day and an article's date are moments, said in the newsroom's zone", () => {
  expect(momentsIn(POSTED)).toEqual([
    "day 2026-05-08T07:00Z “Friday 8 May, 08:00”",
    "short 2026-05-08T06:00Z “8 May, 07:00”",
  ]);
  expect(POSTED.summary).toContain("Front · Friday 8 May, 08:00");
});

test("so is when it was corrected and killed, in the post and in its thread; the others keep theirs", () => {
  const change = { kind: "correction", details: ["toll: 1 → 2"], note: null } as const;
  const amended = amendMessage(
    POSTED,
    { filed: BRIDGE, change, headline: "Bridge reopens", ...LATER },
    ROOM,
  );
  expect(momentsIn(amended)).toEqual([
    "day 2026-05-08T07:00Z “Friday 8 May, 08:00”",
    "time 2026-05-08T12:00Z “13:00 BST”",
    "short 2026-05-08T06:00Z “8 May, 07:00”",
  ]);
  expect(textOf(amended)).toContain("Corrected 13:00 BST: toll: 1 → 2");
  const killed = { posted: BRIDGE, how: "killed", ...LATER } as const;
  const { message } = withdrawMessage(POSTED, killed, ROOM);
  expect(momentsIn(message).at(-1)).toBe("time 2026-05-08T12:00Z “13:00 BST”");
  const reply = withdrawnReply(POSTED, killed) ?? expect.unreachable();
  expect(momentsIn(reply)).toEqual(["time 2026-05-08T12:00Z “13:00 BST”"]);
  expect(reply.summary).toContain("KILLED 13:00 BST – do not use: “Bridge reopens”");
});

test.each([
  ["2026-05-08T14:30Z", 1],
  ["2026-05-08", 0], // a day is the same one by every clock
])("copy of %s has so many moments: %i", (published, many) => {
  const block = provenanceBlock(sampleFiled({ published: Date.parse(published) }), LONDON);
  expect(momentsIn({ summary: "", sections: [{ blocks: [block] }] })).toHaveLength(many);
});
