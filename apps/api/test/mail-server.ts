import { once } from "node:events";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** A mail that arrived: headers by their names in lower case, and its text. */
export interface Mail {
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A real mail server on loopback that does as the test says. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** What it says to the next mail: `null` takes it, a code refuses it, a promise is waited for first. */
  answer: (mail: Mail) => number | null | Promise<number | null>;
  /** What it says to a mailbox. */
  knows: (address: string) => boolean;
  close(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const own: Pick<MailServer, "answer" | "knows"> = { answer: () => null, knows: () => true };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      own.knows(address) ? done() : done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })),
    onData: (stream, { envelope }, done) => {
      read(stream).then(async (source) => {
        const mail = parsed(
          envelope.rcptTo.map(({ address }) => address),
          source,
        );
        const code = await own.answer(mail);
        if (code !== null) return done(Object.assign(new Error("not now"), { responseCode: code }));
        mails.push(mail);
        return done();
      }, done);
    },
  });
  // Whoever is killed leaves a connection behind.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(own, {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

function parsed(to: readonly string[], source: string): Mail {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const body = rest.join("\r\n\r\n");
  const quoted = headers["content-transfer-encoding"] === "quoted-printable";
  return { to, headers, text: quoted ? fromQuoted(body) : body };
}

const fromQuoted = (text: string): string =>
  decodeURIComponent(
    text
      .replace(/=\r\n/g, "")
      .replaceAll("%", "%25")
      .replace(/=([0-9A-F]{2})/g, "%$1"),
  );
