import { PermissionFlagsBits } from "discord.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { section } from "#core/message/say.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { type Form, formKey } from "#core/reply/form.ts";
import { wrongForm } from "#core/reply/forms.ts";
import { wantedCommands } from "#edge/discord/commands.ts";
import { createMends } from "#edge/discord/mend.ts";
import { asked } from "#tests/asked.ts";
import { takeState } from "#tests/fake/state.ts";
import { asEditors, FAULTY, type Filled, formsNewsroom, RIGHT } from "#tests/form-faults.ts";
import { answerIn, run } from "./fake/service.ts";
import { startTwin, type Twin } from "./fake/twin.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

const ORDER: Form = {
  name: "subscribe",
  title: "Order a digest",
  submit: "Show what it means",
  fields: [
    {
      ...{ name: "schedule", label: "When", hint: "08:00", value: "08:00", required: true },
      ...{ most: 200, choices: [] },
    },
    {
      ...{ name: "layout", label: "How much", hint: "", value: "full", required: false, most: 20 },
      choices: ["full", "compact"],
    },
  ],
};

async function responseTo(channel: string, id: string): Promise<{ type: number; data: unknown }> {
  const place = twin.discord.channel(channel);
  const { type } = await place.waitForInteractionAck({ interactionId: id });
  const response = await place.getInteractionResponse(id);
  return { type, data: JSON.parse(response?.data ?? "null") };
}

test("a command that opens a form is answered with a modal, and nothing is asked", async () => {
  const { states, channel, questions } = await run(twin, { forms: [ORDER] });
  await takeState(states, "ready");
  const { id } = await twin.discord
    .channel(channel)
    .user(twin.reader)
    .runSlashCommand({ name: "subscribe" });
  expect(await responseTo(channel, id)).toEqual({
    type: 9,
    data: {
      custom_id: "form:subscribe",
      title: "Order a digest",
      components: [
        {
          ...{ type: 18, label: "When", description: "08:00" },
          component: {
            ...{ type: 4, custom_id: "schedule", style: 2, required: true },
            ...{ min_length: 1, max_length: 200, value: "08:00" },
          },
        },
        {
          ...{ type: 18, label: "How much" },
          component: {
            ...{ type: 3, custom_id: "layout", required: false },
            options: [
              { label: "full", value: "full", default: true },
              { label: "compact", value: "compact", default: false },
            ],
          },
        },
      ],
    },
  });
  expect(questions.all).toEqual([]);
});

test("what is handed in goes to the desk by the names of the fields, and is answered", async () => {
  const { states, channel, submitted } = await run(twin, { forms: [ORDER] });
  await takeState(states, "ready");
  await twin.discord.simulateInteraction({
    type: 5,
    channelId: channel,
    userId: twin.reader,
    data: {
      custom_id: "form:subscribe",
      components: [
        { type: 18, component: { type: 4, custom_id: "schedule", value: "07:30" } },
        { type: 18, component: { type: 3, custom_id: "layout", values: ["compact"] } },
      ],
    },
  });
  expect(await submitted.take()).toMatchObject({
    form: "subscribe",
    values: { schedule: "07:30", layout: "compact" },
    from: { channel: "front-page", asker: { id: `discord:${twin.reader}` } },
  });
  expect(await answerIn(twin, channel)).toContain("The answer.");
});

test("a form brings back what it was opened about, beside what was filled in", async () => {
  const wrong = wrongForm("a1b2c3");
  const { states, channel, submitted } = await run(twin, { forms: [wrong] });
  await takeState(states, "ready");
  const { id } = await twin.discord
    .channel(channel)
    .user(twin.reader)
    .runSlashCommand({ name: "wrong" });
  const opened = await responseTo(channel, id);
  expect(opened).toMatchObject({ data: { custom_id: "form:wrong?article=a1b2c3" } });
  await twin.discord.simulateInteraction({
    ...{ type: 5, channelId: channel, userId: twin.reader },
    data: {
      custom_id: "form:wrong?article=a1b2c3",
      components: [{ type: 18, component: { type: 4, custom_id: "what", value: "It sailed" } }],
    },
  });
  expect(await submitted.take()).toMatchObject({
    ...{ form: "wrong", values: { article: "a1b2c3", what: "It sailed" } },
  });
});

/** Hands a form in as Discord does. */
function handIn(channel: string, { form, values }: Filled) {
  const components = Object.entries(values).map(([name, value]) => {
    const chosen = { type: 3, custom_id: name, values: [value] };
    const typed = { type: 4, custom_id: name, value };
    return { type: 18, component: name === "layout" ? chosen : typed };
  });
  return twin.discord.simulateInteraction({
    ...{ type: 5, channelId: channel, userId: twin.reader },
    data: { custom_id: `form:${formKey(form)}`, components },
  });
}

test.each(
  FAULTY,
)("%s is said at its field, and the form opens again as it was typed", async (_, filled, expected) => {
  const { desk } = await formsNewsroom();
  const { states, channel } = await run(twin, { desk: asEditors(desk) });
  await takeState(states, "ready");
  await handIn(channel, filled);
  const reply = await twin.discord.channel(channel).waitForBotReply();
  const told = JSON.stringify(reply.components).replaceAll("\\\\", "");
  for (const [, words] of Object.entries(expected)) expect(told).toMatch(words);
  const ask = /"custom_id":"(?<id>ask:mend [^"]+)"/u.exec(told)?.groups?.id ?? "";
  expect(ask).not.toBe("");
  expect(ask.length).toBeLessThanOrEqual(100);
  const press = { channelId: channel, messageId: reply.id, customId: ask };
  const { id } = await twin.discord.simulateButtonClick({ ...press, userId: twin.reader });
  const { type, data } = await responseTo(channel, id);
  expect(type).toBe(9);
  expect(data).toMatchObject({ custom_id: `form:${formKey(filled.form)}` });
  const typed = Object.values(filled.values).filter((value) => value !== "" && value !== "huge");
  for (const value of typed) expect(JSON.stringify(data)).toContain(JSON.stringify(value));
});

test.each(RIGHT)("%s is taken", async (_, filled) => {
  const { desk } = await formsNewsroom();
  const { states, channel } = await run(twin, { desk: asEditors(desk) });
  await takeState(states, "ready");
  await handIn(channel, filled);
  expect(await answerIn(twin, channel)).not.toContain("ask:mend");
});

test("a form that is kept no more opens as at first", async () => {
  const { desk } = await formsNewsroom();
  const mends = createMends();
  const opened = wrongForm("f1y");
  const key = mends.keep(opened, "1");
  expect(mends.kept(key, "1")).toBe(opened);
  expect(mends.kept(key, "2")).toBeNull();
  for (let one = 0; one < 500; one += 1) mends.keep(opened, "2");
  expect(mends.kept(key, "1")).toBeNull();
  const line = mends.lineOf(key) ?? "";
  expect(line).toBe("wrong f1y");
  expect(desk.formForLine(line, asked())).toEqual(opened);
  expect(mends.lineOf("wrong f1y")).toBeNull();
});

test("a line chosen from a menu is asked as a button's is", async () => {
  const { service, states, channel, typed } = await run(twin);
  await takeState(states, "ready");
  const menu = {
    kind: "menu",
    label: "Choose an article",
    choices: [
      { label: "Bridge reopens", ask: "brief a1" },
      { label: "Ferry strike", ask: "brief b2" },
    ],
  } as const;
  const message = { summary: "", sections: [section(menu, menu)] };
  const parcel = { address: channel, message, key: "k1p1", again: false };
  const { messageId } = await service.courier.post(parcel);
  const select = { channelId: channel, userId: twin.reader, messageId };
  await twin.discord.simulateSelectMenu({ ...select, customId: "menu:1", values: ["brief b2"] });
  expect(await typed.take()).toBe("brief b2 in front-page");
});

test("“Brief this” asks about the very message", async () => {
  const { states, channel, posts } = await run(twin);
  await takeState(states, "ready");
  await twin.discord.simulateInteraction({
    type: 2,
    channelId: channel,
    userId: twin.reader,
    data: { id: "1", name: "Brief this", type: 3, target_id: "77", resolved: { messages: {} } },
  });
  expect(await posts.take()).toEqual({
    ...{ platform: "discord", address: channel, messageId: "77", channel: "front-page" },
  });
  expect(await answerIn(twin, channel)).toContain("The answer.");
});

/** Gives the reader a role of the twin's server; to none with no permission. */
async function giveRole(permissions: bigint | null): Promise<void> {
  const { prisma, guildId } = twin.discord;
  const id = "600000000000000001";
  const role = { guildId, name: "desk", permissions: String(permissions ?? 0n) };
  await prisma.role.upsert({ where: { id }, create: { id, ...role }, update: role });
  await prisma.guildMember.update({
    where: { guildId_userId: { guildId, userId: twin.reader } },
    data: { roles: JSON.stringify(permissions === null ? [] : [id]) },
  });
}

// The twin says of everybody that they may do everything in the channel, as an overwrite of it would have it.
test.each([
  [
    "a role of the only server that the bot is in",
    [],
    PermissionFlagsBits.ManageChannels,
    "editor",
  ],
  ["a role that manages it", [], PermissionFlagsBits.ManageGuild, "admin"],
  ["the channel alone", [], null, "reader"],
  [
    "a role of another server than the newsroom's",
    ["999999999999999999"],
    PermissionFlagsBits.ManageGuild,
    "reader",
  ],
])("by %s", async (_, servers, permissions, role) => {
  await giveRole(permissions);
  const { states, channel, questions } = await run(twin, { servers });
  await takeState(states, "ready");
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "status" });
  expect((await questions.take()).asker.role).toBe(role);
});

test("a direct message to a person is an address", async () => {
  const { service, states, line } = await run(twin);
  await takeState(states, "ready");
  const opened = { kind: "reply", status: 200, body: { id: "123456789012345678" } } as const;
  line.script(/^POST \/users\/@me\/channels$/, opened);
  expect(await service.openDirect(twin.reader)).toBe("123456789012345678");
  const calls = line.calls.filter(({ route }) => route === "POST /users/@me/channels");
  expect(calls.map(({ body }) => body)).toEqual([{ recipient_id: twin.reader }]);
});

test("what is registered keeps Discord's limits, and hides nothing that readers may ask", () => {
  const registered = wantedCommands();
  expect(registered).toHaveLength(COMMANDS.length + 1);
  for (const command of registered) {
    const own = COMMANDS.find(({ name }) => name === command.name);
    const editors = own?.permission === "editor";
    expect(command.default_member_permissions).toBe(editors ? "16" : null);
    expect(command.contexts).toEqual(editors ? [0] : [0, 1, 2]);
    for (const text of descriptionsIn(command)) expect([...text].length).toBeLessThanOrEqual(100);
  }
  const digest = registered.find(({ name }) => name === "digest");
  const options = digest !== undefined && "options" in digest ? (digest.options ?? []) : [];
  expect(options[0]).toMatchObject({ choices: [{ value: "latest" }, {}, { value: "me" }, {}, {}] });
  expect(options[0]).not.toHaveProperty("autocomplete");
});

/** Every text under a name that begins with `description`, at any depth. */
function descriptionsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    if (key === "description") return [String(field)];
    if (key === "description_localizations") return Object.values(field).map(String);
    return descriptionsIn(field);
  });
}
