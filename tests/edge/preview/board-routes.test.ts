import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerApi } from "#edge/preview/api.ts";
import { BOARD_ROUTES } from "#edge/preview/board-routes.ts";
import type { ApiParts } from "#edge/preview/route.ts";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { visitor } from "#tests/asked.ts";
import { createNewsroom } from "./newsroom.ts";
import { send } from "./send.ts";

/** What each is asked by, and who may at the least. */
const ASKED = [
  ["/api/board/inbox", "editor"],
  ["/api/board/held", "editor"],
  ["/api/board/quarantine", "editor"],
  ["/api/board/beginning?path=torn.docx", "editor"],
  ["/api/board/marks", "editor"],
  ["/api/board/status", "editor"],
  ["/api/board/stories", "reader"],
  ["/api/board/stories/a1", "reader"],
  ["/api/board/archive", "reader"],
  ["/api/board/channels", "reader"],
  ["/api/articles/a1", "reader"],
] as const;

test("every route of the tabs is in this table", () => {
  const paths = ASKED.map(([path]) => new URL(path, "http://127.0.0.1").pathname);
  for (const { path } of BOARD_ROUTES) expect(paths.some((one) => path.test(one))).toBe(true);
  expect(ASKED).toHaveLength(BOARD_ROUTES.length);
});

test.each(ASKED)("%s takes at least: %s", async (path, least) => {
  const answered: number[] = [];
  const response = {
    writeHead: (status: number) => {
      answered.push(status);
      return response;
    },
    end: () => response,
  } as unknown as ServerResponse;
  const { desk } = createNewsroom();
  const status = async () => ({ audit: [] }) as never;
  const parts = {
    desk: { ...desk, status, story: async () => ({}) as never },
  } as unknown as ApiParts;
  const request = { method: "GET", headers: {} } as IncomingMessage;
  const asking = (role: "reader" | "editor") =>
    answerApi(parts, new URL(path, "http://127.0.0.1"), visitor(role), {
      request,
      response,
      session: null,
    });
  if (least === "editor") {
    await expect(asking("reader")).rejects.toMatchObject({ code: "not-allowed" });
    expect(answered).toEqual([]);
  } else {
    await asking("reader");
    expect(answered).toEqual([200]);
  }
  await asking("editor");
  expect(answered.at(-1)).toBe(200);
});

describe("what they refuse, in a plain sentence", () => {
  let preview: Preview;
  let url: string;

  beforeEach(async () => {
    preview = createPreview({ port: 0, ...createNewsroom() });
    ({ url } = await preview.start());
  });
  afterEach(() => preview.stop());

  test.each([
    ["an unknown status", "/api/board/inbox?status=lost", 400],
    ["a page that was never given", "/api/board/inbox?from=1.2.3", 400],
    ["a page of words", "/api/board/inbox?from=newest", 400],
    ["page nought", "/api/board/held?page=0", 400],
    ["a page beyond all", "/api/board/quarantine?page=1001", 400],
    ["an unknown order", "/api/board/archive?order=worst", 400],
    ["a story that is not there", "/api/board/stories/none", 404],
    ["a story's name that cannot be decoded", "/api/board/stories/%E0%A4%A", 400],
    ["an address of an article that is none", "/a/../service.ts", 404],
    ["an address of an article with capitals", "/a/AB12", 404],
  ])("%s", async (_name, path, status) => {
    const answer = await send(url, { path });
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error: expect.stringMatching(/^[A-Z“].*\.$/u) });
  });

  test.each([
    ["gzip, deflate, br", "gzip"],
    ["br", undefined],
    ["gzip;q=0, br", undefined],
    ["", undefined],
  ])("the page's files to who takes “%s” come as %s", async (takes, encoding) => {
    const headers = { "accept-encoding": takes };
    const got = await send(`${url}/app.js`, { headers });
    expect(got.headers["content-encoding"]).toBe(encoding);
    const again = await send(`${url}/app.js`, {
      headers: { ...headers, "if-none-match": got.headers.etag ?? "" },
    });
    expect(again.status).toBe(304);
    const other = { ...headers, "accept-encoding": encoding === undefined ? "gzip" : "br" };
    const stale = await send(`${url}/app.js`, {
      headers: { ...other, "if-none-match": got.headers.etag ?? "" },
    });
    expect(stale.status).toBe(200);
  });

  test("an article's address is the page itself", async () => {
    const { status, text } = await send(`${url}/a/b1r`);
    expect(status).toBe(200);
    expect(text).toBe((await send(`${url}/`)).text);
  });
});
