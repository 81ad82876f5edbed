import { z } from "zod";
import type { FeedOrder } from "#desk/port/feed.ts";
import { span } from "./terms.ts";
import { readSpan } from "./time.ts";

const EVERY = "15m";

const feed = z.strictObject(
  {
    name: z
      .string("write a name")
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "use lower-case letters, digits and hyphens, 40 at most")
      .describe("What its file is called where copy lies: council becomes feed-council.xml"),
    url: z
      .url({
        protocol: /^https?$/,
        error: "write an address, such as https://example.org/feed.xml",
      })
      .refine((url) => {
        const { username, password } = new URL(url);
        return username === "" && password === "";
      }, "leave name and password out: a feed that asks for them is not read")
      .describe("Address of its RSS, Atom or JSON Feed"),
    every: span("15m").default(EVERY).describe("How often it is asked for: 15m"),
    private: z
      .boolean("write true or false")
      .default(false)
      .describe("It lies in a network of your own: without this, such addresses are refused"),
  },
  "write a name and an address, as in { name: council, url: https://example.org/feed.xml }",
);

/** What brings copy by itself. */
export const feedsShape = z
  .array(feed, "write a list of feeds, each with a name and an address")
  .superRefine((feeds, { addIssue }) => {
    const names = feeds.map(({ name }) => name);
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        addIssue({
          code: "custom",
          path: [index, "name"],
          message: `there is a feed “${name}” already: give this one another name`,
        });
  })
  .default([])
  .describe("Feeds whose entries are brought to where copy lies");

export function feedOrders(feeds: z.infer<typeof feedsShape>): readonly FeedOrder[] {
  return feeds.map(({ name, url, every, private: isPrivate }) => ({
    ...{ name, url, isPrivate, every: readSpan(every) ?? 0 },
  }));
}
