import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Milliseconds that somebody has for agreeing to an installation; the SDK's cookie lasts as long. */
const GOOD_FOR = 10 * 60_000;
const NONCE_BYTES = 16;

/** What somebody brings back from Slack is not what was given to them, or not for the first time. */
export class StateError extends Error {
  override readonly name = "StateError";
}

export interface StateOptions<Installing> {
  /** Signs what is given out. */
  readonly secret: string;
  /** What is asked for, which is the same for all. */
  readonly installing: Installing;
  /** Takes a state on, in whichever process. @returns false where it was taken on before */
  readonly take: (id: string) => Promise<boolean>;
}

/** As Bolt asks for it. */
export interface OAuthState<Installing> {
  generateStateParam(installing: unknown, now: Date): Promise<string>;
  /** @throws {StateError} for one that is not ours, is too old, or was used before */
  verifyStateParam(now: Date, state: string): Promise<Installing>;
}

/**
 * The state of an installation that is under way: `MOMENT.NONCE.SIGNATURE`. The SDK's own would be good as often as
 * somebody brings it within ten minutes, and what is asked for is "one-time use CSRF tokens carried in the state
 * parameter" (RFC 9700, section 2.1).
 */
export function createOAuthState<Installing>({
  secret,
  installing,
  take,
}: StateOptions<Installing>): OAuthState<Installing> {
  const sign = (given: string) => createHmac("sha256", secret).update(given).digest();
  return {
    async generateStateParam(_, now) {
      const given = `${now.getTime()}.${randomBytes(NONCE_BYTES).toString("hex")}`;
      return `${given}.${sign(given).toString("hex")}`;
    },
    async verifyStateParam(now, state) {
      const [, given = "", begun = "", signed = ""] =
        /^((\d{1,16})\.[0-9a-f]{32})\.([0-9a-f]{64})$/u.exec(state) ?? [];
      const isOurs = given !== "" && timingSafeEqual(sign(given), Buffer.from(signed, "hex"));
      if (!isOurs) throw new StateError("The state was not given out by this Copydesk");
      const age = now.getTime() - Number(begun);
      if (Math.abs(age) > GOOD_FOR) throw new StateError("The state is too old");
      if (!(await take(`slack-state ${given}`))) throw new StateError("The state was used before");
      return installing;
    },
  };
}
