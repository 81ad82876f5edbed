import type { ArticleId } from "#core/article/article.ts";
import type { Log } from "./port/log.ts";

/** By which a file's way is found in the log: the id of its article, which it would have as well where it could not be read. */
export type TraceOf = (path: string) => ArticleId;

/** A log whose lines about a file, known by `path`, have its trace. One that a line has already stays: a revision at another path is of an article that is known. */
export function traced(log: Log, traceOf: TraceOf): Log {
  const line =
    (write: Log["info"]): Log["info"] =>
    (event, fields = {}) =>
      write(event, { ...traceIn(fields, traceOf), ...fields });
  return {
    debug: line(log.debug),
    info: line(log.info),
    warn: line(log.warn),
    error: line(log.error),
  };
}

function traceIn({ path }: Readonly<Record<string, unknown>>, traceOf: TraceOf) {
  return typeof path === "string" ? { trace: traceOf(path) } : {};
}
