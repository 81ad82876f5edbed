import { expect, test } from "vitest";
import { signatureOf } from "#core/story/signature.ts";
import { filingOf } from "./filing.ts";

const SITE = [
  "Sign in using your profile",
  "By signing up you agree to our rules.",
  "Already have an account?",
  "We have sent an email to the address above. Open it to activate your account.",
  "Sign up for our newsletter",
  "Click here to return to the page you were visiting.",
];
const STORY =
  "A boy was hurt when Captain Lou Ferris opened fire in Tarnmouth on Sunday, police said.";

function read(paragraphs: readonly string[]) {
  const title = "Boy hurt in Tarnmouth, police say";
  return signatureOf(filingOf({ id: "one", title, body: paragraphs.join("\n\n") }));
}

test("a page of which nothing but the site's own lines was kept is known by its headline, and no copy", () => {
  const { lede, words, length } = read(SITE);
  expect(lede).not.toContain("email");
  expect(words).toEqual([]);
  expect(length).toBe(0);
});

test("a short story among as many lines of the site is read", () => {
  const { people, length } = read([...SITE.slice(0, 3), STORY, ...SITE.slice(4)]);
  expect(people).toContain("lou ferris");
  expect(length).toBeGreaterThan(0);
});

test("what has no word of its headline is the site's own, though it names somebody", () => {
  const other = "The editors Lou Ferris and Ida Moe moved to a desk of their own in Velsk.";
  const page = ["Sign in using your profile", other, "Sign up for our newsletter"];
  expect(read(page).people).toEqual([]);
  expect(read([...page, STORY]).people).toContain("ida moe");
});
