import { Connection, type Signal } from './connection.ts';

/** Joins the browser's one stream; returns the way to leave it. */
export function join(tell: (signal: Signal) => void): () => void {
  return typeof SharedWorker === 'undefined' ? joinByElection(tell) : joinWorker(tell);
}

function joinWorker(tell: (signal: Signal) => void): () => void {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'firstfix-live' });
  worker.port.onmessage = ({ data }: MessageEvent<Signal>) => tell(data);
  worker.port.postMessage('start');
  const leave = () => worker.port.postMessage('leave');
  // A closed tab sends nothing on its own; without this the worker would count it for ever.
  addEventListener('pagehide', leave);
  const back = (event: PageTransitionEvent) => event.persisted && worker.port.postMessage('start');
  addEventListener('pageshow', back);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', back);
    leave();
    worker.port.close();
  };
}

/** Without shared workers one tab holds a lock and the stream, the others listen to it. */
function joinByElection(tell: (signal: Signal) => void): () => void {
  const channel = new BroadcastChannel('firstfix-live');
  const end = new AbortController();
  let own: Connection | null = null;
  channel.onmessage = ({ data }: MessageEvent<Signal | 'state?'>) => {
    if (data !== 'state?') tell(data);
    else if (own) channel.postMessage(own.state);
  };
  channel.postMessage('state?');
  navigator.locks
    .request('firstfix-live', { signal: end.signal }, () => {
      own = new Connection('/api/v1/stream', (signal) => {
        tell(signal);
        channel.postMessage(signal);
      });
      own.start();
      // Held until the tab goes; then the next one in line takes over.
      return new Promise<void>((release) => end.signal.addEventListener('abort', () => release()));
    })
    .catch(() => undefined);
  return () => {
    end.abort();
    own?.stop();
    channel.close();
  };
}
