import { StoreError, type StoreErrorCode } from "../error.ts";

/** SQLSTATE by class or whole: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const CODES: readonly (readonly [RegExp, StoreErrorCode])[] = [
  [/^53100$/, "full"],
  // Deadlocks, and what a restart or an administrator cut off.
  [/^(?:40001|40P01|55P03|57P0[123]|57014)$/, "busy"],
  [/^08/, "unreachable"],
  [/^53/, "busy"],
  [/^(?:25006|42501)$/, "unwritable"],
  [/^(?:28|3D)/, "refused"],
  [/^(?:XX001|XX002)$/, "unreadable"],
];

/** Faults of the way to the server, as Node names them. */
const NETWORK =
  /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|EACCES)$/;

/** Said by `pg` itself, without a code. */
const CUT_OFF =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (?:has encountered|was closed))/;

/** Turns an error of `pg` into ours; a `StoreError` stays as it is. `name` is the address without its password. */
export function storeErrorOf(error: unknown, name: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  return new StoreError(code, `${sentence(code, name)} (PostgreSQL: ${said})`, { cause: error });
}

function codeOf(error: unknown): StoreErrorCode {
  if (error instanceof AggregateError) return "unreachable";
  if (!(error instanceof Error)) return "failed";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (NETWORK.test(code) || CUT_OFF.test(error.message)) return "unreachable";
  return CODES.find(([form]) => form.test(code))?.[1] ?? "failed";
}

function sentence(code: StoreErrorCode, name: string): string {
  switch (code) {
    case "unreachable":
      return `The database ${name} cannot be reached. Check that PostgreSQL runs there, and the address in DATABASE_URL.`;
    case "refused":
      return `The database ${name} refuses the user, or is not there. Check user, password and name in DATABASE_URL.`;
    case "unwritable":
      return `The database ${name} takes no writes from this user. Give it a user that owns its schema, on a server that is no replica.`;
    case "unreadable":
      return `The database ${name} is damaged. Restore it from a backup.`;
    case "full":
      return `The disk of the database ${name} is full. Make room there.`;
    case "busy":
      return `The database ${name} was busy or ended what was begun. That may pass: try again.`;
    default:
      return `The database ${name} refused a statement. This is a fault in Copydesk: please report it.`;
  }
}
