import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { formKey } from "#core/reply/form.ts";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { asked } from "#tests/asked.ts";
import { FAULTY, formsNewsroom, RIGHT } from "#tests/form-faults.ts";
import { ANYBODY } from "#tests/samples.ts";
import { createNewsroom, type Newsroom, NOW, sampleEdition } from "./newsroom.ts";
import { send } from "./send.ts";

let newsroom: Newsroom;
let preview: Preview;
let url: string;

beforeEach(async () => {
  newsroom = createNewsroom();
  newsroom.add("front-page", sampleEdition(NOW - 3_600_000, { ids: ["ws44n8"] }));
  newsroom.add("front-page", sampleEdition(NOW));
  preview = createPreview({ port: 0, ...newsroom });
  ({ url } = await preview.start());
});

afterEach(() => preview.stop());

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  send(`${url}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

/** A page whose desk opens forms. */
async function withForms(): Promise<string> {
  const { desk } = await formsNewsroom();
  const own = createPreview({ port: 0, ...newsroom, frontDesk: desk });
  onTestFinished(() => own.stop());
  return (await own.start()).url;
}

const post = (at: string, path: string, body: unknown) =>
  send(`${at}/api/${path}`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify(body),
  });

describe("what it answers", () => {
  test("channels, each with the slot of its newest edition", async () => {
    const { status, json } = await send(`${url}/api/channels`);
    expect(status).toBe(200);
    expect(json).toMatchObject([
      { name: "front-page", latestSlot: NOW, timeZone: "Europe/London" },
      { name: "business-and-science", latestSlot: null, places: [] },
    ]);
  });

  test("thousands of channels, each once and in their order, and others have a turn between them", async () => {
    const [one] = await newsroom.board.channels();
    const names = Array.from({ length: 3_001 }, (_, index) => `c-${index}`);
    const turns: string[] = [];
    const shown = names.flatMap((name) => (one === undefined ? [] : { ...one, name }));
    Object.defineProperty(shown.at(-1) ?? {}, "description", {
      get: () => void turns.push("the last row is drawn"),
      enumerable: true,
    });
    const many = createPreview({
      ...{ ...newsroom, port: 0 },
      board: {
        ...newsroom.board,
        channels: async () => shown,
        newest: async () => {
          setImmediate(() => turns.push("somebody else has a turn"));
          return new Map([["c-600", NOW]]);
        },
      },
    });
    onTestFinished(() => many.stop());
    const { json } = await send(`${(await many.start()).url}/api/channels`);
    expect(turns).toEqual(["somebody else has a turn", "the last row is drawn"]);
    expect(json).toMatchObject(
      names.map((name) => ({ name, latestSlot: name === "c-600" ? NOW : null })),
    );
  });

  test.each([
    "slack",
    "discord",
  ] as const)("editions newest first, in %s's own payloads", async (face) => {
    const { json } = await send(`${url}/api/channels/front-page/editions?face=${face}`);
    const [newest, older] = (await newsroom.board.editions("front-page", 2, ANYBODY)) ?? [];
    expect(json).toMatchObject([{ slot: NOW, postedAt: NOW + 1_200 }, { slot: NOW - 3_600_000 }]);
    expect(json).toHaveProperty(
      "0.parts",
      newest === undefined ? null : newsroom.faces[face](newest.message),
    );
    expect(json).toHaveProperty("1.summary", older?.message.summary);
  });

  test("what the desk has to mend: files in quarantine, and places that cannot be posted to", async () => {
    newsroom.quarantine(2);
    newsroom.fail(["#harbour on Slack: The channel is archived"]);
    const { json } = await send(`${url}/api/desk`);
    expect(json).toEqual({
      quarantined: 2,
      troubles: ["#harbour on Slack: The channel is archived"],
    });
  });

  test("as many editions as were asked for", async () => {
    const { json } = await send(`${url}/api/channels/front-page/editions?limit=1`);
    expect(json).toHaveLength(1);
  });

  test("a question, as the front desk answers it", async () => {
    const { status, json } = await ask({
      line: "/quotes velmark",
      channel: "front-page",
      face: "slack",
    });
    const message = await newsroom.frontDesk.askLine(
      "/quotes velmark",
      asked({ channel: "front-page" }),
    );
    expect(status).toBe(200);
    expect(json).toEqual({ summary: message.summary, parts: newsroom.faces.slack(message) });
  });

  test.each(
    FAULTY.filter(([, { form }]) => form.name !== "subscribe"),
  )("%s: the form stays open, with the fault at its field", async (_, {
    form,
    values,
  }, expected) => {
    const handedIn = { form: formKey(form), values, channel: "front-page", face: "paper" };
    const { status, json } = await post(await withForms(), "hand-in", handedIn);
    const faults = Object.entries(expected).map(([field, words]) => ({
      ...{ field, text: expect.stringMatching(words) },
    }));
    expect([status, json]).toEqual([200, { faults }]);
  });

  test.each(
    RIGHT.filter(([, { form }]) => form.name !== "subscribe"),
  )("%s: the form is answered", async (_, { form, values }) => {
    const handedIn = { form: formKey(form), values, channel: null, face: "slack" };
    const { json } = await post(await withForms(), "hand-in", handedIn);
    expect(json).toMatchObject({ summary: expect.any(String), parts: [{}] });
  });

  test("a line that says too little opens a form, and a form that is none is refused", async () => {
    const at = await withForms();
    const line = { line: "/wrong f1y", channel: "front-page", face: "paper" };
    expect((await post(at, "ask", line)).json).toMatchObject({
      form: { key: "wrong?article=f1y", title: "This is wrong", fields: [{ name: "what" }] },
    });
    const strange = { form: "kill", values: {}, channel: null, face: "paper" };
    expect((await post(at, "hand-in", strange)).status).toBe(400);
    const subscribe = { line: "/subscribe", channel: "front-page", face: "paper" };
    expect((await post(at, "ask", subscribe)).json).toMatchObject({
      summary: expect.stringContaining("The page has every channel already"),
    });
  });

  test.each([
    ["de-AT,de;q=0.9,en;q=0.8", "Findet Artikel", "Was Sie Copydesk fragen"],
    ["pl, fr;q=0.4, es;q=0.7", "Busca artículos", "Qué puede preguntar"],
    ["en-GB,de;q=0.9", "Finds articles", "What you can ask"],
    ["pl,cs;q=0.5", "Finds articles", "What you can ask"],
    ["*", "Finds articles", "What you can ask"],
  ])("commands and help in a browser's language: %s", async (languages, does, title) => {
    const headers = { "accept-language": languages };
    const { json } = await send(`${url}/api/commands`, { headers });
    expect(json).toContainEqual(
      expect.objectContaining({ name: "search", description: expect.stringContaining(does) }),
    );
    const help = await ask({ line: "/help", channel: null, face: "slack" }, headers);
    expect(help.text).toContain(title);
  });

  test("suggestions and the grammar", async () => {
    const suggested = await send(`${url}/api/suggest?command=brief&option=article&typed=wolv`);
    expect(suggested.json).toEqual([
      { label: "Wolverines seen in Sarn valley for first time in 70 years", value: "ws44n8" },
    ]);
    const commands = await send(`${url}/api/commands`);
    expect(commands.json).toMatchObject(COMMANDS.map(({ name }) => ({ name })));
  });

  test("the page, which may load nothing but its own files", async () => {
    const { status, text, headers } = await send(`${url}/`);
    expect(status).toBe(200);
    expect(text).toContain("<title>Copydesk</title>");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    const again = await send(`${url}/`, { headers: { "if-none-match": headers.etag ?? "" } });
    expect(again.status).toBe(304);
  });
});

describe("what it refuses, in a plain sentence", () => {
  test.each([
    ["an unknown page", "/nowhere", 404],
    ["a path out of the page's folder", "/../service.ts", 404],
    ["an encoded path out of it", "/%2e%2e/service.ts", 404],
    ["a file that is no part of the page", "/tsconfig.json", 404],
    ["an unknown path of the API", "/api/nothing", 404],
    ["an unknown channel", "/api/channels/sports/editions", 404],
    ["a name that cannot be decoded", "/api/channels/%E0%A4%A/editions", 400],
    ["an unknown face", "/api/channels/front-page/editions?face=teams", 400],
    ["a limit below one", "/api/channels/front-page/editions?limit=0", 400],
    ["a limit that is no number", "/api/channels/front-page/editions?limit=all", 400],
    ["suggestions for no command", "/api/suggest?command=drop&option=x&typed=y", 400],
    ["a question by GET", "/api/ask", 405],
  ])("%s", async (_name, path, status) => {
    const answer = await send(url, { path });
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error: expect.stringMatching(/^[A-Z“].*\.$/u) });
  });

  test.each([
    ["no face", { line: "help", channel: null }],
    ["a field too many", { line: "help", channel: null, face: "slack", admin: true }],
    ["a line longer than anyone types", { line: "x".repeat(6_001), channel: null, face: "slack" }],
    ["no object", [1]],
  ])("a question with %s", async (_name, body) => {
    expect((await ask(body)).status).toBe(400);
  });

  test("a body that is no JSON, one of another type, and one without end", async () => {
    const post = (body: string, type: string) =>
      send(`${url}/api/ask`, { method: "POST", headers: { "content-type": type }, body });
    expect((await post("{", "application/json")).status).toBe(400);
    expect((await post("line=help", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await post(`"${"x".repeat(33_000)}"`, "application/json")).status).toBe(413);
    expect((await post(`"${"x".repeat(900_000)}"`, "application/json")).status).toBe(413);
  });

  test("a method that nothing here knows", async () => {
    expect((await send(`${url}/`, { method: "DELETE" })).status).toBe(405);
  });

  test("a fault of its own: the reader gets a trace that the log knows, and no detail", async () => {
    const broken = createPreview({
      port: 0,
      ...newsroom,
      frontDesk: {
        ...newsroom.frontDesk,
        askTyped: async () => Promise.reject(new TypeError("secret detail")),
      },
    });
    const { url: address } = await broken.start();
    const answer = await send(`${address}/api/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ line: "help", channel: null, face: "slack" }),
    });
    await broken.stop();
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain("secret");
    expect(newsroom.log.errors).toEqual(["page request failed"]);
  });
});

describe("its events", () => {
  const follow = () => fetch(`${url}/api/events`);
  const chunksOf = async function* ({ body }: Response) {
    for await (const chunk of body ?? []) yield new TextDecoder().decode(chunk);
  };

  test("tell an open page that it is connected, and of every change", async () => {
    const chunks = chunksOf(await follow());
    expect((await chunks.next()).value).toMatch(/^retry: \d+\nevent: hello\ndata: \S+\n\n$/);
    preview.changed();
    expect((await chunks.next()).value).toBe("event: changed\ndata:\n\n");
    await chunks.return(undefined);
  });

  // A newsroom has more readers than a hundred: none is refused because of another, and who opens many loses their oldest.
  test("have room for the latest pages of one visitor: the oldest gives way, and is told so", async () => {
    const oldest = chunksOf(await follow());
    await oldest.next();
    const pages = await Promise.all(Array.from({ length: 20 }, follow));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await oldest.next()).value).toContain("event: over");
    expect((await oldest.next()).done).toBe(true);
  });

  test("end when the page's service stops", async () => {
    const chunks = chunksOf(await follow());
    await chunks.next();
    await preview.stop();
    expect(await chunks.next().catch(() => ({ done: true }))).toMatchObject({ done: true });
  });
});

describe("whom it answers", () => {
  test.each([
    ["127.0.0.1:8484", 200],
    ["localhost:9000", 200], // a forwarded port
    ["LOCALHOST", 200],
    ["[::1]:8484", 200],
    ["desk.example:8484", 403], // DNS rebinding: a foreign name that points here
    ["127.0.0.1.nip.example", 403],
    ["localhost.example", 403],
    ["localhost:8484@desk.example", 403],
  ])("a request sent to %s", async (host, status) => {
    expect((await send(`${url}/api/channels`, { headers: { host } })).status).toBe(status);
  });

  test.each([
    ["its own page", (own: string) => ({ origin: own, "sec-fetch-site": "same-origin" }), 200],
    ["a program on this machine", () => ({}), 200],
    ["another site", () => ({ origin: "https://desk.example" }), 403],
    ["a page on another port", () => ({ origin: "http://127.0.0.1:1" }), 403],
    ["a sandboxed frame", () => ({ origin: "null" }), 403],
    ["a browser that tells the site alone", () => ({ "sec-fetch-site": "cross-site" }), 403],
  ])("a question from %s", async (_name, headers, status) => {
    const asked = { line: "help", channel: null, face: "slack" };
    expect((await ask(asked, headers(url))).status).toBe(status);
  });

  test("a link to the page on another site opens it, and gets nothing of the API", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const link = { ...headers, "sec-fetch-mode": "navigate" };
    expect((await send(`${url}/`, { headers: link })).status).toBe(200);
    expect((await send(`${url}/api/channels`, { headers })).status).toBe(403);
  });
});

describe("where it listens", () => {
  test("a taken port gives way to the next free one", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const address = holder.address();
    const taken = typeof address === "object" && address !== null ? address.port : 0;
    const second = createPreview({ port: taken, ...newsroom });
    const third = createPreview({ port: taken, ...newsroom });
    const ports = [await second.start(), await third.start()].map(({ url }) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      return Number(new URL(url).port);
    });
    await Promise.all([second.stop(), third.stop()]);
    holder.close();
    expect(new Set([taken, ...ports]).size).toBe(3);
    expect(Math.min(...ports)).toBeGreaterThan(taken);
  });

  test("it can be stopped before its start, and started again after a stop", async () => {
    const other = createPreview({ port: 0, ...newsroom });
    await other.stop();
    await other.start();
    await other.stop();
    const { url: address } = await other.start();
    expect((await send(`${address}/api/commands`)).status).toBe(200);
    await other.stop();
  });
});

describe("the courier", () => {
  const parcel = { address: "front-page", message: plainMessage("Hello."), key: "k1p1" };

  test("gives one receipt for a key, again or not, and after a restart", async () => {
    const { courier } = preview;
    const first = await courier.post({ ...parcel, again: false });
    expect(await courier.post({ ...parcel, again: true })).toEqual(first);
    const restarted = createPreview({ port: 0, ...newsroom });
    expect(await restarted.courier.post({ ...parcel, again: true })).toEqual(first);
    expect(await courier.post({ ...parcel, key: "k1p2", again: false })).not.toEqual(first);
  });

  test("takes an edition of any length whole", () => {
    expect(preview.courier.platform).toBe("preview");
    const long = plainMessage(...Array.from({ length: 500 }, () => "word ".repeat(500)));
    expect(preview.courier.budget.fits(long)).toBe(true);
  });
});
