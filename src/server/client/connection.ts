/** A connection to the server that is made again whenever it is lost. */
interface Connection {
  /** Sends a message, unless the connection is lost. */
  send(message: object): void;
}

interface ConnectionOptions {
  /** Milliseconds until the first attempt to connect again; after each that fails it is half as long again, up to `maxDelay`. */
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly onOpen: () => void;
  readonly onMessage: (message: unknown) => void;
}

/** Connects to a web socket of the server that a script came from, which may be reached over HTTP or HTTPS. */
export function keepConnected(address: URL, options: ConnectionOptions): Connection {
  let socket = connect(options.minDelay);

  function connect(firstDelay: number): WebSocket {
    let delay = firstDelay;
    const opened = new WebSocket(Object.assign(new URL(address), { protocol: address.protocol.replace('http', 'ws') }));
    opened.addEventListener('open', () => {
      delay = options.minDelay;
      options.onOpen();
    });
    opened.addEventListener('message', ({ data }) => options.onMessage(JSON.parse(String(data))));
    opened.addEventListener('close', () => {
      const next = Math.min(delay * 1.5, options.maxDelay);
      setTimeout(() => {
        socket = connect(next);
      }, delay);
    });
    return opened;
  }

  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}
