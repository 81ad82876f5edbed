import type { Setting } from "./setting.ts";

/** The setting that counts at this moment: a config that is read again takes its place. */
export interface InForce {
  now(): Setting;
  set(setting: Setting): void;
  /** A desk without a memory, made anew with each setting: what it is at goes on as it began. */
  renewed<Desk extends object>(make: (setting: Setting) => Desk): Desk;
}

export function createInForce(first: Setting): InForce {
  let current = first;
  return {
    now: () => current,
    set(setting) {
      current = setting;
    },
    renewed(make) {
      let made = { of: current, desk: make(current) };
      return new Proxy(made.desk, {
        get(_, key) {
          if (made.of !== current) made = { of: current, desk: make(current) };
          return Reflect.get(made.desk, key);
        },
      });
    },
  };
}
