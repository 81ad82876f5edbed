import { expect, test } from "vitest";
import { newsroomSchema } from "#edge/config/json-schema.ts";
import { REGISTRY } from "#main/platforms.ts";
import { configPage } from "./config-page.ts";

test("the page of the documentation names every key, with what the schema says of it", async () => {
  const page = configPage(JSON.parse(newsroomSchema(REGISTRY.shape)));
  await expect(page).toMatchFileSnapshot("../../../docs/config.md");
});
