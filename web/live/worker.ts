import { Connection, type Signal } from './connection.ts';

// Browsers allow about six connections to one host under HTTP/1.1; one stream per tab would starve the requests.
const ports = new Set<MessagePort>();
const connection = new Connection('/api/v1/stream', (signal) => {
  for (const port of ports) port.postMessage(signal);
});

(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = ({ data }: MessageEvent<'start' | 'leave'>) => {
    if (data === 'start') {
      connection.start();
      port.postMessage(connection.state satisfies Signal);
    } else {
      ports.delete(port);
      if (ports.size === 0) connection.stop();
    }
  };
};
