import { join } from "node:path";
import type { Browser } from "playwright-core";
import { DUE } from "./copy.ts";

/** One picture of the page. */
export interface Picture {
  readonly name: string;
  readonly channel: string;
  readonly face: "paper" | "slack" | "discord";
  readonly theme: "light" | "dark";
  readonly size: readonly [width: number, height: number];
}

const PHONE = [390, 844] as const;

/** What docs/looks.md shows. */
export const PICTURES: readonly Picture[] = [
  { name: "page", channel: "front-page", face: "paper", theme: "light", size: [1200, 760] },
  { name: "full", channel: "front-page", face: "paper", theme: "light", size: [1240, 1520] },
  { name: "full-dark", channel: "front-page", face: "paper", theme: "dark", size: [1240, 1100] },
  { name: "compact", channel: "business", face: "paper", theme: "light", size: [1240, 960] },
  { name: "headlines", channel: "headlines", face: "paper", theme: "light", size: [1240, 1090] },
  { name: "corrected", channel: "corrected", face: "paper", theme: "light", size: [1240, 1230] },
  { name: "story", channel: "one-story", face: "paper", theme: "light", size: [1240, 860] },
  { name: "at-once", channel: "at-once", face: "paper", theme: "dark", size: [1240, 780] },
  { name: "slack-picture", channel: "at-once", face: "slack", theme: "light", size: [1240, 640] },
  {
    name: "discord-picture",
    channel: "at-once",
    face: "discord",
    theme: "dark",
    size: [1240, 640],
  },
  { name: "threads", channel: "news-desk", face: "paper", theme: "light", size: [1240, 1180] },
  { name: "slack", channel: "front-page", face: "slack", theme: "light", size: [1240, 1200] },
  { name: "slack-dark", channel: "corrected", face: "slack", theme: "dark", size: [1240, 900] },
  { name: "discord", channel: "front-page", face: "discord", theme: "dark", size: [1240, 1200] },
  {
    name: "discord-light",
    channel: "headlines",
    face: "discord",
    theme: "light",
    size: [1240, 820],
  },
  { name: "phone", channel: "front-page", face: "paper", theme: "light", size: PHONE },
  { name: "phone-discord", channel: "front-page", face: "discord", theme: "dark", size: PHONE },
  { name: "phone-slack", channel: "front-page", face: "slack", theme: "light", size: PHONE },
  {
    name: "discord-corrected",
    channel: "corrected",
    face: "discord",
    theme: "light",
    size: [1240, 900],
  },
  { name: "phone-dark", channel: "corrected", face: "slack", theme: "dark", size: PHONE },
];

/** Takes one picture of the page at `url` and keeps it in `folder`, its first thread open. */
export async function take(
  browser: Browser,
  url: string,
  folder: string,
  { name, channel, face, theme, size: [width, height] }: Picture,
): Promise<void> {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: theme, reducedMotion: "reduce" },
    timezoneId: "Europe/London",
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(DUE + 3_600_000);
  // The choice is kept where the page itself keeps it.
  await page.addInitScript(`localStorage.setItem("copydesk.face", ${JSON.stringify(face)})`);
  await page.goto(`${url}/#/${channel}`);
  await page.locator("#timeline[aria-busy=false] article").first().waitFor();
  await page.getByText("Live", { exact: true }).waitFor({ state: "attached" });
  const thread = page.locator("summary").first();
  if ((await thread.count()) > 0) await thread.click();
  await page.mouse.move(0, 0);
  // The whole page once, and on a phone; else the editions alone.
  const shot = name === "page" || width < 760 ? page : page.locator("main");
  await shot.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
