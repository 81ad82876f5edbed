/** What must never be shown of an address: its password as it stands there, and as it is sent. */
export function passwordsIn(url: string): readonly string[] {
  const { password, searchParams } = new URL(url);
  const sent = [decodeURIComponent(password), ...searchParams.getAll("password")];
  return [...new Set([password, ...sent, ...sent.map(encodeURIComponent)])].filter(Boolean);
}

/** The address of a database as it may be shown: without user and password. */
export function shownAddress(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
