// Runs before the first paint, so that a page kept dark never flashes white.
try {
  for (const name of ["theme", "face"]) {
    const kept = localStorage.getItem(`copydesk.${name}`);
    if (kept !== null) document.documentElement.dataset[name] = kept;
  }
} catch {
  // A browser that keeps nothing for this site: the page begins as for a first visit.
}
