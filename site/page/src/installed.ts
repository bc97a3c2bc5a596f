/** Where a site serves the page, a browser can install it, and it opens without network. From a disk it does so anyway. */
export function install(): void {
  if (location.protocol !== "https:" && location.hostname !== "localhost") return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = "thuoc-do.webmanifest";
  document.head.append(link);
  // Without it, as where a site does not carry the file, the page works all the same.
  navigator.serviceWorker?.register("thuoc-do.sw.js").catch(() => {});
}
