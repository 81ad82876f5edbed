import { expect, test } from "vitest";
import { passwordsIn, shownAddress } from "#edge/store/address.ts";

test.each([
  ["postgres://ana:s3cret-tide@db.example:5432/news", "postgres://db.example:5432/news"],
  ["postgresql://db.example/news", "postgresql://db.example/news"],
  ["postgres://db.example/news?user=ana&password=s3cret-tide", "postgres://db.example/news"],
  ["postgres:///news?host=/run/postgresql", "postgres:///news"],
])("%s is shown as %s", (url, shown) => expect(shownAddress(url)).toBe(shown));

test.each<[string, readonly string[]]>([
  ["postgres://ana:s3cret-tide@db.example/news", ["s3cret-tide"]],
  ["postgres://ana:s3cret%20%26%40tide@db.example/news", ["s3cret%20%26%40tide", "s3cret &@tide"]],
  // Encoded where it need not be: an error may quote it either way.
  ["postgres://ana:%74ide@db.example/news", ["%74ide", "tide"]],
  ["postgres://db.example/news?password=s3cret%26tide", ["s3cret&tide", "s3cret%26tide"]],
  ["postgres://ana@db.example/news", []],
  ["postgres:///news?host=/run/postgresql", []],
])("of %s nobody sees %j", (url, secrets) => {
  expect(passwordsIn(url).toSorted()).toEqual(secrets.toSorted());
});
