import { expect, test } from "vitest";
import { siteOf } from "./set.ts";

test.each([
  ["https://www.tarnpost.com/fire/133", "tarnpost.com"],
  ["http://web.archive.org/web/20151030223013/http://www.tarnpost.com:80/fire/133", "tarnpost.com"],
  ["https://archive.tarnpost.com/web/1", "archive.tarnpost.com"],
  ["no address", null],
])("the site of %s", (url, site) => expect(siteOf(url)).toBe(site));
