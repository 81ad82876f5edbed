/** What the app may do, at least, and what for: the manifest asks for it, `doctor` looks for it. */
export const SCOPES: readonly { readonly scope: string; readonly why: string }[] = [
  { scope: "chat:write", why: "posts the editions" },
  { scope: "commands", why: "answers the slash commands" },
  {
    scope: "channels:history",
    why: "after a lost reply, looks whether the edition stands in a public channel already",
  },
  { scope: "groups:history", why: "the same in a private channel" },
  { scope: "channels:read", why: "lets doctor see whether the bot is in a public channel" },
  { scope: "groups:read", why: "the same in a private channel" },
];
