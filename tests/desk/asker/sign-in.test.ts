import { expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

const offered: string[] = [];
const page = {
  url: "https://desk.example.org",
  signIn: {
    offer: async ({ id, role }: { readonly id: string; readonly role: string }) => {
      offered.push(`${id} ${role}`);
      return "copydesk_KEY";
    },
  },
};

test("the answer has a link for its asker, with the role that they have in this interaction", async () => {
  const { line } = await editorsNewsroom({ page });
  const answer = await line("signin", asked({ role: "editor" }));
  expect(answer).toContain("Sign in on the page as Ines, an editor.");
  expect(answer).toContain("once, within ten minutes");
  expect(answer).toContain("https://desk.example.org/sign-in#copydesk_KEY");
  await line("signin", asked());
  expect(offered).toEqual(["slack:U0001 editor", "slack:U0001 reader"]);
});

test("where the page is on its own machine alone, it says so, and what opens it", async () => {
  const { line } = await editorsNewsroom();
  expect(await line("signin", asked())).toContain("COPYDESK_URL");
});

test("on the page nobody needs one", async () => {
  const { line } = await editorsNewsroom({ page });
  const there = asked({ asker: { id: "preview:page", name: "the page", role: "admin" } });
  expect(await line("signin", there)).toContain("You are on the page already");
});

test.each([
  "foreign",
  "direct",
] as const)("a reader who asks from somewhere %s gets no link", async (kind) => {
  const { line } = await editorsNewsroom({ page });
  const answer = await line("signin", asked({ whereabouts: { kind } }));
  expect(answer).toContain("for the people of the newsroom");
  expect(answer).not.toContain("copydesk_");
});
