import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createPreview } from "#edge/preview/service.ts";
import { REGISTRY } from "#main/platforms.ts";
import { findBrowser, launchBrowser } from "#tests/browser.ts";
import { createNewsroom } from "#tests/edge/preview/newsroom.ts";
import { BOARD } from "./looks/editions.ts";
import { PICTURES, take } from "./looks/pictures.ts";

// Renews the pictures of docs/looks.md: `npm run looks`, or `npm run looks -- FOLDER` to put them elsewhere.
const folder = process.argv[2] ?? join(import.meta.dirname, "../docs/images");
const found = await findBrowser();
if (!found.ok) throw new TypeError(found.reason);

await mkdir(folder, { recursive: true });
const { frontDesk, desk, log, mend, waiting } = createNewsroom();
const own = { board: BOARD, desk, waiting, frontDesk, faces: REGISTRY.faces, log, mend };
const preview = createPreview({ port: 0, ...own });
const { url } = await preview.start();
const browser = await launchBrowser(found.path);
for (const picture of PICTURES) await take(browser, url, folder, picture);
await browser.close();
await preview.stop();
