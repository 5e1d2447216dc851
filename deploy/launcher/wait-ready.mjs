// usage: wait-ready.mjs URL PID SECONDS
// Waits until the server at URL says that it is ready. Ends with 1 when the process is gone or the time is over.
const [url, pid, seconds] = process.argv.slice(2);
const deadline = Date.now() + Number(seconds) * 1000;

for (;;) {
  if (await ready()) break;
  if (!alive()) stop(`process ${pid} has ended before ${url} answered`);
  if (Date.now() > deadline) stop(`${url} did not become ready within ${seconds} s`);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

async function ready() {
  try {
    const answer = await fetch(`${url}/actuator/health/readiness`, { signal: AbortSignal.timeout(5000) });
    return answer.ok;
  } catch {
    return false;
  }
}

function alive() {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
