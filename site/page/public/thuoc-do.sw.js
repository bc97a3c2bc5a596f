// Where a site serves the page, it opens without network after the first visit: the network first, else what came last time.
const KEPT = "thuoc-do";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.add("thuoc-do.html")).then(() => skipWaiting()));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(
    (async () => {
      const kept = await caches.open(KEPT);
      try {
        const answer = await fetch(request);
        if (answer.ok) await kept.put(request, answer.clone());
        return answer;
      } catch (error) {
        const before = await kept.match(request);
        if (before) return before;
        throw error;
      }
    })(),
  );
});
