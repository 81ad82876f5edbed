import { type Client, DiscordjsErrorCodes } from "discord.js";
import { type Hold, unlessAborted } from "#edge/chat/connection.ts";
import { explain, TOKEN_MEND } from "./failure.ts";
import { GatewayError, type GatewayOptions, openGateway } from "./gateway.ts";

export interface HoldOptions extends Omit<GatewayOptions, "onReconnecting" | "onResumed"> {
  /** Called when commands come in; answers with the name that the bot has there. */
  readonly settle: (client: Client<true>) => Promise<string>;
  /** Milliseconds that the gateway may be away before it counts as lost. */
  readonly away: number;
}

/** Holds a connection to the gateway until it is lost for good, and then throws why. */
export function gatewayHold(options: HoldOptions): Hold {
  const { settle, away, log } = options;
  return async (signal, report) => {
    let as = "";
    const gateway = openGateway(
      {
        ...options,
        onReconnecting: () => report({ kind: "connecting" }),
        onResumed: () => as !== "" && report({ kind: "ready", as }),
      },
      away,
    );
    try {
      const ready = gateway.ready.then(settle);
      as = await unlessAborted(Promise.race([ready, gateway.lost]), signal);
      log.info("discord ready", { as });
      report({ kind: "ready", as });
      await unlessAborted(gateway.lost, signal);
    } finally {
      await gateway.close();
    }
  };
}

/** Why there is no connection, with the mend where it is the token's fault. */
export function explainLoss(error: unknown): string {
  return isTokenFault(error) ? `the token is not taken: ${TOKEN_MEND}` : explain(error);
}

/** REST and the gateway each refuse a token in their own way. */
function isTokenFault(error: unknown): boolean {
  if (error instanceof GatewayError) return error.code === "unauthorised";
  return (
    error instanceof Error && "code" in error && error.code === DiscordjsErrorCodes.TokenInvalid
  );
}
