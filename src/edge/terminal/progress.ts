import { Presets, SingleBar } from "cli-progress";

/** Fewer files than this are named one by one; more get a bar. */
export const HANDFUL = 10;

/** A bar that shows how far the first look has come. */
export interface Progress {
  step(): void;
  done(): void;
}

/** Draws only where a person is looking; a log file gets no bar. */
export function progressBar(files: number, label: string, interactive: boolean): Progress {
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
  if (interactive) bar.start(files, 0);
  return {
    step: () => bar.increment(),
    done: () => bar.stop(),
  };
}
