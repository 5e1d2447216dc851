export interface LiveEvent {
  id: string;
  type: string;
  subject: string;
  at: string;
}

export type Signal =
  | { kind: 'state'; state: 'connecting' | 'live' | 'down'; since: number }
  | { kind: 'event'; event: LiveEvent }
  /** Something may have been missed; whoever shows data asks for it again. */
  | { kind: 'resync' };

type Source = Pick<EventSource, 'close' | 'addEventListener'>;

interface Surroundings {
  open?: (url: string) => Source;
  wait?: (run: () => void, milliseconds: number) => unknown;
  random?: () => number;
}

const heartbeatPatience = 45_000;
/** How long before its stream a page may have begun to read, in milliseconds. */
const readBefore = 10_000;

/** One event stream with reconnection. It does not know whether it lives in a shared worker or in a tab. */
export class Connection {
  private source: Source | null = null;
  private attempts = 0;
  private lastId: string | undefined;
  private everLive = false;
  private closed = true;
  private began = Date.now();
  private beat: ReturnType<typeof setTimeout> | undefined;
  private generation = 0;
  state: Extract<Signal, { kind: 'state' }> = { kind: 'state', state: 'connecting', since: Date.now() };

  constructor(
    private readonly url: string,
    private readonly tell: (signal: Signal) => void,
    private readonly around: Surroundings = {},
  ) {}

  start() {
    if (!this.closed) return;
    this.closed = false;
    this.attempts = 0;
    this.began = Date.now();
    this.connect();
  }

  stop() {
    this.closed = true;
    this.generation++;
    clearTimeout(this.beat);
    this.source?.close();
    this.source = null;
  }

  private enter(state: 'connecting' | 'live' | 'down') {
    if (this.state.state === state) return;
    this.state = { kind: 'state', state, since: Date.now() };
    this.tell(this.state);
  }

  private connect() {
    const generation = ++this.generation;
    // The page was read before its stream is open; what happened in between is told first.
    const url = this.lastId ? `${this.url}?after=${encodeURIComponent(this.lastId)}` : `${this.url}?age=${Date.now() - this.began + readBefore}`;
    const source = (this.around.open ?? ((address) => new EventSource(address, { withCredentials: true })))(url);
    this.source = source;
    const current = () => generation === this.generation && !this.closed;

    source.addEventListener('open', () => {
      if (!current()) return;
      this.attempts = 0;
      if (this.everLive) this.tell({ kind: 'resync' });
      this.everLive = true;
      this.enter('live');
    });
    source.addEventListener('error', () => {
      if (!current()) return;
      this.lost();
    });
    source.addEventListener('message', (message) => {
      if (!current()) return;
      this.heard();
      const event = read((message as MessageEvent<string>).data);
      if (!event) return;
      this.lastId = event.id;
      this.tell({ kind: 'event', event });
    });
    source.addEventListener('heartbeat', () => {
      if (current()) this.heard();
    });
    source.addEventListener('resync', () => {
      if (current()) this.tell({ kind: 'resync' });
    });
  }

  /** Some proxies keep a dead connection open. Once heartbeats were seen, their absence counts as a loss. */
  private heard() {
    clearTimeout(this.beat);
    this.beat = setTimeout(() => this.lost(), heartbeatPatience);
  }

  private lost() {
    clearTimeout(this.beat);
    this.source?.close();
    this.source = null;
    this.generation++;
    this.enter('down');
    // Full jitter: five hundred seats that lose the server together must not come back together.
    const ceiling = Math.min(30_000, 1_000 * 2 ** this.attempts);
    this.attempts++;
    const delay = 500 + (this.around.random ?? Math.random)() * ceiling;
    const generation = this.generation;
    (this.around.wait ?? setTimeout)(() => {
      if (!this.closed && generation === this.generation) this.connect();
    }, delay);
  }
}

function read(text: string): LiveEvent | null {
  try {
    const event = JSON.parse(text) as Partial<LiveEvent>;
    return event.id && event.type ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
}
