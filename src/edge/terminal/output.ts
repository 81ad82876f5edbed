import type { Writable } from "node:stream";
import { styleText } from "node:util";

/** The styles that the terminal uses; what they look like is the reader's colour scheme. */
export type Style = "bold" | "dim" | "italic" | "cyan" | "green" | "yellow" | "red";

/** Where a command writes for people and for programs. */
export interface Output {
  /** To standard output, with a line end. */
  line(text?: string): void;
  /** To standard error, with a line end. */
  complain(text: string): void;
  /** Styled where the terminal shows styles; as it is where it does not, or `NO_COLOR` is set. */
  style(style: Style, text: string): string;
  /** Columns to write in, 40 to 100. */
  readonly width: number;
  /** A person is looking: a bar may move. */
  readonly interactive: boolean;
}

interface Screen extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export function terminalOutput(out: Screen, errors: Writable): Output {
  for (const stream of [out, errors]) stream.on("error", passOverClosedPipe);
  return {
    line: (text = "") => void out.write(`${text}\n`),
    complain: (text) => void errors.write(`${text}\n`),
    style: (style, text) => styleText(style, text, { stream: out }),
    width: Math.min(100, Math.max(40, out.columns ?? 80)),
    interactive: out.isTTY === true,
  };
}

/** `copydesk brief … | head`: the reader has seen enough, which is no failure of ours. */
function passOverClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
