import { existsSync } from "node:fs";
import { join } from "node:path";
import Chromium from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** A browser to test the page in, or the reason why there is none. */
export type FoundBrowser =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: string };

/** Where installers put Chromium and Chrome. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** No sandbox, because continuous integration runs as root; the rest keeps the browser silent. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The browser that `CHROME_PATH` names, else the one among the packages, which is a headless shell and takes little more than half of
 * the processor time, else an installed one.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    return existsSync(named)
      ? { ok: true, path: named }
      : { ok: false, reason: `CHROME_PATH names ${named}, which is not there` };
  }
  if (process.platform === "linux" && process.arch === "x64") {
    return { ok: true, path: await Chromium.executablePath() };
  }
  const local = process.env.LOCALAPPDATA;
  const own = local === undefined ? [] : [join(local, "Google/Chrome/Application/chrome.exe")];
  const installed = [...USUAL_PLACES, ...own].find((path) => existsSync(path));
  if (installed !== undefined) return { ok: true, path: installed };
  const reason = "no Chromium or Chrome was found; set CHROME_PATH to one to test the page";
  return { ok: false, reason };
}

export function launchBrowser(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: FLAGS });
}
