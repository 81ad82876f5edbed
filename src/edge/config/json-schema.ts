import { z } from "zod";
import type { NewsroomShape } from "./newsroom.ts";

/** The JSON schema of `config/newsroom.yaml`, as text: `npm run schema` writes it beside the file. */
export function newsroomSchema({ Newsroom }: NewsroomShape): string {
  return `${JSON.stringify(z.toJSONSchema(Newsroom, { io: "input" }), null, 2)}\n`;
}
