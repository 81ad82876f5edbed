import { expect, test } from "vitest";
import { articlesIn } from "#core/message/articles-in.ts";
import { plainMessage } from "#core/message/say.ts";
import { traced } from "#desk/trace.ts";
import { createLogInbox } from "#tests/fake/log.ts";

test("a line about a file has its trace, unless it has one already, or is about no file", () => {
  const { log, lines } = createLogInbox();
  const own = traced(log, (path) => `of ${path}`);
  own.error("copy.handler-failed", { path: "a.txt", retryIn: 5 });
  own.debug("file", { path: "b.txt", trace: "known" });
  own.warn("rounds failed");
  own.info("page", { path: 7 });
  expect(lines.all.map(({ level, event, fields }) => [level, event, fields])).toEqual([
    ["error", "copy.handler-failed", { path: "a.txt", retryIn: 5, trace: "of a.txt" }],
    ["debug", "file", { path: "b.txt", trace: "known" }],
    ["warn", "rounds failed", {}],
    ["info", "page", { path: 7 }],
  ]);
});

test("the articles of a message are those of its sections, each once", () => {
  const blocks = plainMessage("A line").sections.flatMap((section) => section.blocks);
  const sections = [
    { blocks },
    { blocks, about: "b" },
    { blocks, about: "a" },
    { blocks, about: "b" },
  ];
  expect(articlesIn({ sections })).toEqual(["b", "a"]);
});
