import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import type { Outcome } from "#desk/outcome.ts";
import type { News } from "#desk/port/bell.ts";
import { hurry } from "#desk/round.ts";
import { type Duty, WHOLE } from "#desk/share.ts";
import { silentLog } from "#tests/fake/log.ts";
import { HOURLY, sampleArticle, sampleBrief } from "#tests/samples.ts";

const CHANNEL = {
  ...{ ...PLAIN_TERMS, name: "flashes", cadence: HOURLY, atOnce: 3 },
  ...{ places: {}, forum: null },
};

/** What others are told of, by a process that makes so many editions, corrections and notices. */
async function toldOf(
  outcomes: readonly Outcome[],
  { makes = true, posts = true, made = 0, amended = 0 } = {},
): Promise<readonly News[]> {
  const told: News[] = [];
  const has = (duty: Duty) => duty !== "editions" || makes;
  await hurry(
    {
      share: () => ({ ...WHOLE, has, leads: (duty) => duty !== "delivery" || posts }),
      tell: (news) => told.push(news),
      channels: () => [CHANNEL],
      stories: { placeAll: async () => undefined },
      editions: {
        makeDue: async (onMade) => {
          for (let count = 0; count < made; count += 1) onMade?.({ items: [] } as never); // it is only counted
        },
        makeUrgent: () => expect.unreachable(),
        makeNow: () => expect.unreachable(),
        rehearse: () => expect.unreachable(),
        lookAhead: () => expect.unreachable(),
      },
      corrections: { chase: async () => amended },
      notices: { tell: async () => false },
      reports: { settle: async () => 0 },
      releases: { note: async () => 0 },
      approvals: { tend: async () => false },
      delivery: { drain: async () => undefined, stop: async () => undefined },
      announcer: {
        ...{ found: () => undefined, tookIn: () => undefined, ready: () => undefined },
        ...{ made: () => undefined, service: () => undefined },
        trouble: (what, error) => expect.unreachable(`${what}: ${error}`),
      },
      log: silentLog,
    },
    outcomes,
    () => true,
  );
  return told;
}

function filed(urgency: Article["urgency"], revision = 1): Outcome {
  const article = sampleArticle({ urgency, revision });
  return { kind: "filed", article, brief: sampleBrief(article) };
}

test.each<[string, Parameters<typeof toldOf>, readonly News[]]>([
  ["what is urgent, so that they make theirs", [[filed(3)], { made: 2 }], ["copy"]],
  [
    "that, and that it waits where another posts",
    [[filed(3)], { made: 2, posts: false }],
    ["copy", "posts"],
  ],
  ["nothing of what can wait", [[filed(4)], { made: 2, posts: false }], []],
  ["nothing of an ordinary report", [[filed(null)]], []],
  ["that a correction waits", [[filed(5, 2)], { amended: 1, posts: false }], ["posts"]],
  ["nothing of a correction that changes no post", [[filed(5, 2)], { posts: false }], []],
  ["what changes posts, where this one corrects none", [[filed(5, 2)], { makes: false }], ["copy"]],
  ["what is urgent, where this one makes no editions", [[filed(2)], { makes: false }], ["copy"]],
  ["nothing else there", [[filed(5)], { makes: false, posts: false }], []],
])("others are told of %s", async (_, given, told) => {
  expect(await toldOf(...given)).toEqual(told);
});
