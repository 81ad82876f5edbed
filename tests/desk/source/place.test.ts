import { expect, test } from "vitest";
import { bucketName, readPlace } from "#desk/source/place.ts";

test.each([
  ["s3://news", "news", "", "s3://news"],
  ["s3://news/", "news", "", "s3://news"],
  ["s3://news/wire", "news", "wire/", "s3://news/wire"],
  ["s3://news/wire/", "news", "wire/", "s3://news/wire"],
  [
    "s3://tarn.news-2/wire/in tray",
    "tarn.news-2",
    "wire/in tray/",
    "s3://tarn.news-2/wire/in tray",
  ],
  ["s3://News_Old/a", "News_Old", "a/", "s3://News_Old/a"],
])("%s is the bucket %s, below “%s”", (setting, bucket, prefix, name) => {
  const place = readPlace(setting);
  expect(place).toEqual({ kind: "bucket", bucket, prefix });
  expect(place?.kind === "bucket" ? bucketName(place) : null).toBe(name);
});

test.each([
  "articles",
  "/srv/s3/articles",
  "s3", // a folder of that name
  "s3:/news", // one slash: no address
  "https://news.example/wire",
])("%s is a folder", (setting) => {
  expect(readPlace(setting)).toEqual({ kind: "folder", folder: setting });
});

test.each([
  "s3://",
  "s3:///wire",
  "s3://a", // too short for a name
  "s3://key:secret@news/wire",
  "s3://news?region=eu",
  "s3://-news",
])("%s names no bucket", (setting) => expect(readPlace(setting)).toBeNull());
