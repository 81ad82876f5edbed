import type { webApi } from "@slack/bolt";
import { expect, test } from "vitest";
import { askedOf } from "#edge/slack/answer.ts";
import { memberLookup } from "#edge/slack/member.ts";
import { silentLog } from "#tests/fake/log.ts";

type Told = Readonly<Record<string, unknown>>;

const HOME = "T1";
const OWN = { kind: "own", channels: ["front-page"] } as const;

/** Slack, as far as it is asked who somebody is; `null`: it does not answer. */
function clientTelling(told: Told | null): webApi.WebClient {
  const info = async () => {
    if (told === null) throw new RangeError("Slack is away");
    return { ok: true, user: told };
  };
  return { users: { info } } as never;
}

interface Place {
  readonly channel: string | null;
  readonly team?: string;
  readonly told?: Told | null;
  readonly editor?: boolean;
  readonly orders?: boolean;
}

function ask({ channel, team = HOME, told = {}, editor = false, orders = false }: Place) {
  return askedOf(
    {
      channelOf: (address) => (address === "C1" ? "front-page" : null),
      addressOf: (of, id) => (of === HOME ? id : `${of}/${id}`),
      rightsOf: async () => ({
        role: editor ? "editor" : "reader",
        unsure: false,
        standing: "member",
      }),
      isMember: memberLookup(silentLog),
      channelsIn: (of) => (of === HOME ? ["front-page"] : null),
    },
    {
      user: { id: "U1", name: "Ines" },
      channel: channel === null ? null : { id: channel, name: null },
      workspace: { client: clientTelling(told), team },
    },
    false,
    orders,
  );
}

test.each<readonly [string, Place, object]>([
  ["by direct message of a member", { channel: "D1" }, { ...OWN, isDirect: true }],
  ["at home", { channel: null }, { ...OWN, isDirect: true }],
  ["in another channel", { channel: "C2" }, { ...OWN, isDirect: false }],
  [
    "in a channel of ours, for an order",
    { channel: "C1", orders: true },
    { ...OWN, isDirect: false },
  ],
  ["in another workspace", { channel: "C2", team: "T2" }, { kind: "foreign" }],
  ["by direct message there", { channel: "D1", team: "T2" }, { kind: "direct" }],
  ...["is_stranger", "is_restricted", "is_ultra_restricted", "deleted"].flatMap((what) => [
    [
      `by direct message of ${what}`,
      { channel: "D1", told: { [what]: true } },
      { kind: "direct" },
    ] as const,
    [
      `in another channel by ${what}`,
      { channel: "C2", told: { [what]: true } },
      { kind: "foreign" },
    ] as const,
  ]),
  ["by direct message of nobody that is told", { channel: "D1", told: null }, { kind: "direct" }],
])("%s it is said where somebody asks", async (_, place, expected) => {
  expect((await ask(place)).whereabouts).toEqual(expected);
});

test("who is an editor is asked in direct messages, and elsewhere where it matters", async () => {
  const roleIn = async (channel: string | null) =>
    (await ask({ channel, editor: true })).asker.role;
  expect(await roleIn("D1")).toBe("editor");
  expect(await roleIn(null)).toBe("editor");
  expect(await roleIn("C1")).toBe("reader");
});
