import { randomUUID } from "node:crypto";
import { type Books, type Message, Refused, type Said, type Store } from "@cimpro/store";
import { z } from "zod";
import { asItStands } from "./as-it-stands.ts";
import { textOf } from "./letter.ts";

/** Where mail goes out, and as whom. */
export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://…`. */
  readonly smtp: string;
  /** `Pro Services <services@example.com>`. */
  readonly from: string;
  /** What links begin with. */
  readonly site: string;
}

export interface Sender {
  /** Sends everything that is due; answers how many were taken by the mail server. */
  sendDue(): Promise<number>;
  /** Finishes what is on its way. */
  stop(): Promise<void>;
}

const second = 1000;
const minute = 60 * second;
/** Longer than the mail server may take to answer, so that nobody else sends what is on its way. */
const leaseMs = 5 * minute;
const atOnce = 10;
/** Given up after about two days. */
const mostAttempts = 12;

/** Twice as long each time, from half a minute to six hours. */
export const waitMs = (attempts: number): number => Math.min(6 * 60 * minute, 30 * second * 2 ** (attempts - 1));

/**
 * Sends the outbox through a mail server. Messages are claimed first, and worded or dropped with that, and marked after, so that several processes share
 * the queue. A process that dies between the mail server's yes and the mark leaves a message that is sent again when
 * its lease is over, with the same Message-ID: mail servers and readers take it for the same one.
 */
export async function openSender(store: Store, settings: MailSettings, now: () => number): Promise<Sender> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(settings.smtp, { from: settings.from });
  Object.assign(transport.options, {
    connectionTimeout: 20 * second,
    greetingTimeout: 20 * second,
    socketTimeout: 60 * second,
  });
  const me = randomUUID();
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
  let stopped = false;
  let sending: Promise<unknown> = Promise.resolve();

  const sendAll = async (): Promise<number> => {
    let sent = 0;
    while (!stopped) {
      const taken = await store.touch(async (books): Promise<Taken | null> => {
        // Made-up people have made-up addresses.
        if ((await books.practice.find())?.demo === true) return null;
        const [message] = await books.outbox.claim(me, at(now()), at(now() + leaseMs), 1);
        return message === undefined ? null : { message, said: await sayOrDrop(books, message) };
      });
      if (taken === null || sent >= atOnce * 100) return sent;
      if (taken.said !== null && (await sendOne(taken.message, taken.said))) sent += 1;
    }
    return sent;
  };

  /** Words a claimed message as the books stand; null when it is not sent, or not now. */
  const sayOrDrop = async (books: Books, message: Message): Promise<Said | null> => {
    try {
      const fate = await asItStands(books, message, now());
      if ("say" in fate) {
        if (message.about !== null) await books.outbox.say(message.id, me, fate.say);
        return fate.say;
      }
      if ("drop" in fate) await books.outbox.drop(message.id, fate.drop, me);
      else await books.outbox.putOff(message.id, me, at(now() + 30 * second));
    } catch (error) {
      // Whoever waits behind a message that cannot be worded is told all the same.
      if (!isDefect(error)) throw error;
      await books.outbox.notSent(message.id, me, reasonOf(error), nextTry(message));
    }
    return null;
  };

  const nextTry = ({ attempts }: Message): string | null =>
    attempts >= mostAttempts ? null : at(now() + waitMs(attempts));

  const sendOne = async (message: Message, said: Said): Promise<boolean> => {
    try {
      await transport.sendMail(mailOf(message, said, settings));
    } catch (error) {
      const next = isForGood(error) ? null : nextTry(message);
      await store.touch((books) => books.outbox.notSent(message.id, me, reasonOf(error), next));
      return false;
    }
    return store.touch((books) => books.outbox.sent(message.id, me, at(now())));
  };

  return {
    sendDue: () => {
      const result = sending.then(sendAll);
      sending = result.catch(() => {});
      return result;
    },
    stop: async () => {
      stopped = true;
      await sending;
      transport.close();
    },
  };
}

/** A message that was claimed, with its words of today; null where it is not sent, or not now. */
interface Taken {
  readonly message: Message;
  readonly said: Said | null;
}

const mailOf = ({ id, link }: Message, { to, subject, body }: Said, { site, from }: MailSettings) => ({
  from,
  to: { name: to.name, address: to.email },
  subject,
  text: textOf({ body, link }, site),
  messageId: `<${id}@cimpro>`,
  headers: { "Auto-Submitted": "auto-generated" },
});

/** The mail server will never take it: there is no such mailbox. */
function isForGood(error: unknown): boolean {
  const { responseCode, command } = failureOf(error);
  return responseCode !== undefined && responseCode >= 500 && ["RCPT TO", "DATA"].includes(command ?? "");
}

/** It is about what the books say, not about whether they can be read: trying at once again comes to the same. */
const isDefect = (error: unknown): boolean =>
  [Refused, z.ZodError, RangeError, TypeError, SyntaxError].some((kind) => error instanceof kind);

interface SmtpFailure {
  readonly responseCode?: number;
  readonly command?: string;
}

const failureOf = (error: unknown): SmtpFailure => (typeof error === "object" && error !== null ? error : {});

/** In one line that a database keeps, without what only a mail server's log needs. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/[^\x20-\x7e]+/g, " ").slice(0, 300);

/** Sends what is due again and again until it is stopped. */
export function keepSending(sender: Sender, everyMs: number, onError: (error: unknown) => void) {
  const timer = setInterval(() => void sender.sendDue().catch(onError), everyMs);
  timer.unref();
  sender.sendDue().catch(onError);
  return {
    stop: async () => {
      clearInterval(timer);
      await sender.stop();
    },
  };
}
