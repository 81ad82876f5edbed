import type { InChat } from "#core/access/audience.ts";
import type { Role } from "#core/access/role.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { asked } from "./asked.ts";
import { HOURLY, sampleChannel } from "./samples.ts";

/** A newsroom's channels, one for each audience, beside its front page, which says nothing. */
export const CHANNELS: readonly Channel[] = [
  { ...sampleChannel("web"), cadence: HOURLY, audience: "public", places: { slack: "C0002" } },
  { ...sampleChannel("desk"), cadence: HOURLY, audience: "internal", places: { slack: "C0003" } },
];

/** Somewhere to ask, and who reads there what a reader is answered, and what an editor is. */
export interface AskedAt {
  readonly place: string;
  readonly at: Partial<Asked>;
  readonly reader: Audience;
  readonly editor: Audience;
}

const own = (isDirect: boolean, ...channels: readonly string[]) => {
  return { whereabouts: { kind: "own", channels, isDirect } } as const;
};
const onPage = ({ whereabouts: as }: { readonly whereabouts: InChat }) => {
  return { whereabouts: { kind: "page", as } } as const;
};
const DIRECT = { channel: null, place: null };

/** Every kind of place that there is. */
export const PLACES: readonly AskedAt[] = [
  {
    place: "a channel that is `public`",
    at: { channel: "web", ...own(false, "web") },
    ...{ reader: "public", editor: "public" },
  },
  {
    place: "a channel that says nothing",
    at: { channel: "front-page", ...own(false, "front-page") },
    ...{ reader: null, editor: null },
  },
  {
    place: "a channel that is `internal`",
    at: { channel: "desk", ...own(false, "desk") },
    ...{ reader: "internal", editor: "internal" },
  },
  {
    place:
      "any of these where people from outside read by the platform's own answer, or nobody can tell",
    at: { channel: "desk", whereabouts: { kind: "shared" } },
    ...{ reader: "public", editor: "public" },
  },
  {
    place: "another place of a server or workspace of the newsroom's own",
    at: own(false, "front-page", "desk"),
    ...{ reader: null, editor: null },
  },
  {
    place: "the same, where one of the channels is `public`",
    at: own(false, "front-page", "web"),
    ...{ reader: "public", editor: "public" },
  },
  {
    place: "a foreign server or workspace; anywhere, for a guest or a stranger of Slack Connect",
    at: { whereabouts: { kind: "foreign" } },
    ...{ reader: "public", editor: "public" },
  },
  {
    place: "a direct message, home: of a member of the newsroom's own workspace",
    at: { ...DIRECT, ...own(true, "front-page", "desk") },
    ...{ reader: null, editor: "internal" },
  },
  {
    place: "the same, where one of the channels is `public`",
    at: { ...DIRECT, ...own(true, "web") },
    ...{ reader: "public", editor: "internal" },
  },
  {
    place: "a direct message of anybody else, as every one on Discord",
    at: { ...DIRECT, whereabouts: { kind: "direct" } },
    ...{ reader: "public", editor: "internal" },
  },
  {
    place: "the page, whichever channel is open: for a member of the newsroom's own workspace",
    at: { channel: "web", place: null, ...onPage(own(true, "front-page", "desk")) },
    ...{ reader: null, editor: "internal" },
  },
  {
    place: "the same, where one of the channels there is `public`",
    at: { channel: "desk", place: null, ...onPage(own(true, "web")) },
    ...{ reader: "public", editor: "internal" },
  },
  {
    place: "the page, for anybody else, as everyone on Discord, and guests",
    at: { channel: "desk", place: null, ...onPage({ whereabouts: { kind: "direct" } }) },
    ...{ reader: "public", editor: "internal" },
  },
];

/** Somebody who asks there. */
export function askedAt({ at }: AskedAt, role: Role): Asked {
  return asked({ ...at, role });
}
