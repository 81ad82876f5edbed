import type { CommandName } from "#core/reply/command.ts";
import type { Handler } from "#desk/reply/parts.ts";
import { alert } from "./alert.ts";
import { forget } from "./forget.ts";
import type { AskerParts } from "./parts.ts";
import { signIn } from "./sign-in.ts";
import { wrong } from "./wrong.ts";

type AskerCommand = Extract<CommandName, "wrong" | "forget" | "alert" | "signin">;

/** What anyone may have done for themselves, beside being answered. */
export function askerHandlers(parts: AskerParts): Readonly<Record<AskerCommand, Handler>> {
  return {
    wrong: (question) => wrong(parts, question),
    forget: (question) => forget(parts, question),
    alert: (question) => alert(parts, question),
    signin: (question) => signIn(parts, question),
  };
}
