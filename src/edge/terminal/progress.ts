import { Presets, SingleBar } from "cli-progress";

/** Fewer files than this are named one by one; more get a bar. */
export const HANDFUL = 10;

/** A bar that shows how far something long has come. */
export interface Progress {
  step(by?: number): void;
  done(): void;
}

/** Draws only where a person is looking; a log file gets no bar. */
export function progressBar(total: number, label: string, interactive: boolean): Progress {
  const bar = new SingleBar(
    {
      format: `  ${label} {bar} {value}/{total} · {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: false,
      barsize: 30,
    },
    Presets.shades_classic,
  );
  if (interactive) bar.start(total, 0);
  return {
    step: (by = 1) => bar.increment(by),
    done: () => bar.stop(),
  };
}
