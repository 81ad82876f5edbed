import { checkStore } from "#edge/store/check/check.ts";
import { printFindings } from "#edge/terminal/doctor.ts";
import { clock, out, readEnv } from "./setting.ts";

/** `check`: whether the store is whole, and its rows agree; reads alone. */
export async function check({ json }: { readonly json: boolean }): Promise<number> {
  const { COPYDESK_DATA: folder, DATABASE_URL: url } = readEnv();
  return printFindings(out, await checkStore({ folder, url }, clock.now()), json);
}
