import { expect, test } from "vitest";
import { readPlace } from "#desk/source/place.ts";
import { pathInPlace } from "#edge/terminal/path.ts";

test.each([
  ["articles", "articles/sport/a.txt", "sport/a.txt"],
  ["articles", "sport/a.txt", "sport/a.txt"],
  ["articles", "articlesque/a.txt", "articlesque/a.txt"],
  ["articles", "Zoe\u0308.txt", "Zo\u00eb.txt"],
  ["s3://news/wire", "sport/a.txt", "sport/a.txt"],
  ["s3://news/wire", "s3://news/wire/sport/a.txt", "sport/a.txt"],
  ["s3://news", "s3://news/wire/a.txt", "wire/a.txt"],
  ["s3://news/wire", "s3://news/wires/a.txt", "s3://news/wires/a.txt"], // not below the prefix
  ["s3://news/wire", "s3://olds/wire/a.txt", "s3://olds/wire/a.txt"],
  ["s3://news/wire", "Zoe\u0308.txt", "Zo\u00eb.txt"],
])("in %s, %s is %s", (setting, file, expected) => {
  const place = readPlace(setting);
  expect(place === null ? null : pathInPlace(place, file)).toBe(expected);
});
