/** One thing that is wrong in the configuration. */
export interface Fault {
  /** The file or the variable, as the newsroom knows it. */
  readonly where: string;
  /** 1 for the first line; `null` where no line is to blame. */
  readonly line: number | null;
  /** What is wrong and how it is mended, in a sentence or two. */
  readonly says: string;
}

/** The configuration cannot be used: holds every fault at once, so that one look mends them all. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "config-invalid";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], options: ErrorOptions = {}) {
    super(faults.map(faultLine).join("\n"), options);
    this.faults = faults;
  }
}

/** `config/newsroom.yaml:7: schedule: …`. */
export function faultLine({ where, line, says }: Fault): string {
  return `${where}${line === null ? "" : `:${line}`}: ${says}`;
}
