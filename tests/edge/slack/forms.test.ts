import { expect, test } from "vitest";
import { type Form, formKey } from "#core/reply/form.ts";
import { wrongForm } from "#core/reply/forms.ts";
import { takeState } from "#tests/fake/state.ts";
import { asEditors, FAULTY, type Filled, formsNewsroom, RIGHT } from "#tests/form-faults.ts";
import {
  clickEnvelope,
  commandEnvelope,
  commandPayload,
  globalShortcutPayload,
  messageShortcutPayload,
  submissionPayload,
} from "./fake/envelopes.ts";
import { runService } from "./fake/service.ts";

const field = (name: string, value: string, choices: readonly string[] = []) => ({
  ...{ name, label: `The ${name}`, hint: "An example", value, required: name === "schedule" },
  ...{ most: 200, choices },
});

const SUBSCRIBE: Form = {
  ...{ name: "subscribe", title: "Order a digest", submit: "Show what it means" },
  fields: [field("schedule", "08:00"), field("layout", "full", ["full", "compact"])],
};
const SEARCH: Form = {
  ...{ name: "search", title: "Search the desk", submit: "Search" },
  fields: [field("words", "")],
};

async function opened(text: string, trigger = "t1") {
  const running = await runService({}, undefined, [SUBSCRIBE, SEARCH]);
  await takeState(running.states, "ready");
  const responseUrl = running.slack.responseUrl("one");
  running.slack.send(
    commandEnvelope("e1", commandPayload({ command: "/desk", text, trigger, responseUrl })),
  );
  return { ...running, responseUrl };
}

test("a command that says too little opens a form, which takes along where its answer goes", async () => {
  const { slack, responseUrl, asked } = await opened("subscribe");
  await expect.poll(() => slack.arguments("views.open")).toHaveLength(1);
  const [call] = slack.arguments("views.open");
  expect(call?.trigger_id).toBe("t1");
  const view = JSON.parse(call?.view ?? "{}");
  expect(view).toMatchObject({
    ...{ type: "modal", callback_id: "form:subscribe" },
    title: { type: "plain_text", text: "Order a digest" },
    blocks: [
      {
        ...{ type: "input", block_id: "schedule", optional: false },
        element: {
          ...{ type: "plain_text_input", initial_value: "08:00" },
          ...{ min_length: 1, max_length: 200 },
        },
      },
      {
        ...{ type: "input", block_id: "layout", optional: true },
        element: { type: "static_select", initial_option: { value: "full" } },
      },
    ],
  });
  const along = { channel: "C1", channelName: "name-C1", responseUrl };
  expect(JSON.parse(view.private_metadata)).toEqual(along);
  expect(asked.all).toEqual([]);
});

test("a form that comes too late for its trigger gives way to the answer", async () => {
  const { slack, lines } = await opened("subscribe", "old-1");
  expect((await slack.responses.take()).body.text).toBe("You asked: subscribe");
  expect(lines.all).toContainEqual(
    expect.objectContaining({ level: "warn", event: "slack form not opened" }),
  );
});

test("what is handed in is answered where the form was asked for, once", async () => {
  const { slack, states, submitted } = await runService();
  await takeState(states, "ready");
  const payload = submissionPayload({
    ...{ viewId: "V7", form: "subscribe" },
    along: { channel: "C1", channelName: "news", responseUrl: slack.responseUrl("form") },
    values: {
      schedule: { type: "plain_text_input", value: "07:30" },
      layout: { type: "static_select", selected_option: { value: "compact" } },
      name: { type: "plain_text_input", value: null },
    },
  });
  slack.send(clickEnvelope("e1", payload));
  slack.send(clickEnvelope("e2", payload));
  expect(await slack.acks.take()).toMatchObject({ envelope_id: "e1" });
  await slack.acks.take();
  const { name, body } = await slack.responses.take();
  expect([name, body.text]).toEqual(["form", "You handed in: subscribe"]);
  expect(submitted.all).toMatchObject([
    {
      form: "subscribe",
      values: { schedule: "07:30", layout: "compact", name: "" },
      from: {
        ...{ channel: "front-page", place: { address: "C1", name: "news" } },
        // What is ordered for a channel of ours goes by whose people they are of, too.
        whereabouts: { kind: "own", channels: ["front-page"], isDirect: false },
      },
    },
  ]);
});

test("a form brings back what it was opened about, beside what was filled in", async () => {
  const { slack, states, submitted } = await runService({}, undefined, [wrongForm("a1b2c3")]);
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("one");
  const command = { command: "/desk", text: "wrong", trigger: "t1", responseUrl };
  slack.send(commandEnvelope("e1", commandPayload(command)));
  await expect.poll(() => slack.arguments("views.open")).toHaveLength(1);
  const view = JSON.parse(slack.arguments("views.open")[0]?.view ?? "{}");
  expect(view.callback_id).toBe("form:wrong?article=a1b2c3");
  const payload = submissionPayload({
    ...{ viewId: "V9", form: "wrong?article=a1b2c3", along: JSON.parse(view.private_metadata) },
    values: { what: { type: "plain_text_input", value: "It sailed" } },
  });
  slack.send(clickEnvelope("e2", payload));
  expect(await submitted.take()).toMatchObject({
    ...{ form: "wrong", values: { article: "a1b2c3", what: "It sailed" } },
  });
});

test("the search shortcut opens its form, and what it finds comes by direct message", async () => {
  const { slack, states } = await runService({}, undefined, [SEARCH]);
  slack.addChannel("DU1");
  await takeState(states, "ready");
  slack.send(clickEnvelope("e1", globalShortcutPayload("t5")));
  await expect.poll(() => slack.arguments("views.open")).toHaveLength(1);
  const along = JSON.parse(
    JSON.parse(slack.arguments("views.open")[0]?.view ?? "{}").private_metadata,
  );
  expect(along).toEqual({ channel: null, channelName: null, responseUrl: null });
  const values = { words: { type: "plain_text_input", value: "flood" } };
  slack.send(
    clickEnvelope("e2", submissionPayload({ viewId: "V8", form: "search", along, values })),
  );
  await expect
    .poll(() => slack.posted)
    .toMatchObject([{ channel: "DU1", text: "You handed in: search" }]);
});

test.each([
  ["in the channel", "5.1", undefined, "5.1"],
  ["at the head of a thread", "5.1", "5.1", "5.1"],
  ["in a thread", "6.2", "5.1", "5.1/6.2"],
])("“Brief this” on a message %s asks about that one", async (_, ts, thread, messageId) => {
  const { slack, states, posts } = await runService();
  await takeState(states, "ready");
  const payload = messageShortcutPayload({
    ...{ trigger: "t1", responseUrl: slack.responseUrl("brief"), ts },
    ...(thread !== undefined && { thread }),
  });
  slack.send(clickEnvelope("e1", payload));
  expect((await slack.responses.take()).body.text).toBe("You asked in front-page");
  expect(posts.all).toEqual([{ platform: "slack", address: "C1", messageId }]);
});

test("a form that is not ours is acknowledged, and nothing else", async () => {
  const { slack, states, submitted } = await runService();
  await takeState(states, "ready");
  const along = { channel: null, channelName: null, responseUrl: null };
  slack.send(
    clickEnvelope("e1", submissionPayload({ viewId: "V9", form: "else", along, values: {} })),
  );
  await slack.acks.take();
  expect(submitted.all).toEqual([]);
});

const ALONG = { channel: "C0123ABCD", channelName: "news", responseUrl: null };

/** A form as Slack hands it in. */
function handed({ form, values }: Filled, viewId = "V1") {
  const filled = Object.entries(values).map(([name, value]) => {
    const chosen = { type: "static_select", selected_option: { value } };
    return [name, name === "layout" ? chosen : { type: "plain_text_input", value }] as const;
  });
  const view = { viewId, form: formKey(form), along: ALONG, values: Object.fromEntries(filled) };
  return submissionPayload(view);
}

test.each(
  FAULTY,
)("%s keeps the form open, and stands at its field", async (_, filled, expected) => {
  const { desk } = await formsNewsroom();
  const { slack, states, asked } = await runService({ frontDesk: asEditors(desk) });
  await takeState(states, "ready");
  slack.send(clickEnvelope("e1", handed(filled)));
  const { payload } = await slack.acks.take();
  const said = Object.entries(expected).map(([field, words]) => [
    field,
    expect.stringMatching(words),
  ]);
  expect(payload).toEqual({ response_action: "errors", errors: Object.fromEntries(said) });
  expect([...slack.posted, ...asked.all]).toEqual([]);
});

test.each(RIGHT)("%s closes the form", async (_, filled) => {
  const { desk } = await formsNewsroom();
  const { slack, states } = await runService({ frontDesk: asEditors(desk) });
  await takeState(states, "ready");
  slack.send(clickEnvelope("e1", handed(filled)));
  expect((await slack.acks.take()).payload ?? {}).not.toHaveProperty("response_action");
});

test("a form that was mended is taken though its view is the same", async () => {
  const { desk } = await formsNewsroom();
  const { slack, states } = await runService({ frontDesk: desk });
  slack.addChannel("DU1");
  await takeState(states, "ready");
  const report = (article: string) =>
    handed({ form: { name: "wrong" }, values: { article, what: "It sailed" } });
  slack.send(clickEnvelope("e1", report("volcano")));
  expect((await slack.acks.take()).payload).toMatchObject({ response_action: "errors" });
  slack.send(clickEnvelope("e2", report("ferry")));
  await expect
    .poll(() => slack.posted)
    .toMatchObject([{ channel: "DU1", text: expect.stringContaining("Thank you") }]);
});

test.each([
  ["fails", () => Promise.reject(new Error("no store"))],
  ["does not come in time", () => new Promise<never>(() => undefined)],
])("where the check %s, the form is handed in all the same", async (_, check) => {
  const { slack, states, submitted } = await runService(...([{}, undefined, [], check] as const));
  await takeState(states, "ready");
  slack.send(clickEnvelope("e1", handed({ form: { name: "search" }, values: { words: "flood" } })));
  expect(await submitted.take()).toMatchObject({ form: "search", values: { words: "flood" } });
});
