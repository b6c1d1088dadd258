import { type DestinationStream, type Logger, pino } from "pino";

/** Where requests and failures are written; a level is `error`, `warn`, `info`, `debug` or `silent`. */
export const serverLog = (level: string, destination: DestinationStream): Logger =>
  pino(
    {
      level,
      serializers: { req: requestLine, err: withoutSecrets },
      hooks: {
        logMethod(said, write) {
          // Sentences of the HTTP layer name addresses too.
          const [first, message, ...rest] = said;
          const told = typeof message === "string" ? plainText(message) : message;
          write.apply(this, [typeof first === "string" ? plainText(first) : first, told, ...rest]);
        },
      },
    },
    destination,
  );

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly ip?: string;
}

/** What is kept of a request: links let people in by what stands in their address, so that is left out. */
const requestLine = ({ method, url, ip }: Asked) => ({ method, path: plainPath(url), remoteAddress: ip });

const withoutSecrets = (error: Error) => {
  const told = pino.stdSerializers.err(error);
  return { ...told, message: plainText(told.message), stack: plainText(told.stack) };
};

/** A path without its parameters and without anything that nobody could guess. */
export const plainPath = (url: string): string => plainText(url.split(/[?#]/, 1)[0] ?? "");

/** Secrets are 43 letters of base64url; no name of ours is as long as half of that, without a dot. */
const plainText = (text: string): string => text.replaceAll(/(?<![\w-])[\w-]{22,}(?![\w-])/g, "…");
