interface Scope {
  readonly scope: string;
  readonly why: string;
}

/** What the app may do, at least, and what for: the manifest asks for it, `doctor` looks for it. */
export const SCOPES: readonly Scope[] = [
  { scope: "chat:write", why: "posts the editions" },
  { scope: "commands", why: "answers the slash commands" },
  {
    scope: "channels:history",
    why: "after a lost reply, looks whether the edition stands in a public channel already",
  },
  { scope: "groups:history", why: "the same in a private channel" },
  { scope: "channels:read", why: "lets doctor see whether the bot is in a public channel" },
  { scope: "groups:read", why: "the same in a private channel" },
  { scope: "users:read", why: "sees whether someone is an admin, who may give editors' commands" },
  { scope: "usergroups:read", why: "sees who is in the editors' user group" },
  { scope: "app_mentions:read", why: "answers whoever mentions it" },
  { scope: "im:write", why: "brings someone the digest that they ordered by direct message" },
  {
    scope: "im:history",
    why: "answers direct messages, and looks whether a digest stands there already",
  },
];

/** What it may do beside, and does where it is granted. */
export const BOOKMARK_SCOPES: readonly Scope[] = [
  { scope: "bookmarks:write", why: "keeps a bookmark of the latest digest in each channel" },
  { scope: "bookmarks:read", why: "finds it again" },
];
