/** Names that programs give to files they are still writing, and editors to files of their own. */
const UNFINISHED =
  /(?:\.(?:part|partial|tmp|temp|filepart|crdownload|opdownload|download|incomplete|inprogress|uploading|swp|swo|swx|lock|bak)|~)$/iu;
// Reads: ~$letter.docx, which Word keeps beside an open document, and #draft.txt#, which Emacs does
const LOCK = /^(?:~\$|#.*#$)/su;
const SYSTEM = new Set([
  "thumbs.db",
  "desktop.ini",
  "__macosx",
  "node_modules",
  "$recycle.bin",
  "@eadir",
  "#recycle",
  "@recycle",
  "lost+found",
  "system volume information",
]);

/** Says whether a path, as in `SettledFile`, is none of the newsroom's: a dot file, an unfinished one, or inside such a folder. */
export function isIgnored(path: string): boolean {
  return path.split("/").some(isIgnoredName);
}

function isIgnoredName(name: string): boolean {
  if (name === "") return false;
  return (
    name.startsWith(".") ||
    UNFINISHED.test(name) ||
    LOCK.test(name) ||
    SYSTEM.has(name.toLowerCase())
  );
}
