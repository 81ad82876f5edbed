// Writes config/newsroom.schema.json, by which editors complete and check config/newsroom.yaml.
import { writeFileSync } from "node:fs";
import { newsroomSchema } from "#edge/config/json-schema.ts";
import { REGISTRY } from "#main/platforms.ts";

writeFileSync(
  new URL("../config/newsroom.schema.json", import.meta.url),
  newsroomSchema(REGISTRY.shape),
);
