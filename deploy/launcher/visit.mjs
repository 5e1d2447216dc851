// usage: visit.mjs URL
// Opens the sign-in page with its scripts and asks the interface once, so that the AOT cache also holds what answering needs.
const url = process.argv[2];

const page = await get("/");
for (const [, asset] of page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg))"/g)) await get(asset);
await get("/api/v1/openapi");

async function get(path) {
  const answer = await fetch(url + path, { headers: { accept: "text/html,application/json,*/*" } });
  console.log(answer.status, path);
  if (answer.status >= 500) process.exitCode = 1;
  return answer.text();
}
