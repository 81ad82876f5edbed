import { expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { takeState } from "#tests/fake/state.ts";
import { clickEnvelope, clickPayload, commandEnvelope, commandPayload } from "./fake/envelopes.ts";
import { runService } from "./fake/service.ts";

test("a slash command is acknowledged, and answered to the asker alone", async () => {
  const { slack, states } = await runService();
  await takeState(states, "ready");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({
        command: "/brief",
        text: "harbour &amp; bridge",
        trigger: "t1",
        responseUrl: slack.responseUrl("one"),
      }),
    ),
  );
  expect(await slack.acks.take()).toMatchObject({ envelope_id: "e1" });
  expect(await slack.responses.take()).toMatchObject({
    name: "one",
    body: {
      response_type: "ephemeral",
      replace_original: false,
      text: "You asked: brief harbour &amp; bridge",
    },
  });
});

test("the acknowledgement does not wait for the answer", async () => {
  const answer = Promise.withResolvers<void>();
  const { slack, states } = await runService({}, async () => {
    await answer.promise;
    return plainMessage("Late");
  });
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("late");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({ command: "/desk", text: "", trigger: "t1", responseUrl }),
    ),
  );
  await slack.acks.take();
  expect(slack.responses.all).toEqual([]);
  answer.resolve();
  expect((await slack.responses.take()).body.text).toBe("Late");
});

test.each([
  ["/desk", "search flood", "search flood in front-page"],
  ["/desk", "  ", " in front-page"],
  ["/quotes", "", "quotes in front-page"],
  ["/facts", "storm", "facts storm in front-page"],
  ["/digest", "", "digest in front-page"],
])("%s %s asks the desk: %s", async (command, text, expected) => {
  const { slack, states, asked } = await runService();
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("r");
  slack.send(commandEnvelope("e1", commandPayload({ command, text, trigger: "t1", responseUrl })));
  expect(await asked.take()).toBe(expected);
});

test("a button is answered to the one who clicked it; a link is only acknowledged", async () => {
  const { slack, states, asked } = await runService();
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("click");
  slack.send(
    clickEnvelope("e1", clickPayload({ actionId: "link-3-0", trigger: "t1", responseUrl })),
  );
  await slack.acks.take();
  slack.send(
    clickEnvelope(
      "e2",
      clickPayload({ actionId: "ask-3-1", value: "quotes a1b2", trigger: "t2", responseUrl }),
    ),
  );
  await slack.acks.take();
  expect((await slack.responses.take()).body).toMatchObject({
    response_type: "ephemeral",
    text: "You asked: quotes a1b2",
  });
  expect(asked.all).toEqual(["quotes a1b2 in front-page"]);
});

test("an envelope that comes again is acknowledged again and answered once", async () => {
  const { slack, states, lines } = await runService();
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("once");
  const envelope = commandEnvelope(
    "e1",
    commandPayload({ command: "/brief", text: "", trigger: "t1", responseUrl }),
  );
  slack.send(envelope);
  slack.send(envelope);
  await slack.acks.take();
  await slack.acks.take();
  await slack.responses.take();
  slack.send(
    commandEnvelope(
      "e2",
      commandPayload({ command: "/facts", text: "", trigger: "t2", responseUrl }),
    ),
  );
  await slack.responses.take();
  expect(slack.responses.all.map(({ body }) => body.text)).toEqual([
    "You asked: brief",
    "You asked: facts",
  ]);
  expect(lines.all).toContainEqual({
    level: "debug",
    event: "slack repetition",
    fields: { id: "t1" },
  });
});

test("a fault of ours is told as a plain sentence with a trace that the log knows", async () => {
  const { slack, states, lines } = await runService({}, async () => {
    throw new RangeError("secret detail");
  });
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("sorry");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({ command: "/brief", text: "", trigger: "t1", responseUrl }),
    ),
  );
  const { body } = await slack.responses.take();
  const line = lines.all.find(({ event }) => event === "slack answer failed");
  expect(JSON.stringify(body)).toContain(`Trace ${line?.fields.trace}`);
  expect(JSON.stringify(body)).not.toContain("secret detail");
});

test("an answer in more parts than a response_url takes says what was left out", async () => {
  const sections = Array.from({ length: 20 }, () => ({
    blocks: [{ kind: "paragraph", spans: [{ text: "word ".repeat(560) }] } as const],
  }));
  const { slack, states } = await runService({}, async () => ({ summary: "Long", sections }));
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("long");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({ command: "/brief", text: "", trigger: "t1", responseUrl }),
    ),
  );
  for (let part = 1; part < 5; part += 1) await slack.responses.take();
  expect((await slack.responses.take()).body.text).toMatch(/five parts; \d+ more/);
});

test("a response_url that has expired is logged, and the next question is answered", async () => {
  const { slack, states, lines } = await runService();
  await takeState(states, "ready");
  slack.respondWith(404, 404);
  const responseUrl = slack.responseUrl("old");
  const ask = (trigger: string) =>
    slack.send(
      commandEnvelope(
        trigger,
        commandPayload({ command: "/brief", text: "", trigger, responseUrl }),
      ),
    );
  ask("t1");
  await slack.responses.take();
  await slack.responses.take();
  ask("t2");
  expect((await slack.responses.take()).body.text).toBe("You asked: brief");
  const failures = lines.all.filter(({ event }) => event === "slack answer failed");
  expect(failures.map(({ fields }) => fields.trace)).toHaveLength(2);
  expect(failures[0]?.fields.trace).toBe(failures[1]?.fields.trace);
});

/** Two processes that are connected to one Slack, which sends one of them a command once more. */
async function repeated(take: (id: string) => Promise<boolean>) {
  const [one, other] = [await runService({ take }), await runService({ take })];
  for (const { slack, states } of [one, other]) {
    await takeState(states, "ready");
    const responseUrl = slack.responseUrl("again");
    const payload = commandPayload({ command: "/facts", text: "", trigger: "t1", responseUrl });
    slack.send(commandEnvelope("e1", payload));
    await slack.acks.take();
  }
  return { one, other };
}

test("what Slack repeats to another process is answered by the one that took it on", async () => {
  const taken = new Set<string>();
  const { one, other } = await repeated(async (id) => taken.size < taken.add(id).size);
  expect(await one.asked.take()).toBe("facts in front-page");
  await other.service.stop();
  expect(other.asked.all).toEqual([]);
});

test("while nobody can say who took it on, it is answered", async () => {
  const { one, other } = await repeated(() => Promise.reject(new TypeError("away")));
  expect(await one.asked.take()).toBe("facts in front-page");
  expect(await other.asked.take()).toBe("facts in front-page");
});
